/** The name to show for somebody: an invited person has only an address. */
export const fullName = (person) => `${person.first_name} ${person.last_name}`.trim() || person.email;
