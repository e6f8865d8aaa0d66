/** The mark of the demo organization, in the address of a page of ours. */

/**
 * Whether an address of ours shows the demo organization. It stands in the address, so that what such a page says can
 * never be taken for a word about the real mapping, whatever the page forgets to say.
 */
export function isDemo(url: string): boolean {
  return URL.canParse(url) && new URL(url).searchParams.has('demo');
}
