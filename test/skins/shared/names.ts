/** The name to show for somebody: an invited person has only an address. */
export const fullName = (person: { first_name: string; last_name: string; email: string }): string =>
  `${person.first_name} ${person.last_name}`.trim() || person.email;
