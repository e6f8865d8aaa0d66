import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { leftOutText, reportOf } from '../../components/ui/report-text.ts';
import { readTextsFrom } from '../../components/ui/text.ts';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import { aKey, aMapping, aMembership, aUser, aWorkspace, now } from '../../test/support/mappings.ts';
import type { Mapping } from '../domain/mapping.ts';
import { type Report, saidInReport } from '../domain/report.ts';
import { linksOf, type Snapshot, type SnapshotFinding, unsealedSnapshot } from '../domain/snapshot.ts';
import { exportParts } from './export-parts.ts';
import { htmlParts, htmlText, styleSource } from './html.ts';
import { canonicalParts, canonicalText, digestOfBlob, sealSnapshot, snapshotParts } from './json.ts';
import { markdownParts, markdownText } from './markdown.ts';
import { defaultPolicy } from '../domain/policy.ts';

beforeAll(() => {
  const messages = catalogue as Record<string, { message: string }>;
  readTextsFrom((name, given = []) =>
    (messages[name]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => given[Number(digit) - 1] ?? ''),
  );
});

const secret = 'a1B2'.repeat(10);

async function aSnapshot(rows: Partial<Mapping> = {}, findings: SnapshotFinding[] = []): Promise<Snapshot> {
  const mapping = aMapping({
    workspaces: [aWorkspace('w', { name: 'EMEA Sales' }), aWorkspace('v', { name: 'Legal' })],
    users: [aUser('ana', { name: 'Ana', kind: 'person', license: 'Full' })],
    memberships: [aMembership('ana', 'w', 'Admin')],
    keys: [
      aKey('k1', 'w', 'ana', { label: 'CRM', hint: '9f3c', createdOn: '2026-01-01', usedBy: ['CRM sync'] }),
      aKey('k2', 'v', null, { type: 'sandbox', status: 'presumed-dead' }),
    ],
    coverage: { w: { keys: { at: now, complete: true }, members: null } },
    ...rows,
  });
  const document = unsealedSnapshot(mapping, { id: 's', takenAt: now, label: 'Q3', previous: null });
  return sealSnapshot({ ...document, findings });
}

async function text(document: Snapshot, format: 'markdown' | 'html' | 'csv' | 'json'): Promise<string> {
  const parts = await exportParts(document, format, () => ({
    report: reportOf(document, 'ltr', defaultPolicy),
    instead: leftOutText(),
  }));
  return [...parts].join('');
}

const findings: SnapshotFinding[] = [
  { rule: 'personal-owner', subjectKind: 'key', subjectId: 'k1', severity: 'high', accepted: null },
  { rule: 'from-the-future', subjectKind: 'user', subjectId: 'ana', severity: 'dire', accepted: { until: 'x' } },
  { rule: 'unread-workspace', subjectKind: 'workspace', subjectId: 'w', severity: 'info', accepted: null },
];

describe('what a report says', () => {
  test('what it does not cover stands above everything else', async () => {
    for (const format of ['markdown', 'html'] as const) {
      const said = await text(await aSnapshot({}, findings), format);
      const at = said.indexOf('Not covered');
      expect(at).toBeGreaterThan(-1);
      expect(at).toBeLessThan(said.indexOf('Digest'));
      expect(at).toBeLessThan(said.indexOf('Findings by severity'));
      expect(said).toContain('The key page of one workspace was never read, so keys may be missing here: Legal.');
      expect(said).toContain('The member lists of 2 workspaces were never read');
      expect(said).toContain('Removals outside this browser');
    }
  });

  test('each key with everything that is known of it', async () => {
    const said = await text(await aSnapshot({}, findings), 'markdown');
    const [row] = said.split('\n').filter((line) => line.includes('CRM \\(') || line.startsWith('| **CRM'));
    for (const part of [
      'CRM',
      'Production key',
      '9f3c',
      'Ana',
      'ana@northwind.example',
      'Person',
      'CRM sync',
      'Active',
    ]) {
      expect(row).toContain(part);
    }
    expect(row).toContain('Acts as ana@northwind.example (Admin, Full)');
    expect(row).toContain('Reaches this workspace; whether the owner is an Org Admin');
    expect(row).toContain('High: Key owned by a person');
    expect(row).toContain('dire: from-the-future (accepted)');
    expect(row).toContain('made 59 days ago');
    const dead = said.split('\n').find((line) => line.includes('Presumed dead'))!;
    expect(dead).toContain('Owner unknown');
    expect(dead).not.toContain('Acts as');
  });

  test('read in part, read long ago, owners not known', async () => {
    const old = { at: '2025-06-01T00:00:00.000Z', complete: true };
    const document = await aSnapshot({
      keys: [aKey('k', 'w', null)],
      coverage: { w: { keys: old, members: old }, v: { keys: { at: now, complete: false }, members: old } },
    });
    const said = await text(document, 'html');
    expect(said).toContain('One workspace was read only in part: Legal.');
    expect(said).toContain('2 workspaces were last read long ago');
    expect(said).toContain('The owner of one living key is not known.');
  });

  test('nothing known yet is a report, too', async () => {
    const document = await aSnapshot({ workspaces: [], users: [], memberships: [], keys: [], coverage: {} });
    expect(await text(document, 'markdown')).toContain('0 keys');
    expect(await text(document, 'html')).toMatch(/<\/html>\n$/);
  });
});

describe('a name is never more than a name', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '[click](https://evil.example)',
      '![x](https://evil.example/x.png)',
      '| cell | `code` | **bold** |',
      '# heading',
      '1. list',
      '- list',
      'https://evil.example',
      'www.evil.example',
      'a\n\n# b',
      '&lt;b&gt;',
      '\\| out',
      '\u202eevil',
      '~~x~~ $x$ ^x^',
    ),
  );

  const aReport = (name: string): Report => ({
    language: 'en',
    direction: 'ltr',
    title: name,
    facts: [{ name, value: name }],
    uncovered: { heading: name, lines: [name] },
    tables: [
      {
        heading: name,
        about: [name],
        columns: [name, 'x'],
        rows: [
          [
            { strong: name, lines: [name] },
            { strong: null, lines: [] },
          ],
        ],
      },
    ],
    footer: [name],
  });

  test('in HTML: the same tags whatever the names are', () => {
    const tags = (said: string): string[] => said.match(/<[^>]*>/g)!.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    const plain = tags([...htmlParts(aReport('name'), "'x'", '-')].join(''));
    fc.assert(
      fc.property(names, (name) => {
        const said = [...htmlParts(aReport(`n${name}`), "'x'", '-')].join('');
        expect(tags(said)).toEqual(plain);
        // Back through what a browser does with entities, it is the name.
        const title = /<title>(.*)<\/title>/.exec(said)![1]!;
        const read = title.replace(
          /&(amp|lt|gt|quot|#39);/g,
          (_, code: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[code]!,
        );
        expect(read).toBe(saidInReport(`n${name}`, '-'));
      }),
      { numRuns: 1000 },
    );
    expect(htmlText(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#39;');
  });

  test('in Markdown: every mark is escaped, every row has its cells, every line its place', () => {
    const lines = [...markdownParts(aReport('name'), '-')].join('').split('\n').length;
    fc.assert(
      fc.property(names, (name) => {
        const said = [...markdownParts(aReport(`n${name}`), '-')].join('');
        expect(said.split('\n')).toHaveLength(lines);
        const row = said.split('\n').find((line) => line.startsWith('| **'))!;
        expect(row.replace(/\\[\s\S]/g, '').match(/\|/g)).toHaveLength(3);
        const bare = markdownText(saidInReport(name, '-')).replace(/\\[\s\S]/g, '');
        expect(bare).not.toMatch(/[`*_{}[\]<>|#~&!$^\\]/);
        expect(bare).not.toMatch(/:\/\/|\bwww\.|^[-+=]|^\d+[.)]/i);
        // Without its escapes it is the name.
        expect(markdownText(name).replace(/\\([\s\S])/g, '$1')).toBe(name);
      }),
      { numRuns: 1000 },
    );
    expect(markdownText('[x](http://y) | `z`')).toBe('\\[x\\](http\\://y) \\| \\`z\\`');
    expect(markdownText('12. x')).toBe('12\\. x');
    expect(markdownText('- x')).toBe('\\- x');
    expect(markdownText('a - 1. x')).toBe('a - 1. x');
  });

  test('what looks like a key is left out of every format; a digest is none', async () => {
    const document = await aSnapshot({
      workspaces: [aWorkspace('w', { name: secret }), aWorkspace('v')],
      keys: [aKey('k1', 'w', 'ana', { label: secret, usedBy: [secret], notes: secret })],
      users: [aUser('ana', { name: secret, email: `${secret}@x.example`, license: secret })],
    });
    for (const format of ['markdown', 'html', 'csv'] as const) {
      const said = await text(document, format);
      expect(said).not.toContain(secret);
      if (format !== 'csv') expect(said).toContain(document.digest);
    }
    expect(saidInReport(`sha256:${'ab12'.repeat(16)}`, '-')).toBe(`sha256:${'ab12'.repeat(16)}`);
    expect(saidInReport(`${'a'.repeat(40)}`, '-')).toBe('-');
    expect(saidInReport(`${'a'.repeat(39)}`, '-')).toBe('a'.repeat(39));
    expect(saidInReport(' a\u0000\r\nb\u202e\ud800 ', '-')).toBe('a b\ufffd');
  });
});

describe('the HTML file', () => {
  test('carries its own policy, no script, and nothing from elsewhere', async () => {
    const said = await text(await aSnapshot({}, findings), 'html');
    const style = /<style>([\s\S]*?)<\/style>/.exec(said)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(await styleSource()).toBe(`'sha256-${hash}'`);
    expect(said).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(said).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(said).not.toMatch(/<script|<link|<img|<iframe|<a |src=|url\(|@import| on\w+=/i);
    expect(said).toContain('display:table-header-group');
    expect(said).not.toMatch(/@page\{[^}]*size/);
  });
});

describe('seals', () => {
  test('pieces come to the same canonical text and digest as the whole', async () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        // RFC 8785 has no lone surrogates, and -0 is 0.
        const plain = JSON.parse(JSON.stringify(document).replace(/\\ud[89a-f]../gi, '')) as object;
        expect([...canonicalParts(plain)].join('')).toBe(canonicalText(plain));
      }),
    );
    const { digest, ...unsealed } = await aSnapshot();
    expect(await digestOfBlob(new Blob([...canonicalParts(unsealed)]))).toBe(digest);
  });

  test('the text of the file in pieces is what it is as a whole', async () => {
    const document = await aSnapshot({}, findings);
    const whole = (plain: object): string => `${JSON.stringify(plain, null, 2)}\n`;
    expect([...snapshotParts(document)].join('')).toBe(whole(document));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (plain) => {
        expect([...snapshotParts(plain as unknown as Snapshot)].join('')).toBe(whole(plain));
      }),
    );
  });

  test('how each hangs on the one before', () => {
    const row = (digest: string, previous: string | null) => ({ digest, previous });
    expect(linksOf([])).toEqual([]);
    expect(linksOf([row('a', null), row('b', 'a'), row('c', 'b')])).toEqual(['first', 'joined', 'joined']);
    expect(linksOf([row('b', 'a'), row('d', 'c')])).toEqual(['gap', 'gap']);
    expect(linksOf([row('a', null), row('b', null), row('c', 'a')])).toEqual(['first', 'broken', 'broken']);
  });
});
