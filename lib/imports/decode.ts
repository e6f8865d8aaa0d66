/**
 * From a file's bytes to text. What spreadsheets write: UTF-8 with and without its mark, UTF-16 ("Unicode text"), and
 * Windows-1252 (plain "CSV" of Excel). What is none of these is refused; a guess would put wrong letters into names.
 */

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type Decoded =
  | { text: string; encoding: TextEncoding }
  /** `is-a-workbook`: an .xlsx, .ods or .xls; `encoding-unknown`: no text that we can tell. */
  | { text: null; refused: 'is-a-workbook' | 'encoding-unknown' };

const unknown: Decoded = { text: null, refused: 'encoding-unknown' };

/** 0x80–0x9F of Windows-1252; 0 = not assigned. Own table: some versions of Node decode these as Latin-1. */
const windows1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function decodedAs(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): Decoded {
  try {
    // Takes the mark off, and throws on what the encoding cannot hold (a half character, a lone surrogate).
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return unknown;
  }
}

function decodedAsWindows1252(bytes: Uint8Array): Decoded {
  const chunks: string[] = [];
  const size = 8192;
  for (let start = 0; start < bytes.length; start += size) {
    const codes: number[] = [];
    for (const byte of bytes.subarray(start, start + size)) {
      const code = byte >= 0x80 && byte <= 0x9f ? windows1252[byte - 0x80]! : byte;
      // A control character is in no spreadsheet: these bytes are something else.
      if ((code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0x7f) return unknown;
      codes.push(code);
    }
    chunks.push(String.fromCharCode(...codes));
  }
  return { text: chunks.join(''), encoding: 'windows-1252' };
}

/** Decodes a file; its byte-order mark is not part of the text. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { text: null, refused: 'is-a-workbook' };
  }
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodedAs(bytes, 'utf-8');
  // UTF-32, which no spreadsheet writes; its mark starts like that of UTF-16.
  if (bytes.length >= 4 && (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff))) return unknown;
  if (startsWith(bytes, 0xff, 0xfe)) return decodedAs(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return decodedAs(bytes, 'utf-16be');
  // Without a mark: a header row is ASCII, so that every other byte of its start is zero.
  if (bytes.length >= 4) {
    const [a, b, c, d] = bytes as unknown as [number, number, number, number];
    if (a !== 0 && b === 0 && c !== 0 && d === 0) return decodedAs(bytes, 'utf-16le');
    if (a === 0 && b !== 0 && c === 0 && d !== 0) return decodedAs(bytes, 'utf-16be');
  }
  const utf8 = decodedAs(bytes, 'utf-8');
  return utf8.text === null ? decodedAsWindows1252(bytes) : utf8;
}
