import { render } from 'preact';
import { expect, test } from 'vitest';
import { Popup } from './popup.tsx';

test('names itself', () => {
  render(<Popup />, document.body);
  expect(document.querySelector('h1')?.textContent).toBe('Keyholder for PandaDoc');
});
