/** Which workspaces a removal reaches, by what the dialog offers to choose from. */
import { afterEach, describe, expect, test } from 'vitest';
import { nameKey } from '../domain/identity.ts';
import type { Workspace } from '../domain/mapping.ts';
import type { Known } from '../pages/page.ts';
import { scopeOf } from './scope.ts';

const workspaces = new Map(
  [
    ['emea', 'EMEA Sales'],
    ['apac', 'APAC Sales'],
    ['old', 'Sales'],
    ['new', 'Sales'],
  ].map(([id, name]) => [id!, { id, name } as Workspace]),
);
const known = {
  workspaces: new Map([...workspaces.values()].map(({ name }) => [nameKey(name!), name!])),
} as unknown as Known;

afterEach(() => document.body.replaceChildren());

function scope(lines: string, wrap = 'ul') {
  document.body.setHTMLUnsafe(
    `<div role="dialog"><h2>Remove Dana?</h2><${wrap}>${lines}</${wrap}><label><input type="checkbox">I understand</label><button>Remove</button></div>`,
  );
  return scopeOf(document.querySelector('[role=dialog]'), known, { workspaces }, 'emea');
}
const line = (name: string, ticked: boolean): string =>
  `<li><label><input type="checkbox" ${ticked ? 'checked' : ''}>${name}</label></li>`;

describe('ticks in a dialog', () => {
  test('what is ticked counts, and nothing else', () => {
    expect(scope(line('EMEA Sales', true) + line('APAC Sales', false))).toEqual({
      scope: { workspaces: ['emea'] },
      from: 'dialog',
    });
  });

  test('of two workspaces with one name, either may be meant', () => {
    expect(scope(line('Sales', true) + line('EMEA Sales', true))).toEqual({
      scope: { workspaces: ['old', 'new', 'emea'] },
      from: 'dialog',
    });
  });

  test('a ticked one that nobody knows is not known, beside others and alone', () => {
    expect(scope(line('Started Yesterday', true) + line('EMEA Sales', true))).toEqual({
      scope: { workspaces: ['emea'] },
      from: 'dialog',
      unknown: true,
    });
    expect(scope(line('Started Yesterday', true) + line('EMEA Sales', false))).toEqual({
      scope: { workspaces: [] },
      from: 'dialog',
      unknown: true,
    });
  });

  test('what stands outside of their list is no workspace', () => {
    document.body.setHTMLUnsafe(
      `<div role="dialog"><h2>Remove Dana?</h2><ul>${line('EMEA Sales', true)}${line('APAC Sales', false)}</ul><p><label><input type="checkbox" checked>Tell them by e-mail</label></p><button>Remove</button></div>`,
    );
    expect(scopeOf(document.querySelector('[role=dialog]'), known, { workspaces }, 'emea')).toEqual({
      scope: { workspaces: ['emea'] },
      from: 'dialog',
    });
  });

  test('a promise among the boxes, ticked alone, ticks no workspace', () => {
    const label = (name: string, ticked: boolean) =>
      `<label><input type="checkbox" ${ticked ? 'checked' : ''}>${name}</label>`;
    document.body.setHTMLUnsafe(
      `<div role="dialog"><div>${label('EMEA Sales', false)}${label('APAC Sales', false)}${label('I know what I do', true)}</div><button>Remove</button></div>`,
    );
    expect(scopeOf(document.querySelector('[role=dialog]'), known, { workspaces }, 'emea')).toMatchObject({
      scope: { workspaces: ['emea', 'apac'] },
    });
  });

  test('nothing ticked: all that are offered', () => {
    expect(scope(line('EMEA Sales', false) + line('APAC Sales', false))).toMatchObject({
      scope: { workspaces: ['emea', 'apac'] },
    });
  });
});
