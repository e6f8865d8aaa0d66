import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode.ts';

const utf16 = (text: string, endian: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return endian === 'le' ? bytes : bytes.swap16();
};
const table = 'workspace,key_type\r\nKöln 😀,production\r\n';

describe('what spreadsheets write is told apart', () => {
  test.each([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
    ['UTF-16 LE with mark', utf16(table, 'le', true), 'utf-16le'],
    ['UTF-16 BE with mark', utf16(table, 'be', true), 'utf-16be'],
    ['UTF-16 LE without mark', utf16(table, 'le', false), 'utf-16le'],
    ['UTF-16 BE without mark', utf16(table, 'be', false), 'utf-16be'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: table, encoding });
  });

  test('Windows-1252, all that it has', () => {
    const bytes = Uint8Array.from([0x61, 0xe9, 0x20, 0x80, 0x8a, 0x92, 0x93, 0x94, 0x96, 0x9f, 0xa0, 0xff, 0x0d, 0x0a]);
    expect(decodeText(bytes)).toEqual({ text: 'aé €Š’“”–Ÿ\u00a0ÿ\r\n', encoding: 'windows-1252' });
  });

  test('longer than one piece', () => {
    const bytes = new Uint8Array(20_000).fill(0xe4);
    expect(decodeText(bytes)).toEqual({ text: 'ä'.repeat(20_000), encoding: 'windows-1252' });
  });
});

test.each([
  ['nothing of Windows-1252', [0x61, 0xe9, 0x81], 'encoding-unknown'],
  ['control characters', [0x61, 0xe9, 0x00], 'encoding-unknown'],
  ['DEL', [0xe9, 0x7f], 'encoding-unknown'],
  ['UTF-32 LE', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], 'encoding-unknown'],
  ['UTF-32 BE', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x61], 'encoding-unknown'],
  ['half a character of UTF-16', [0xff, 0xfe, 0x61], 'encoding-unknown'],
  ['a lone surrogate of UTF-16', [0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00], 'encoding-unknown'],
  ['a broken character after the mark of UTF-8', [0xef, 0xbb, 0xbf, 0xe9, 0x61], 'encoding-unknown'],
  ['.xlsx and .ods', [0x50, 0x4b, 0x03, 0x04, 0x14], 'is-a-workbook'],
  ['.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'is-a-workbook'],
])('refused: %s', (_, bytes, refused) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ text: null, refused });
});

test('empty and tiny files', () => {
  expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  expect(decodeText(Uint8Array.of(0xff))).toEqual({ text: 'ÿ', encoding: 'windows-1252' });
  expect(decodeText(Uint8Array.of(0xff, 0xfe))).toEqual({ text: '', encoding: 'utf-16le' });
});

test('any text comes back from UTF-8 and UTF-16, any bytes are text or refused', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      // A header row stands before anything else.
      const file = `workspace,${text}`;
      for (const bytes of [Buffer.from(file), utf16(file, 'le', true), utf16(file, 'be', true)]) {
        expect(decodeText(bytes).text).toBe(file);
      }
      expect(decodeText(utf16(file, 'le', false)).text).toBe(file);
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const { text } = decodeText(bytes);
      expect(text === null || text.isWellFormed()).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
