/** Keys planted wherever one can appear, for both browsers; each is looked for in everything that is left. */

/** A secret of its own for each place, so that what is found says where it came from. */
const canary = (place: string): string => {
  let state = [...place].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length: 40 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return '0123456789abcdef'[state >>> 28];
  }).join('');
};

/** Places in PandaDoc's page, in our own pages, and in files. */
export const places = [
  'page text',
  'page input',
  'title attribute',
  'clipboard',
  'url',
  'popup search',
  'dashboard search',
  'note',
  'csv cell',
  'json cell',
  'look-up',
  'fingerprint',
] as const;
export type Place = (typeof places)[number];
export const secrets = Object.fromEntries(places.map((place) => [place, canary(place)])) as Record<Place, string>;

/** The first part of a secret, of so many signs, that a text holds. */
export function partIn(text: string, secret: string, length = 10): string | undefined {
  for (let start = 0; start + length <= secret.length; start += 1) {
    const part = secret.slice(start, start + length);
    if (text.includes(part)) return part;
  }
  return undefined;
}

/** Which planted secrets a text holds: whole, or a part of sixteen that is nobody else's. */
export function found(text: string, except: readonly Place[] = []): Place[] {
  return places.filter((place) => !except.includes(place) && partIn(text, secrets[place], 16) !== undefined);
}

/** Plants them in PandaDoc's page. Runs in the page. */
export function plantInPage(planted: Record<Place, string>): void {
  const main = document.querySelector('main')!;
  const line = main.appendChild(document.createElement('p'));
  line.textContent = `API key ${planted['page text']}`;
  line.title = planted['title attribute'];
  const field = main.appendChild(document.createElement('input'));
  field.value = planted['page input'];
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const copied = main.appendChild(document.createElement('textarea'));
  copied.value = planted.clipboard;
  copied.select();
  document.execCommand('copy');
  copied.remove();
}
