import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Key } from './mapping.ts';
import { type OwnerTypeSuggestion, suggestOwnerType } from './suggest-owner-type.ts';

const noKeys = { keysByOwner: new Map<string, Key[]>() };

function suggest(name: string | null, email: string | null, patterns: string[] = []): OwnerTypeSuggestion | null {
  return suggestOwnerType({ id: 'u', name, email }, noKeys, patterns);
}

interface Labelled {
  service: boolean;
  name: string | null;
  email: string;
}

/** FNV-1a, 32 bits: which half a line of the list belongs to never depends on the lines around it. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

function readList(file: string): string[] {
  const text = readFileSync(new URL(`../../test/fixtures/owner-names/${file}`, import.meta.url), 'utf8');
  return text.trim().split('\n');
}
const labelled = (lines: readonly string[]): Labelled[] =>
  lines.map((line) => {
    const [label, name = '', email = ''] = line.split('\t');
    return { service: label === 'service', name: name === '' ? null : name, email };
  });

const lines = readList('names.tsv');
/** Words and weights were chosen by this half. */
const tuning = labelled(lines.filter((line) => (hash(line) >>> 16) % 2 === 0));
/** Not used for choosing them, and yet not blind: whoever wrote the rules wrote this half as well. */
const sameHand = labelled(lines.filter((line) => (hash(line) >>> 16) % 2 === 1));
const apart = readList('held-out.tsv');
/**
 * Written by somebody who had not read the vocabulary, and scored once before anything was changed: 182 names, precision
 * 1.000 at recall 0.773 (68 of 88), people 0.968. What was missed led to rules that are about no single word of the list
 * (endings by stem, names of groups, names that are sites, "do not reply" as a negation and a verb). Some of the stems
 * were prompted by what was missed, so that what it scores since is no longer a blind figure.
 */
const heldOut = labelled(apart);
const blindLines = readList('blind.tsv');
/**
 * Written anew, in the names and alphabets of 40 countries and full of people called like things, before its author had
 * read the vocabulary, and scored once before anything was changed: 318 names, precision 0.977 (3 people of 132: "Jira
 * Suwannarat", "Boomi Subramanian", "Api Chaiyasit") at recall 0.832 (129 of 155), people 0.924. Both below what is asked.
 * What was missed led to rules (a given name with an initial, words joined by hyphens, alphabets without blanks) and to
 * words in languages that were missing, so that what it scores since is no blind figure either.
 */
const blind = labelled(blindLines);
/**
 * More, each written by somebody who had read neither vocabulary, rules nor another list (but for three lines, to
 * learn the format), and each scored once before anything was changed because of it; README.md of the lists has every
 * first score. The first scores say how the rules do on names that nobody here has seen, what the test prints does not.
 */
const later = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((which) => {
  const file = `blind-${which}.tsv`;
  return { file, lines: readList(file) };
});

function measure(list: readonly Labelled[]) {
  const judged = list.map((each) => ({ ...each, kind: suggest(each.name, each.email)?.kind ?? null }));
  const suggested = judged.filter(({ kind }) => kind === 'service-account');
  const right = suggested.filter(({ service }) => service).length;
  const people = judged.filter(({ kind }) => kind === 'person');
  return {
    count: list.length,
    precision: right / suggested.length,
    recall: right / list.filter(({ service }) => service).length,
    personPrecision: people.filter(({ service }) => !service).length / people.length,
    personRecall: people.filter(({ service }) => !service).length / list.filter(({ service }) => !service).length,
    wrong: judged
      .filter(({ service, kind }) => (service ? kind !== 'service-account' : kind === 'service-account'))
      .map(({ name, email, kind }) => `${kind}: ${name ?? ''} <${email}>`),
  };
}

describe('the labelled lists', () => {
  test('are long enough, and say everything once', () => {
    const all = [...lines, ...apart, ...blindLines, ...later.flatMap((each) => each.lines)];
    expect(lines.length).toBeGreaterThanOrEqual(400);
    expect(apart.length).toBeGreaterThanOrEqual(120);
    expect(blindLines.length).toBeGreaterThanOrEqual(200);
    for (const each of later) expect(each.lines.length).toBeGreaterThanOrEqual(240);
    // Two authors may think of the same.
    for (const list of [lines, apart, blindLines, ...later.map((each) => each.lines)])
      expect(new Set(list).size).toBe(list.length);
    for (const line of all) expect(line).toMatch(/^(?:service|person)\t[^\t]*\t[^\t@]+@[^\t@]+$/);
    for (const list of [tuning, sameHand, heldOut, blind, ...later.map((each) => labelled(each.lines))])
      expect(list.filter(({ service }) => service).length).toBeGreaterThan(80);
  });

  test.each([
    ['written without knowing the rules, since then seen', heldOut],
    ['the same, a second time', blind],
    ...later.map(({ file, lines: some }): [string, Labelled[]] => [file, labelled(some)]),
    ['kept out, by the same hand', sameHand],
  ])('service accounts, %s: precision at least 0.99 at recall at least 0.9', (which, list) => {
    const { count, precision, recall, personPrecision, personRecall, wrong } = measure(list);
    const figures = { precision, recall, personPrecision, personRecall };
    const shown = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(3)}`);
    console.log(`${which}: ${count} names, ${shown.join(', ')}`);
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(personPrecision).toBeGreaterThanOrEqual(0.95);
  });

  test('the half that they were tuned by', () => {
    const { precision, recall, wrong } = measure(tuning);
    expect({ precision, recall, wrong }).toMatchObject({ precision: 1 });
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });
});

describe('the reasons', () => {
  test('a service account says so in its address, and its keys support it', () => {
    const key = (workspaceId: string, status: Key['status']) => ({ workspaceId, status }) as Key;
    const keysByOwner = new Map([
      ['u', [key('w1', 'active'), key('w2', 'active'), key('w2', 'active'), key('w3', 'active'), key('w4', 'revoked')]],
    ]);
    expect(suggestOwnerType({ id: 'u', name: null, email: 'svc-crm@northwind.example' }, { keysByOwner }, [])).toEqual({
      kind: 'service-account',
      reasons: [
        { code: 'address-starts-with', text: 'svc-' },
        { code: 'keys-in-workspaces', count: 3 },
      ],
    });
  });

  test('keys alone say nothing', () => {
    const keysByOwner = new Map([
      ['u', ['w1', 'w2', 'w3'].map((workspaceId) => ({ workspaceId, status: 'active' }) as Key)],
    ]);
    expect(suggestOwnerType({ id: 'u', name: 'Ada', email: null }, { keysByOwner }, [])).toBeNull();
  });

  test.each([
    ['Zapier', null, [{ code: 'name-says', text: 'Zapier' }]],
    ['Data Team', null, [{ code: 'name-says', text: 'Data Team' }]],
    [null, 'no-reply@northwind.example', [{ code: 'address-says', text: 'no-reply' }]],
    [null, 'integrations+eu@northwind.example', [{ code: 'address-says', text: 'integrations' }]],
    ['Ada', 'ada@bots.northwind.example', [{ code: 'domain-says', text: 'bots' }]],
    [null, 'geen-antwoord@northwind.example', [{ code: 'address-says', text: 'geen-antwoord' }]],
    [
      'Make.com',
      'make@northwind.example',
      [
        { code: 'address-says', text: 'make' },
        { code: 'name-says', text: 'Make.com' },
      ],
    ],
    ['Leeds Office', 'leeds@northwind.example', [{ code: 'name-says', text: 'Leeds Office' }]],
    ['RFC_PANDA', 'rfcp@northwind.example', [{ code: 'name-says', text: 'RFC_PANDA' }]],
    [null, 'app-wallaby@northwind.example', [{ code: 'address-says', text: 'app-wallaby' }]],
    ['Northwind Homes', 'office@northwind.example', [{ code: 'name-says', text: 'Northwind Homes' }]],
    ['営業支援部', 'shien@hinode.example', [{ code: 'name-says', text: '営業支援部' }]],
    [
      'NetSuite Ferry',
      'netsuite-ferry@northwind.example',
      [
        { code: 'address-starts-with', text: 'netsuite-' },
        { code: 'name-says', text: 'NetSuite Ferry' },
      ],
    ],
    ['Fjordvik Sync', 'fjordvik@northwind.example', [{ code: 'name-says', text: 'Fjordvik Sync' }]],
    ['Max (Bot)', 'max@northwind.example', [{ code: 'name-says', text: 'Max (Bot)' }]],
    ['サービスアカウント', 'keiyaku@hinode.example', [{ code: 'name-says', text: 'サービスアカウント' }]],
    [
      'Team Vertragswesen',
      'vertragswesen@alpen.example',
      [
        { code: 'address-says', text: 'vertragswesen' },
        { code: 'name-says', text: 'Team Vertragswesen' },
      ],
    ],
    ['Matter Intake', 'matterintake@northwind.example', [{ code: 'name-says', text: 'Matter Intake' }]],
    ['Recruitment Manila', 'recruitment.manila@northwind.example', [{ code: 'name-says', text: 'Recruitment Manila' }]],
    ['Legal & Compliance Unit', 'lcu@northwind.example', [{ code: 'name-says', text: 'Legal & Compliance Unit' }]],
    ['Nightly Print', 'nightly-print@northwind.example', [{ code: 'name-says', text: 'Nightly Print' }]],
    ['Qualitätssicherung', 'qs@alpen.example', [{ code: 'name-says', text: 'Qualitätssicherung' }]],
  ])('%s <%s>', (name, email, reasons) => {
    expect(suggest(name, email)).toEqual({ kind: 'service-account', reasons });
  });

  test.each([
    ['Greg Abbott', 'greg.abbott@northwind.example'],
    ['Anna Schmidt (Integrations)', 'a.schmidt@alpen.example'],
    ['Sven Vinter Claesson', 'svc@fjord.example'],
    ['Marco Integralli', 'marco.integralli@lago.example'],
    ['Salesforce Admin - Joanna Prout', 'joanna.prout@northwind.example'],
  ])('%s <%s> is a person', (name, email) => {
    expect(suggest(name, email)).toEqual({ kind: 'person', reasons: [{ code: 'address-made-of-name' }] });
  });

  test.each([
    ['John Smith', 'admin@smith.example'],
    ['Jan Bot', 'jan.bot@northwind.example'],
    ['No Min-Jun', 'no.min-jun@han.example'],
    ['Jira Suwannarat', 'jira.s@chaophraya.example'],
    ['Priya', 'priya@systems.co.in'],
    ['Okta Wijaya', 'okta.wijaya@java.example'],
    ['Admin User', 'carla.diaz@northwind.example'],
    ['Dale Connector', 'dale@roofing.example'],
    ['Tessa Portal', 'tessa.portal@northwind.example'],
    ['Makoto Api', 'm.api@hoshino.example'],
    ['佐藤(システム部)', 'sato.system@hoshino.example'],
    ['田中 自動', 'jido.tanaka@hoshino.example'],
    ['Laura - Contracts', 'laura.contracts@northwind.example'],
    ['Dr. Irmgard Automatski', 'irmgard.automatski@klinik.example'],
    ['Dev Anand', 'dev@anand.example'],
    ['Zane Account', 'zaccount@northwind.example'],
    ['服部', 'hattori@hinode.example'],
    ['Info Okonkwo', 'info.okonkwo@northwind.example'],
    ['Roberto Sales', 'rsales@northwind.example'],
    ['Owner', 'gwen@northwind.example'],
    ['Sales', null],
    [null, null],
    ['', ''],
    [null, '@'],
  ])('%s <%s>: nothing is said clearly enough', (name, email) => {
    expect(suggest(name, email)).toBeNull();
  });

  test("the organization's own patterns come first", () => {
    expect(suggest('Penny', 'penny@north.example', ['robot-*', 'penny@*'])).toEqual({
      kind: 'service-account',
      reasons: [{ code: 'fits-pattern', pattern: 'penny@*' }],
    });
    expect(suggest('Greg Abbott', 'greg.abbott@northwind.example', ['greg *'])?.kind).toBe('service-account');
  });

  test('any text gets an answer, the same in any case', () => {
    const text = fc.option(fc.oneof(fc.string({ unit: 'grapheme' }), fc.emailAddress()), { nil: null });
    fc.assert(
      fc.property(text, text, (name, email) => {
        const said = suggest(name, email);
        expect(said === null || said.reasons.length > 0).toBe(true);
        if (email !== null && /^[ -~]*$/.test(email)) {
          const lower = suggest(null, email.toLowerCase())?.kind;
          expect(suggest(null, `  ${email.toLowerCase()}`)?.kind).toBe(lower);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a long text is no work', () => {
    const long = 'api'.repeat(20_000);
    expect(() => suggest(long, `${long}@${'bot.'.repeat(5000)}example`)).not.toThrow();
    expect(() => suggest('a '.repeat(20_000), `${'a'.repeat(50_000)}@x.example`)).not.toThrow();
  });
});
