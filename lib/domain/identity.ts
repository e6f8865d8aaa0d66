/** When two sayings are about the same workspace or the same person (surface.md, "Identity"). */

/** Printable ASCII with single blanks, as most names are: nothing in it has two forms, and lists hold thousands of them. */
const simple = /^[!-~]+(?: [!-~]+)*$/;

/** A workspace's name for comparing: NFC, trimmed, inner blanks as one, case-folded. */
export function nameKey(name: string): string {
  if (simple.test(name)) return name.toLowerCase();
  // Upper- then lower-casing folds what lower-casing alone keeps apart ("ß" and "SS", final sigma).
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toUpperCase().toLowerCase();
}

/** An e-mail address for comparing: trimmed, lower case, the plus-part kept. */
export function emailKey(email: string): string {
  if (simple.test(email)) return email.toLowerCase();
  return email.normalize('NFC').trim().toLowerCase();
}

/** What a page or a person tells of somebody; at least one part is not `null`. */
export interface PersonRef {
  pandadocId: string | null;
  email: string | null;
  name: string | null;
}

/** A text that is equal for equal references; used to match answers to questions. */
export function personKey(person: PersonRef): string {
  return [
    person.pandadocId ?? '',
    person.email ? emailKey(person.email) : '',
    person.name ? nameKey(person.name) : '',
  ].join('\n');
}

/**
 * Whether two sayings may be about one person: by the first of address, id and name that both carry. A detail page says
 * less, or more, than the list that led to it.
 */
export function samePerson(one: PersonRef, other: PersonRef): boolean {
  if (one.email && other.email) return emailKey(one.email) === emailKey(other.email);
  if (one.pandadocId && other.pandadocId) return one.pandadocId === other.pandadocId;
  return one.name !== null && other.name !== null && nameKey(one.name) === nameKey(other.name);
}
