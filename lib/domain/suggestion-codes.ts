/** Why an owner type is suggested, as a word: apart from the rules and their vocabulary, which only popup and dashboard load. */
export const suggestionCodes = [
  'fits-pattern',
  'address-starts-with',
  'address-says',
  'domain-says',
  'name-says',
  'address-made-of-name',
  'keys-in-workspaces',
] as const;
export type SuggestionCode = (typeof suggestionCodes)[number];
