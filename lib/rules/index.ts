/** Every rule, found by itself: one file in this folder is one rule, and its name is the rule's id, for ever. */
import type { NamedRule, Rule } from '../domain/findings.ts';

const files = import.meta.glob<Rule>(['./*.ts', '!./index.ts', '!./*.test.ts'], { eager: true, import: 'rule' });

/** All rules, by id. */
export const rules: readonly NamedRule[] = Object.entries(files)
  .map(([path, rule]) => ({ ...rule, id: path.slice('./'.length, -'.ts'.length) }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
