import { describe, expect, test } from 'vitest';
import { tidy } from './text.ts';

describe('a text of the page', () => {
  test.each([
    ['Amministratore ▾', 'Amministratore'],
    ['EMEA Sales▼', 'EMEA Sales'],
    ['  Chef \n ⌄ ', 'Chef'],
    ['Deal Desk ▾\ufe0e', 'Deal Desk'],
  ])('%j loses the mark that a list opens below', (shown, read) => {
    expect(tidy(shown)).toBe(read);
  });

  test('that is nothing but such a mark stays, and one inside of a name too', () => {
    expect(tidy('▾')).toBe('▾');
    expect(tidy('North ▼ South')).toBe('North ▼ South');
  });
});
