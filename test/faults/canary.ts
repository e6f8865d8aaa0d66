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

/** Which planted secrets a text holds: whole, or a part of sixteen that is nobody else's. */
export function found(text: string, except: readonly Place[] = []): Place[] {
  return places.filter((place) => {
    if (except.includes(place)) return false;
    const secret = secrets[place];
    for (let start = 0; start + 16 <= secret.length; start += 1) {
      if (text.includes(secret.slice(start, start + 16))) return true;
    }
    return false;
  });
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
