/** The RFC 8785 form of a large document, in pieces of a row or less, so that nobody is held up by the whole. */

/** The pieces, in order; `write` gives the form of a value. */
export function* canonicalPieces(document: object, write: (value: unknown) => string): Generator<string> {
  // RFC 8785 sorts names by code unit, as `sort` does.
  const names = Object.keys(document).sort();
  yield '{';
  for (const [at, name] of names.entries()) {
    const value = (document as Record<string, unknown>)[name];
    const start = `${at === 0 ? '' : ','}${write(name)}:`;
    if (!Array.isArray(value)) yield start + write(value);
    else {
      yield `${start}[`;
      for (const [index, row] of value.entries()) yield (index === 0 ? '' : ',') + write(row);
      yield ']';
    }
  }
  yield '}';
}
