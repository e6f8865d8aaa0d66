/**
 * The contract of this folder: every file in it is a rule of product.md's table, each with examples of every kind that
 * hold, and with texts in every language. A new rule needs no line here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findAll, findingSeverities, type NamedRule, subjectKinds } from '../domain/findings.ts';
import { rules } from './index.ts';
import { contextOf, type Examples } from './support/example.ts';

const modules = import.meta.glob<Examples>(['./*.ts', '!./index.ts', '!./*.test.ts'], {
  eager: true,
  import: 'examples',
});
const examplesOf = (rule: NamedRule): Examples => modules[`./${rule.id}.ts`]!;
const root = path.resolve(import.meta.dirname, '../..');

/** product.md, "Findings": id → severities. */
const table: Record<string, string[]> = {
  'personal-owner': ['high'],
  'owner-unknown': ['medium'],
  'owner-gone': ['critical'],
  'owner-not-admin': ['high'],
  'org-admin-not-isolated': ['high'],
  'org-admin-everywhere': ['high'],
  'service-workspace-not-isolated': ['critical'],
  'rotation-due': ['low'],
  'rotation-overdue': ['high', 'medium'],
  'shared-rate-limit': ['high', 'medium', 'info'],
  concentration: ['high'],
  'unused-note': ['low'],
  'unread-workspace': ['info'],
  'duplicate-key': ['low'],
};

test('every file is a rule of the table, and the table has no other', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts' && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
  expect(rules.map(({ id }) => id)).toEqual(files.sort());
  expect(Object.fromEntries(rules.map(({ id, severities }) => [id, severities]))).toEqual(table);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { fires, doesNotFire, cannotTell } = examplesOf(rule);
  const ask = (given: Parameters<typeof contextOf>[0]) => findAll([rule], contextOf(given));

  test('has examples that fire, that do not, and that cannot tell', () => {
    expect(fires.length).toBeGreaterThan(0);
    expect(doesNotFire.length).toBeGreaterThan(0);
    expect(cannotTell.length).toBeGreaterThan(0);
    const all = [...fires, ...doesNotFire, ...cannotTell].map(({ says }) => says);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(fires.map((example) => [example.says, example] as const))('fires: %s', (_, { given, finds }) => {
    const { found } = ask(given);
    expect(found.map(({ subjectId }) => subjectId).sort()).toEqual(Object.keys(finds).sort());
    for (const { subjectId, severity, details } of found) {
      const wanted = finds[subjectId]!;
      expect(typeof wanted === 'string' ? severity : { severity, details }).toEqual(wanted);
    }
  });

  test.each(doesNotFire.map((example) => [example.says, example] as const))('does not fire: %s', (_, { given }) => {
    expect(ask(given)).toEqual({ found: [], unclear: [] });
  });

  test.each(cannotTell.map((example) => [example.says, example] as const))('cannot tell: %s', (_, example) => {
    const { found, unclear } = ask(example.given);
    expect(found).toEqual([]);
    expect(unclear.map(({ subjectId }) => subjectId).sort()).toEqual([...example.unclear].sort());
  });

  test('every severity and every reason that it may give is in an example', () => {
    const found = fires.flatMap(({ given }) => ask(given).found);
    expect([...new Set(found.map(({ severity }) => severity))].sort()).toEqual([...rule.severities].sort());
    const reasons = found.flatMap(({ details }) => details.reason ?? []);
    expect([...new Set(reasons)].sort()).toEqual([...(rule.reasons ?? [])].sort());
    expect(subjectKinds).toContain(rule.subject);
    for (const severity of rule.severities) expect(findingSeverities).toContain(severity);
  });

  test('names no subject twice, and says nothing where the policy has switched it off', () => {
    for (const { given } of [...fires, ...doesNotFire, ...cannotTell]) {
      const { found, unclear } = ask(given);
      const ids = [...found, ...unclear].map(({ subjectId }) => subjectId);
      expect(new Set(ids).size).toBe(ids.length);
      const context = contextOf(given);
      const off = { ...context, policy: { ...context.policy, rulesOff: [id] } };
      expect(findAll([rule], off)).toEqual({ found: [], unclear: [] });
    }
  });

  test.each(readdirSync(path.join(root, 'public/_locales')))('has its texts in %s', (language) => {
    const file = path.join(root, 'public/_locales', language, 'messages.json');
    const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
    const name = id.replaceAll('-', '_');
    const wanted = [
      `rule_title_${name}`,
      `rule_means_${name}`,
      `rule_do_${name}`,
      ...(rule.reasons ?? ['']).map((reason) => `rule_says_${name}_${reason.replaceAll('-', '_')}`.replace(/_$/, '')),
    ];
    for (const key of wanted) expect((messages[key] ?? messages[`${key}_other`])?.message, key).toBeTruthy();
  });
});
