/**
 * A language that nobody speaks: every letter accented, every text two fifths longer and in brackets. What stays plain was
 * not taken from the catalogue; what does not fit would not fit in Finnish either.
 */
const from = 'AEIOUYaeiouycdghlnrstz';
const to = 'ÅÉÎÖÛÝåéîöûýçðĝĥļñŕšţž';

/** One message; `$1` and `$name$` stay as they are. */
export function pseudoText(message: string): string {
  const said = message
    .split(/(\$\d|\$[A-Za-z_]\w*\$)/)
    .map((part) =>
      part.startsWith('$') ? part : part.replace(/[A-Za-z]/g, (letter) => to[from.indexOf(letter)] ?? letter),
    )
    .join('');
  const letters = message.replace(/\$\d|\$[A-Za-z_]\w*\$/g, '').length;
  let more = '';
  for (let at = 0; more.length < Math.ceil(letters * 0.4) - 2; at += 1) more += at % 7 === 0 ? ' ' : 'ö';
  return `⟦${said}${more}⟧`;
}

/** A whole catalogue; what it says about itself stays. */
export function pseudoCatalogue<T extends { message: string }>(catalogue: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, entry]) =>
      key === 'locale' || key === 'page_words' ? [key, entry] : [key, { ...entry, message: pseudoText(entry.message) }],
    ),
  );
}
