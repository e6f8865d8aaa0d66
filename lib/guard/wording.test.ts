/** What the guard hears in labels as products word them, in every language. */
import { describe, expect, test } from 'vitest';
import { harmless, said, type Kind } from '../../test/samples/wording.ts';
import { allWords } from '../pages/all-words.ts';
import { learnWords, says, saysOnly } from '../pages/words.ts';
import { isOn, isRoleName, rightsGiven, saysAdmin, saysCancel, saysRemove } from './labels.ts';

learnWords(allWords);

/** What a label may say, and how the guard hears it. */
const heard = {
  /** Takes somebody out of a workspace, or their account away. */
  person: (label) => saysRemove(label) && !says('deactivate-workspace', label),
  workspace: (label) => says('deactivate-workspace', label),
  key: (label) => says('generate', label),
  /** Gives somebody a role or licence, as one entry of a menu. */
  rights: (label) => rightsGiven(label) !== null,
  /** Leaves without doing anything. */
  leave: (label) => saysCancel(label) && !saysRemove(label),
  admin: saysAdmin,
  role: (label) => isRoleName(label) && !saysAdmin(label),
  guest: (label) => saysOnly('licence-guest', label),
  full: (label) => saysOnly('licence-full', label),
  none: (label) => saysOnly('no-access', label) || saysRemove(label),
  /** What a switch says that keeps an account alive. */
  alive: isOn,
  /** A message that somebody or something is gone. */
  gone: (label) => says('removed', label) && !says('refused', label),
  /** What will be is no message that it is so. */
  loses: (label) => says('loses-access', label) && !says('removed', label),
} as const satisfies Record<Kind, (label: string) => boolean>;

const listed = (texts: string): string[] => texts.split('|').map((text) => text.trim());
const heldKinds = ['person', 'workspace', 'rights'] as const;

test('every language is asked', () => {
  const languages = allWords.map((words) => words.language).sort();
  expect(Object.keys(said).sort()).toEqual(languages);
  expect(Object.keys(harmless).sort()).toEqual(languages);
});

describe.each(Object.keys(said))('%s', (language) => {
  test.each(Object.keys(heard) as Kind[])('%s', (kind) => {
    expect(listed(said[language]![kind]).filter((label) => !heard[kind](label))).toEqual([]);
  });

  test('what leaves does nothing', () => {
    const wrong = listed(said[language]!.leave).flatMap((label) =>
      heldKinds.filter((kind) => heard[kind](label)).map((kind) => `${label}: ${kind}`),
    );
    expect(wrong).toEqual([]);
  });

  test('what touches nobody is no act', () => {
    const wrong = listed(harmless[language]!).flatMap((label) =>
      heldKinds.filter((kind) => heard[kind](label)).map((kind) => `${label}: ${kind}`),
    );
    expect(wrong).toEqual([]);
  });
});
