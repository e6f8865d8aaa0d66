/** The two places that take a secret: what they answer, and that nothing of it stays. */
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '../../test/samples/accessibility.ts';
import { northwind, northwindEu, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices, sampleTag } from '../../test/samples/services.ts';
import { createEstate } from './estate.ts';
import { KeyFinder } from './key-finder.tsx';
import { Toast } from './toast.tsx';
import './style.css';

const secret = '7c1e0b5d9a3f42688e1d6c0b9f7a5e3d2c4b9f3c';
const other = '0c1e0b5d9a3f42688e1d6c0b9f7a5e3d2c4b0000';
const epoch = '0000000a';
let root: HTMLElement;

beforeEach(() => {
  root = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  vi.useRealTimers();
  render(null, root);
  root.remove();
});

const fingerprint = (id: string, generation = 1, made = epoch) =>
  ({ id: `${made}.${sampleTag(id)}`, region: 'us', revision: 1, keyId: 'k1', generation, at: sampleNow }) as const;

async function show(rows: ReturnType<typeof fingerprint>[] = [], now: string | null = epoch) {
  const records = recordsOf([northwind, northwindEu], sampleNow);
  const services = sampleServices(records, { fingerprints: { rows, epoch: now } });
  const estate = createEstate(services);
  await estate.load();
  render(
    <>
      <KeyFinder estate={estate} />
      <Toast estate={estate} />
    </>,
    root,
  );
  return { services, estate };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const lookUp = () => page.getByRole('textbox', { name: 'Key, or its last four characters' });
const paste = () => page.getByRole('textbox', { name: 'Paste the key' });
const status = () => page.getByRole('dialog').getByRole('status');
const says = (text: string) => expect.poll(() => status().element().textContent).toContain(text);

/** As the browser does when somebody pastes: the event first, and the text only where nobody took it. */
function pasteInto(field: Element, text: string): void {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  if (!field.dispatchEvent(event)) return;
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}

/** Everything of the page that can hold a text. */
function pageHolds(text: string): boolean {
  const values = [...document.querySelectorAll('input')].map(({ value }) => value);
  return document.documentElement.outerHTML.includes(text) || values.some((value) => value.includes(text));
}

describe('which key is this', () => {
  test('a known one: which, what it does, and since when it is known', async () => {
    await show([fingerprint(secret)]);
    await button('Which key is this?').click();
    await expect.element(lookUp()).toBeVisible();
    pasteInto(lookUp().element(), `Authorization: API-Key ${secret}`);
    await says('Known by its fingerprint of');
    await says('EMEA Sales. Acts as dana');
    expect((lookUp().element() as HTMLInputElement).value).toBe('');
    expect(pageHolds(secret)).toBe(false);
  });

  test('a pasted key is not even for a moment in the field', async () => {
    await show([fingerprint(secret)]);
    await button('Which key is this?').click();
    await expect.element(lookUp()).toBeVisible();
    const held: string[] = [];
    const look = ({ target }: Event): void => void held.push((target as HTMLInputElement).value);
    document.addEventListener('input', look, true);
    pasteInto(lookUp().element(), secret);
    document.removeEventListener('input', look, true);
    await says('Known by its fingerprint of');
    expect(held).toEqual([]);
  });

  test('a former secret is told from the present one', async () => {
    await show([fingerprint(secret, 0)]);
    await button('Which key is this?').click();
    await expect.element(lookUp()).toBeVisible();
    pasteInto(lookUp().element(), secret);
    await says('A former secret of this key');
  });

  test('not known: only as far as is covered, and the keys that end alike', async () => {
    await show([fingerprint(other)]);
    await button('Which key is this?').click();
    await expect.element(lookUp()).toBeVisible();
    pasteInto(lookUp().element(), secret);
    await says('Not known by a fingerprint. Ends in 9f3c');
    await says('EMEA Sales. Acts as dana');
    await says('Keys with a fingerprint: 1,');
    pasteInto(lookUp().element(), 'e7f1' + secret.slice(4, 36) + 'dddd');
    await says('Not in the mapping, as far as it is covered.');
    await says('Key pages read:');
  });

  test('by the last four characters; they stay until the field is left or half a minute has passed', async () => {
    await show();
    await button('Which key is this?').click();
    await lookUp().fill('9F3C');
    await says('1 key ends in 9F3C');
    expect((lookUp().element() as HTMLInputElement).value).toBe('9F3C');
    await userEvent.tab();
    expect((lookUp().element() as HTMLInputElement).value).toBe('');
    await says('1 key ends in 9F3C');
    await lookUp().fill('zzzz');
    await says('No key that ends in zzzz is in the mapping');
    await says('Keys with a fingerprint: 0,');
    const field = lookUp().element() as HTMLInputElement;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    field.value = '77be';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    vi.advanceTimersByTime(29_000);
    expect(field.value).toBe('77be');
    vi.advanceTimersByTime(1_500);
    expect(field.value).toBe('');
    vi.useRealTimers();
    await expect.poll(() => (lookUp().element() as HTMLInputElement).value).toBe('');
  });

  test('typed letter by letter: hidden, taken by Enter, and gone', async () => {
    await show([fingerprint(secret)]);
    await button('Which key is this?').click();
    await lookUp().click();
    await userEvent.keyboard(secret);
    expect(getComputedStyle(lookUp().element()).getPropertyValue('-webkit-text-security')).toBe('disc');
    await userEvent.keyboard('{Enter}');
    await says('Known by its fingerprint of');
    expect(pageHolds(secret)).toBe(false);
    await expect.poll(() => document.activeElement).toBe(lookUp().element());
    // The browser's own undo brings nothing back.
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(pageHolds(secret)).toBe(false);
  });

  test('two keys at once, or a text that is none, are forgotten and said', async () => {
    await show([fingerprint(secret)]);
    await button('Which key is this?').click();
    await expect.element(lookUp()).toBeVisible();
    pasteInto(lookUp().element(), `${secret} ${other}`);
    await says('That is no API key, and was forgotten.');
    expect(pageHolds(secret)).toBe(false);
  });

  test('fingerprints of a key that was lost are counted, not taken for a change', async () => {
    await show([fingerprint(secret, 1, '0000000b')]);
    await button('Which key is this?').click();
    await expect.element(lookUp()).toBeVisible();
    pasteInto(lookUp().element(), 'e7f1' + secret.slice(4, 36) + 'dddd');
    await says('Not in the mapping');
    await says('1 fingerprint can no longer be checked');
    await says('Keys with a fingerprint: 0,');
  });
});

describe('fingerprint a key', () => {
  test('pasted, chosen, saved: the background hears a fingerprint and nothing else', async () => {
    const { services } = await show([], null);
    await button('Fingerprint a key').click();
    await expect.element(page.getByRole('dialog', { name: 'Fingerprint a key' })).toBeVisible();
    expect(document.activeElement).toBe(paste().element());
    await expect.element(button('Save fingerprint')).toBeDisabled();
    await expect.element(paste()).toBeVisible();
    pasteInto(paste().element(), secret);
    await says('Fingerprint made of the key that ends in 9f3c');
    expect((paste().element() as HTMLInputElement).value).toBe('');
    // The only key with these last characters is the likely one.
    await expect
      .element(page.getByRole('combobox', { name: 'Whose fingerprint it is' }))
      .toHaveValue('Order desk (Production key), EMEA Sales');
    await button('Save fingerprint').click();
    await expect.element(page.getByText(/^Fingerprint saved/)).toBeVisible();
    expect(services.sent.at(-1)).toMatchObject({
      type: 'own/save-fingerprint',
      body: { keyId: 'k1', fingerprint: `00000001.${sampleTag(secret)}` },
    });
    expect(JSON.stringify(services.sent)).not.toContain(secret);
    expect(pageHolds(secret)).toBe(false);
    await expect.poll(() => document.activeElement).toBe(button('Fingerprint a key').element());
    await button('Which key is this?').click();
    await expect.element(lookUp()).toBeVisible();
    pasteInto(lookUp().element(), secret);
    await says('Known by its fingerprint of');
  });

  test('what is no key makes no fingerprint', async () => {
    await show();
    await button('Fingerprint a key').click();
    await paste().fill('9f3c');
    await userEvent.keyboard('{Enter}');
    await says('That is no API key');
    await expect.element(button('Save fingerprint')).toBeDisabled();
  });
});

test.each(['Which key is this?', 'Fingerprint a key'])('%s is accessible, at 320 pixels too', async (name) => {
  await page.viewport(320, 600);
  await show([fingerprint(secret)]);
  await button(name).click();
  const field = name === 'Fingerprint a key' ? paste() : lookUp();
  await expect.element(field).toBeVisible();
  pasteInto(field.element(), secret);
  await says('ingerprint');
  // The panel slides in; what is drawn anew meanwhile would end its animation.
  await expect.poll(() => document.getAnimations().length).toBe(0);
  expect(await violations()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1280, 900);
});
