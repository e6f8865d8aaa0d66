/**
 * The text of a file that somebody chose; `null` where it is longer than it may be.
 *
 * @param maxLength in UTF-16 units; one of them takes three bytes of UTF-8 at most, and what is larger is not even read
 */
export async function fileText(file: Blob, maxLength: number): Promise<string | null> {
  if (file.size > maxLength * 3) return null;
  const text = await file.text();
  return text.length > maxLength ? null : text;
}
