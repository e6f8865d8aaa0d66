/** Snapshot as JSON: the canonical bytes that are sealed, the text that is handed out, and the file's name. */
import canonicalize from 'canonicalize';
import { canonicalPieces } from '../domain/canonical.ts';
import type { Snapshot, UnsealedSnapshot } from '../domain/snapshot.ts';
import type { Region } from '../domain/words.ts';

/** The RFC 8785 form of a plain value. */
export function canonicalText(value: unknown): string {
  return canonicalize(value) ?? 'null';
}

/** SHA-256 of a text's UTF-8, as `sha256:` and hexadecimal digits. */
export async function digestOf(text: string): Promise<string> {
  return hexDigest(new TextEncoder().encode(text));
}

async function hexDigest(text: BufferSource): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return `sha256:${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The same of a text that was put together already; the browser reads it outside of the page's own thread. */
export async function digestOfBlob(text: Blob): Promise<string> {
  return hexDigest(await text.arrayBuffer());
}

/** The digest of a document's RFC 8785 form, put together piece by piece; `pause` comes after each. */
export async function digestInPieces(document: object, pause: () => Promise<void>): Promise<string> {
  const pieces: string[] = [];
  for (const piece of canonicalParts(document)) {
    pieces.push(piece);
    await pause();
  }
  return digestOfBlob(new Blob(pieces));
}

/** The same text in pieces of a row or less: a document of ten thousand keys is checked without holding anybody up. */
export const canonicalParts = (document: object): Generator<string> => canonicalPieces(document, canonicalText);

/** Seals a document: its digest goes over everything else. */
export async function sealSnapshot(document: UnsealedSnapshot): Promise<Snapshot> {
  const digest = await digestOf(canonicalText(document));
  const { format, version, id, takenAt, label, region, organization, previous, ...rows } = document;
  // The order of surface.md, for those who read the file.
  return { format, version, id, takenAt, label, region, organization, previous, digest, ...rows };
}

/** So many rows are written at once: a millisecond or less. */
const rowsAtOnce = 200;

/** The document as the text of a file, indented by two, in pieces of some rows or less. */
export function* snapshotParts(document: Snapshot): Generator<string> {
  // Written two lists deep, where it stands in the file as well, so that no line has to be moved.
  const [open, close] = ['[\n  [', '\n  ]\n]'];
  let before = '{\n';
  for (const [name, value] of Object.entries(document) as [string, unknown][]) {
    yield `${before}  ${JSON.stringify(name)}: `;
    before = ',\n';
    if (!Array.isArray(value) || value.length === 0) {
      yield JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
      continue;
    }
    for (let at = 0; at < value.length; at += rowsAtOnce) {
      const rows = JSON.stringify([value.slice(at, at + rowsAtOnce)], null, 2).slice(open.length, -close.length);
      yield `${at === 0 ? '[' : ','}${rows}`;
    }
    yield '\n  ]';
  }
  yield '\n}\n';
}

/** Characters that one of the common file systems refuses, or that would lead to another folder. */
const notInFileNames = /[\p{Cc}<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;

/** An organization's name as a part of a file name; `unnamed` where nothing is left of it. */
export function organizationInFileName(organization: string | null): string {
  const safe = (organization ?? '')
    .toWellFormed()
    .normalize('NFC')
    .replace(notInFileNames, '-')
    .replace(/[\s\ufffd]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, 60)
    .toWellFormed()
    .replace(/\ufffd/gu, '')
    // Leading dots hide a file, trailing ones are dropped by Windows.
    .replace(/^[-.]+|[-.]+$/g, '');
  return safe === '' ? 'unnamed' : safe;
}

/** `keyholder-<region>-<organization>-<YYYY-MM-DD>.<extension>` (surface.md). */
export function exportFileName(
  region: Region,
  organization: string | null,
  takenAt: string,
  extension: string,
): string {
  return `keyholder-${region}-${organizationInFileName(organization)}-${takenAt.slice(0, 10)}.${extension}`;
}
