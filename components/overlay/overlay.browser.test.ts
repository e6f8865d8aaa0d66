import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { OwnerCandidate } from '../../lib/messages/protocol.ts';
import { violations } from '../../test/samples/accessibility.ts';
import {
  accessible,
  click,
  key,
  model,
  mouse,
  one,
  open,
  ours,
  removal,
  type,
  until,
} from '../../test/tools/overlay-harness.ts';
import { focusWhatIsOpen } from './focus.ts';
import type { OwnerLinePart, WarningResult } from './index.ts';
import { drawOwnerDialog } from './owner-dialog.ts';
import { overlapArea } from './place.ts';
import { styles } from './styles.ts';
import { drawWarning } from './warning.ts';

let ends: AbortController[] = [];
let before = '';

beforeEach(async () => {
  await page.viewport(1000, 700);
  document.body.innerHTML =
    '<main><h1>Team and seats</h1><div id="row" style="height:60px;padding:10px"><b id="name">Dana Abbott</b> <button id="remove">Remove</button></div></main>';
  before = document.documentElement.outerHTML;
});

afterEach(() => {
  for (const end of ends) end.abort();
  ends = [];
  // Every trace is gone, whatever the test did.
  expect([...document.documentElement.children].map(({ tagName }) => tagName)).toEqual(['HEAD', 'BODY']);
  for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
  for (const style of document.head.querySelectorAll('[data-hostile]')) style.remove();
});

function start() {
  const opened = open();
  ends.push(opened.end);
  return opened;
}

const removeButton = () => document.querySelector<HTMLButtonElement>('#remove')!;

/** Asks for a warning and remembers its answer. */
function ask(...[overlay, about, focus]: [ReturnType<typeof start>['overlay'], Parameters<typeof model>, Element?]) {
  const answered: { result: WarningResult | null } = { result: null };
  void overlay.warn(model(...about), focus ?? null).then((result) => (answered.result = result));
  return answered;
}

/** The same, and waits until it is seen. */
async function warn(...about: Parameters<typeof ask>) {
  const answered = ask(...about);
  await frame();
  return answered;
}

/** The next frame, after whatever else is done for it. */
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

// The warning ---------------------------------------------------------------------------------------------------------

test('the warning is what assistive technology is promised', async () => {
  const { overlay } = start();
  await warn(overlay, [removal(['w1', 'w2']), { reasonNeeded: true, workspaceNames: ['EMEA Sales', 'LATAM'] }]);
  expect(overlay.warningOpen).toBe(true);
  await expect.poll(async () => (await accessible()).filter(({ role }) => role === 'alertdialog')).toHaveLength(1);
  const seen = await accessible();
  const named = (role: string) => seen.filter((each) => each.role === role).map(({ name }) => name);
  expect(named('alertdialog')[0]).toContain('Dana Abbott');
  expect(named('alertdialog')[0]).toContain('dana@northwind.example');
  expect(named('radiogroup')).toEqual(['Reason']);
  expect(named('radio')).toEqual([
    'Handover done',
    'Key no longer used',
    'Outage accepted',
    'Security emergency',
    'Other',
  ]);
  expect(seen.find(({ name }) => name === 'Remove anyway')).toMatchObject({ role: 'button', disabled: true });
  expect(seen.find(({ name, role }) => name === 'Keep user' && role === 'button')).toMatchObject({ focused: true });
  const items = ours('li').map(({ textContent }) => textContent);
  expect(items).toHaveLength(3);
  expect(items[0]).toMatch(/Production key, EMEA Sales.*45 days ago.*Salesforce sync and Billing/);
  expect(items[1]).toMatch(/CI \(Sandbox key\), EMEA Sales/);
  expect(items[2]).toMatch(/^May own: Production key, LATAM/);
  // The key that keeps working is a sentence and no list item.
  const prose = ours('dialog p').map(({ textContent }) => textContent);
  expect(prose).toContain('1 other key keeps working: Production key, Finance.');
  expect(prose).toContain('Member list never read: LATAM.');
});

test.each([
  [removal(['w1']), 'Removing Dana Abbott stops 2 API keys', 'Remove anyway', 'Keep user'],
  [
    { kind: 'change-role', users: ['u1'], scope: { workspaces: ['w1'] }, role: 'Member' } as const,
    'Changing the role of Dana Abbott narrows 2 API keys',
    'Change anyway',
    'Keep user',
  ],
  [
    { kind: 'change-licence', users: ['u1'], license: 'Guest' } as const,
    'Changing the licence of Dana Abbott narrows 3 API keys',
    'Change anyway',
    'Keep user',
  ],
  [
    { kind: 'generate', workspace: 'w1', type: 'production' } as const,
    'A new key in EMEA Sales stops 1 API key at once',
    'Generate anyway',
    'Keep key',
  ],
  [
    { kind: 'deactivate-workspace', workspaces: ['w1'] } as const,
    'Deactivating EMEA Sales stops 2 API keys',
    'Deactivate anyway',
    'Keep workspace',
  ],
  [removal(['w2']), 'Removing Dana Abbott may stop API keys', 'Remove anyway', 'Keep user'],
])('%o says what it does', async (action, heading, release, keep) => {
  const { overlay } = start();
  await warn(overlay, [action]);
  expect(one('h2').textContent).toBe(heading);
  expect(ours('dialog button').map(({ textContent }) => textContent)).toEqual([release, keep]);
});

test('several people are counted in the heading and all named', async () => {
  const { overlay } = start();
  const people = Array.from({ length: 7 }, (_, index) => ({
    name: `Person ${index}`,
    email: `p${index}@northwind.example`,
    ownerType: 'person' as const,
  }));
  await warn(overlay, [removal(['w1']), { people, sameName: true, scopeAssumed: 'all-owned' }]);
  const dialog = (await accessible()).find(({ role }) => role === 'alertdialog');
  expect(dialog?.name).toContain('7 users');
  for (const { email } of people) expect(dialog?.name).toContain(email);
  expect(one('dialog').textContent).toContain('Several people have this name');
  expect(one('dialog').textContent).toContain('does not say which workspaces are meant');
});

test('Escape keeps the user, stays ours, and the focus goes back', async () => {
  const { overlay } = start();
  let escapes = 0;
  document.addEventListener('keydown', () => (escapes += 1), { signal: ends[0]!.signal });
  const answered = await warn(overlay, [removal(['w1'])], removeButton());
  await key('Escape');
  await expect.poll(() => answered.result).toEqual({ choice: 'keep' });
  expect(overlay.warningOpen).toBe(false);
  expect(document.activeElement).toBe(removeButton());
  expect(escapes).toBe(0);
});

test('what is still open gets the focus where everything else is inert', () => {
  const page = (inner: string) => (document.body.innerHTML = `<div inert><button>Actions</button></div>${inner}`);
  page('<div role="menu" tabindex="0" id="menu"><div role="menuitem" tabindex="-1">Edit</div></div>');
  focusWhatIsOpen(document);
  expect(document.activeElement?.id).toBe('menu');
  page('<div role="menu" tabindex="0" hidden></div>');
  focusWhatIsOpen(document);
  expect(document.activeElement).toBe(document.body);
});

test('it holds from the call on, lays nothing out inside the event, and is seen in the next frame', async () => {
  const { overlay } = start();
  const seen: unknown[] = [];
  removeButton().addEventListener('click', () => {
    ask(overlay, [removal(['w1'])]);
    seen.push(overlay.warningOpen, ours('dialog').length);
    requestAnimationFrame(() => seen.push(one<HTMLDialogElement>('dialog').matches(':modal')));
  });
  removeButton().click();
  await frame();
  await expect.poll(() => seen).toEqual([true, 0, true]);
});

test('ended before it is seen, it keeps the user; where it cannot be shown, that is said', async () => {
  const { overlay, end } = start();
  const answered = ask(overlay, [removal(['w1'])]);
  end.abort();
  await expect.poll(() => answered.result).toEqual({ choice: 'keep' });
  const other = start().overlay;
  const { showModal } = HTMLDialogElement.prototype;
  HTMLDialogElement.prototype.showModal = () => {
    throw new DOMException('not here', 'InvalidStateError');
  };
  try {
    await expect(other.warn(model(removal(['w1'])), null)).rejects.toThrow('not here');
  } finally {
    HTMLDialogElement.prototype.showModal = showModal;
  }
  expect(other.warningOpen).toBe(false);
});

test('buttons are deaf at first, so that a second click meant for the page does nothing', async () => {
  const { overlay } = start();
  const shown = performance.now();
  const answered = await warn(overlay, [removal(['w1'])]);
  await until(
    () => click(one('button', 'Keep user')),
    () => answered.result !== null,
  );
  expect(performance.now() - shown).toBeGreaterThanOrEqual(300);
  expect(answered.result).toEqual({ choice: 'keep' });
});

test('a key that is held down decides nothing, a key that is pressed does', async () => {
  const { overlay } = start();
  const answered = await warn(overlay, [removal(['w1'])]);
  const shown = performance.now();
  await until(
    () => key('Enter', true),
    () => performance.now() - shown > 700,
  );
  expect(answered.result).toBeNull();
  await key('Enter');
  await expect.poll(() => answered.result).toEqual({ choice: 'keep' });
});

test('events that a script makes work nothing', async () => {
  const { overlay } = start();
  const answered = await warn(overlay, [removal(['w1'])]);
  const shown = performance.now();
  await until(
    () => {
      for (const button of ours('dialog button')) {
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      }
      one('dialog').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      return Promise.resolve();
    },
    () => performance.now() - shown > 700,
  );
  expect(answered.result).toBeNull();
});

test('where a production key dies, nothing goes on without a reason', async () => {
  const { overlay } = start();
  const answered = await warn(overlay, [removal(['w1']), { reasonNeeded: true }]);
  const release = one<HTMLButtonElement>('button', 'Remove anyway');
  expect(release.disabled).toBe(true);
  ours<HTMLInputElement>('input')[2]!.dispatchEvent(new Event('change', { bubbles: true }));
  expect(release.disabled).toBe(true);
  await click(one('label', 'Outage accepted'));
  await expect.poll(() => release.disabled).toBe(false);
  await until(
    () => click(release),
    () => answered.result !== null,
  );
  expect(answered.result).toEqual({ choice: 'release', reason: 'outage-accepted' });
  expect(one('[role=status]').textContent).toBe('Hold lifted for 10 minutes. Click again.');
});

test('the reasons are in sight where the warning is longer than the window', async () => {
  await page.viewport(1000, 620);
  const { overlay } = start();
  await warn(overlay, [removal(['w1', 'w2']), { reasonNeeded: true }]);
  const body = one('.body');
  expect(body.scrollHeight).toBeGreaterThan(body.clientHeight);
  const shown = body.getBoundingClientRect();
  const labels = ours('label');
  expect(labels).toHaveLength(5);
  for (const label of labels) {
    const { top, bottom } = label.getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(shown.top);
    expect(bottom).toBeLessThanOrEqual(shown.bottom);
  }
  // Nothing of what is scrolled away shows below them.
  expect(one('.why').getBoundingClientRect().bottom).toBeGreaterThanOrEqual(shown.bottom);
});

test('beside what is said at the lower edge, the page can be worked', async () => {
  document.body.insertAdjacentHTML(
    'beforeend',
    '<button id="low" style="position:fixed;right:20px;bottom:20px">Revoke access</button>',
  );
  const { overlay } = start();
  const answered = await warn(overlay, [removal(['w1'])]);
  await until(
    () => click(one('button', 'Remove anyway')),
    () => answered.result !== null,
  );
  const said = one('[role=status]').getBoundingClientRect();
  const low = document.querySelector('#low')!.getBoundingClientRect();
  expect(said.top < low.bottom && low.top < said.bottom, 'they stand on one line').toBe(true);
  expect(document.elementFromPoint(low.left + 10, low.top + 10)?.id).toBe('low');
});

test('what has to be clicked again is not covered by the word that says so', async () => {
  document.body.insertAdjacentHTML(
    'beforeend',
    '<div style="position:fixed;left:0;right:0;bottom:16px;text-align:center"><button id="low">Remove 3 users</button></div>',
  );
  const low = document.querySelector('#low')!;
  const { overlay } = start();
  const answered = await warn(overlay, [removal(['w1'])], low);
  await until(
    () => click(one('button', 'Remove anyway')),
    () => answered.result !== null,
  );
  const said = one('[role=status]').getBoundingClientRect();
  expect(overlapArea(said, low.getBoundingClientRect())).toBe(0);
  // Whatever else of the page lies below what was said can be worked all the same.
  const hit = document.elementFromPoint(said.left + 4, said.top + 4);
  expect(hit === document.documentElement || document.body.contains(hit)).toBe(true);
});

test('a newer warning takes the place of an older one', async () => {
  const { overlay } = start();
  const first = await warn(overlay, [removal(['w1'])]);
  const second = await warn(overlay, [removal(['w2'])]);
  await expect.poll(() => first.result).toEqual({ choice: 'keep' });
  expect(ours('dialog')).toHaveLength(1);
  expect(one('h2').textContent).toContain('may stop');
  expect(second.result).toBeNull();
});

test('it stands above a modal dialog of the page, which its Escape does not close', async () => {
  const { overlay } = start();
  const dialog = document.createElement('dialog');
  dialog.innerHTML = '<p>Remove Dana?</p><button>Remove</button>';
  document.body.append(dialog);
  dialog.showModal();
  const answered = await warn(overlay, [removal(['w1'])], dialog.querySelector('button')!);
  const { left, top } = one('button', 'Keep user').getBoundingClientRect();
  expect(overlay.owns(document.elementFromPoint(left + 5, top + 5))).toBe(true);
  await key('Escape');
  await expect.poll(() => answered.result).toEqual({ choice: 'keep' });
  expect(dialog.open).toBe(true);
  expect(document.activeElement).toBe(dialog.querySelector('button'));
});

test('what else would change is folded away, asked for once, and can be copied', async () => {
  const { overlay } = start();
  let asked = 0;
  const explain = () => {
    asked += 1;
    return Promise.resolve({
      parts: [{ title: 'Findings that would open', lines: ['Owner gone: EMEA Sales'] }],
      text: 'all of it',
    });
  };
  await warn(overlay, [removal(['w1']), { explain }]);
  const keys = ours('li').length;
  const folded = () => one('summary', 'What else would change');
  expect(asked).toBe(0);
  const details = () => one<HTMLDetailsElement>('details');
  await until(
    async () => {
      if (!details().open) await click(folded());
    },
    () => ours('details p').some(({ textContent }) => textContent === 'Owner gone: EMEA Sales'),
  );
  await click(folded());
  await until(
    () => click(folded()),
    () => details().open,
  );
  expect(asked).toBe(1);
  // Only keys that are affected are list items.
  expect(ours('li')).toHaveLength(keys);
  // Whether the page may use the clipboard is the browser's business; that something is said is ours.
  await until(
    () => click(one('details button', 'Copy as text')),
    () => ours('details p').some(({ textContent }) => /^Copied|^It could not be copied/.test(textContent)),
  );
});

test('the button that copies is deaf at first, as all of ours are', async () => {
  const { overlay } = start();
  let given = Infinity;
  const explain = () => {
    given = performance.now();
    return Promise.resolve({ parts: [], text: 'all of it' });
  };
  await warn(overlay, [removal(['w1']), { explain }]);
  await until(
    () => click(one('summary', 'What else would change')),
    () => ours('details button').length > 0,
  );
  await until(
    () => click(one('details button', 'Copy as text')),
    () => ours('details p').some(({ textContent }) => /^Copied|^It could not be copied/.test(textContent)),
  );
  expect(performance.now() - given).toBeGreaterThanOrEqual(300);
});

test('what cannot be worked out is said', async () => {
  const { overlay } = start();
  await warn(overlay, [removal(['w1']), { explain: () => Promise.reject(new Error('gone')) }]);
  await until(
    () => click(one('summary', 'What else would change')),
    () => ours('details p').some(({ textContent }) => textContent.startsWith('That could not be worked out')),
  );
});

test('no event of it bubbles into the page', async () => {
  const { overlay } = start();
  const heard: string[] = [];
  for (const name of ['click', 'pointerdown', 'mousedown', 'keydown', 'focusin', 'change', 'input']) {
    document.addEventListener(name, () => heard.push(name), { signal: ends[0]!.signal });
  }
  const answered = await warn(overlay, [removal(['w1']), { reasonNeeded: true }]);
  await click(one('label', 'Other'));
  await key('Tab');
  await until(
    () => click(one('button', 'Keep user')),
    () => answered.result !== null,
  );
  expect(heard).toEqual([]);
});

test('a library that keeps the hand in its own dialog neither hears nor stops a press on it', async () => {
  const heard: string[] = [];
  const { overlay, end } = start();
  for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'focusin', 'change']) {
    document.addEventListener(
      name,
      (event) => {
        heard.push(name);
        event.stopImmediatePropagation();
        event.preventDefault();
      },
      { capture: true, signal: end.signal },
    );
  }
  const answered = await warn(overlay, [removal(['w1']), { reasonNeeded: true }]);
  await click(one('label', 'Other'));
  await until(
    () => click(one('button', 'Remove anyway')),
    () => answered.result !== null,
  );
  expect(answered.result).toEqual({ choice: 'release', reason: 'other' });
  const again = await warn(overlay, [removal(['w1']), { reasonNeeded: true }]);
  await until(
    () => key('Enter'),
    () => again.result !== null,
  );
  expect(again.result).toEqual({ choice: 'keep' });
  expect(heard).toEqual([]);
});

test('a press that begins on one button and ends on the other works neither', async () => {
  const { overlay } = start();
  const answered = await warn(overlay, [removal(['w1'])]);
  const middle = (text: string) => {
    const { left, top, width, height } = one('button', text).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const opened = performance.now();
  // Longer than our buttons are deaf.
  await expect.poll(() => performance.now() - opened, { timeout: 5_000, interval: 60 }).toBeGreaterThan(1_200);
  await mouse('mousePressed', middle('Keep user'));
  await mouse('mouseReleased', middle('Remove anyway'));
  await frame();
  expect(answered.result).toBeNull();
  await click(one('button', 'Keep user'));
  await expect.poll(() => answered.result).toEqual({ choice: 'keep' });
});

test('what lies over it unseen makes the release open our own page instead', async () => {
  const { overlay, notVisible } = start();
  const answered = await warn(overlay, [removal(['w1'])]);
  const veil = document.createElement('div');
  veil.style.cssText =
    'position:fixed;inset:0;margin:0;width:100%;height:100%;border:0;background:#fffc;pointer-events:none';
  veil.popover = 'manual';
  document.body.append(veil);
  veil.showPopover();
  await until(
    () => click(one('button', 'Remove anyway')),
    () => notVisible() > 0,
  );
  expect(answered.result).toBeNull();
  veil.remove();
  // Keeping is harmless, and always possible.
  await until(
    () => click(one('button', 'Keep user')),
    () => answered.result !== null,
  );
});

test('it fits a window of 320 × 400 and scrolls inside', async () => {
  await page.viewport(320, 400);
  const { overlay } = start();
  await warn(overlay, [removal(['w1', 'w2']), { reasonNeeded: true }]);
  for (const element of [one('dialog'), ...ours('dialog button')]) {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(320);
    expect(bottom).toBeLessThanOrEqual(400);
  }
  const body = one('.body');
  expect(body.scrollHeight).toBeGreaterThan(body.clientHeight);
});

// The host ------------------------------------------------------------------------------------------------------------

test('no style sheet of the page reaches it', async () => {
  const { overlay } = start();
  await warn(overlay, [removal(['w1'])]);
  const shape = () => JSON.stringify([one('dialog').getBoundingClientRect(), getComputedStyle(one('h2')).fontSize]);
  const was = shape();
  const style = document.createElement('style');
  style.dataset['hostile'] = '';
  style.textContent =
    '*{all:unset!important;display:none!important;opacity:0!important}div{opacity:0!important;transform:scale(0)!important;position:static!important}' +
    '::backdrop{display:none!important}:host{display:none!important}';
  document.head.append(style);
  document.documentElement.style.cssText = 'display:block!important;opacity:1!important';
  expect(shape()).toBe(was);
  expect(getComputedStyle(one('dialog')).opacity).toBe('1');
  expect(one('dialog').checkVisibility({ opacityProperty: true, visibilityProperty: true })).toBe(true);
  document.documentElement.removeAttribute('style');
});

test('taken out of the page it comes back with its warning, then gives up', async () => {
  const { overlay, givenUp } = start();
  const answered = await warn(overlay, [removal(['w1'])]);
  const host = () => [...document.documentElement.children].find(({ tagName }) => tagName === 'DIV');
  for (let times = 0; times < 5; times += 1) {
    host()!.remove();
    await expect.poll(() => one<HTMLDialogElement>('dialog').matches(':modal')).toBe(true);
    expect(answered.result).toBeNull();
  }
  expect(givenUp()).toBe(0);
  host()!.remove();
  await expect.poll(givenUp).toBe(1);
  await expect.poll(() => answered.result).toEqual({ choice: 'keep' });
  expect(host()).toBeUndefined();
  await expect(overlay.warn(model(removal(['w1'])), null)).rejects.toThrow();
});

test('attributes that the page sets on it are taken off', async () => {
  const { overlay } = start();
  await warn(overlay, [removal(['w1'])]);
  const host = [...document.documentElement.children].at(-1) as HTMLElement;
  const was = host.getAttribute('style');
  host.style.setProperty('display', 'none', 'important');
  host.setAttribute('inert', '');
  host.id = 'found';
  await expect.poll(() => [host.getAttributeNames(), host.getAttribute('style')]).toEqual([['style'], was]);
  expect(one<HTMLDialogElement>('dialog').matches(':modal')).toBe(true);
});

test('without parts nothing is in the page, and the end leaves no trace', () => {
  const { overlay, end } = start();
  expect(document.documentElement.outerHTML).toBe(before);
  overlay.setBadges([
    {
      id: 'b',
      row: document.querySelector('#row')!,
      anchor: document.querySelector('#name')!,
      text: 'Owns 1 API key',
      tone: 'owns',
    },
  ]);
  overlay.setNotices([{ id: 'n', kind: 'blind', near: null, text: 'Something' }]);
  expect(document.documentElement.children).toHaveLength(3);
  overlay.setBadges([]);
  overlay.setNotices([]);
  expect(document.documentElement.outerHTML).toBe(before);
  overlay.setNotices([{ id: 'n', kind: 'blind', near: null, text: 'Something' }]);
  end.abort();
  expect(document.documentElement.outerHTML).toBe(before);
  overlay.setNotices([{ id: 'n', kind: 'blind', near: null, text: 'Something' }]);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('a badge goes at once when its row says something else', () => {
  const { overlay } = start();
  const row = document.querySelector('#row')!;
  const part = {
    id: 'b',
    row,
    anchor: document.querySelector('#name')!,
    text: 'Owns 1 API key',
    tone: 'owns',
  } as const;
  overlay.setBadges([part]);
  overlay.dropBadges(new Set([document.body]));
  expect(document.documentElement.outerHTML).not.toBe(before);
  // Before anything is drawn again.
  overlay.dropBadges(new Set([row]));
  expect(document.documentElement.outerHTML).toBe(before);
  overlay.setBadges([part]);
  expect(document.documentElement.outerHTML).not.toBe(before);
});

// Owner lines ---------------------------------------------------------------------------------------------------------

const candidates: OwnerCandidate[] = [
  {
    userId: 'u1',
    name: 'Dana Abbott',
    email: 'dana@northwind.example',
    ownerType: 'person',
    admin: true,
    signedIn: true,
  },
  {
    userId: 'u2',
    name: null,
    email: 'svc@northwind.example',
    ownerType: 'service-account',
    admin: false,
    signedIn: false,
  },
];

function ownerLine(line: Partial<OwnerLinePart['line']>) {
  const calls: string[] = [];
  const row = document.querySelector('#row')!;
  const part: OwnerLinePart = {
    id: 'k1',
    row,
    anchor: document.querySelector('#name')!,
    line: {
      keyId: 'k1',
      type: 'production',
      label: 'Production key',
      hint: null,
      owner: { userId: 'u1', name: 'Dana Abbott', email: 'dana@northwind.example', ownerType: 'person' },
      proposed: null,
      ownerNotAdmin: false,
      ...line,
    },
    actions: {
      setOwnerType: (userId, ownerType) => {
        calls.push(`type ${userId} ${ownerType}`);
        return Promise.resolve({ undo: 'back', revision: 2 });
      },
      ownerCandidates: (query) =>
        Promise.resolve(
          candidates.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(query.toLowerCase())),
        ),
      setOwner: (userId) => {
        calls.push(`owner ${userId}`);
        return Promise.resolve({ undo: 'back', revision: 2 });
      },
      undo: (handle) => {
        calls.push(`undo ${handle}`);
        return Promise.resolve({ undo: null, revision: 3 });
      },
      openDashboard: (hash) => calls.push(`open ${hash}`),
    },
  };
  return { part, calls };
}

test('an owner line says whose key it is, and tags its owner with two presses', async () => {
  const { overlay } = start();
  const { part, calls } = ownerLine({});
  overlay.setOwnerLines([part]);
  await expect.poll(() => one('.line').checkVisibility({ visibilityProperty: true })).toBe(true);
  const seen = await accessible();
  expect(seen).toContainEqual(expect.objectContaining({ role: 'StaticText', name: 'Owner: Dana Abbott' }));
  expect(seen).toContainEqual(expect.objectContaining({ role: 'button', name: 'Owner type: Person' }));
  expect(seen).toContainEqual(expect.objectContaining({ role: 'button', name: 'Set owner' }));
  await until(
    () => click(one('button', 'Owner type')),
    () => ours('[role=menu]').length > 0,
  );
  const items = (await accessible()).filter(({ role }) => role === 'menuitemradio');
  expect(items.map(({ name }) => name)).toEqual([
    'Service account',
    'Person',
    'Untagged',
    'Org Admin · service account',
    'Org Admin · person',
    'Org Admin · untagged',
  ]);
  expect(items.find(({ focused }) => focused)?.name).toBe('Person');
  await key('ArrowUp');
  await until(
    () => key('Enter'),
    () => calls.length > 0,
  );
  expect(calls).toEqual(['type u1 service-account']);
  await expect.poll(() => one('[role=status]').textContent).toBe('Dana Abbott is now tagged Service account.');
  await until(
    () => click(one('button', 'Undo')),
    () => calls.length > 1,
  );
  expect(calls[1]).toBe('undo back');
  await expect.poll(() => one('[role=status]').textContent).toBe('Undone.');
});

test('a menu closes by Escape and by a press elsewhere, and the button has the focus again', async () => {
  const { overlay } = start();
  overlay.setOwnerLines([ownerLine({}).part]);
  const openIt = () =>
    until(
      () => click(one('button', 'Owner type')),
      () => ours('[role=menu]').length > 0,
    );
  await openIt();
  await key('Escape');
  await expect.poll(() => ours('[role=menu]')).toEqual([]);
  expect(one('.type').getRootNode()).toHaveProperty('activeElement', one('.type'));
  await openIt();
  await click(document.querySelector('h1')!);
  await expect.poll(() => ours('[role=menu]')).toEqual([]);
});

test('an unknown owner is set by searching, with a word about somebody who is not known as Admin', async () => {
  const { overlay } = start();
  const { part, calls } = ownerLine({ owner: null });
  overlay.setOwnerLines([part]);
  await expect.poll(() => one('.own').textContent).toBe('Owner unknown');
  await until(
    () => click(one('button', 'Set owner')),
    () => ours('dialog').length > 0,
  );
  const seen = await accessible();
  expect(seen).toContainEqual(expect.objectContaining({ role: 'dialog', name: 'Set owner' }));
  expect(seen).toContainEqual(expect.objectContaining({ role: 'combobox', name: 'Owner', focused: true }));
  expect(seen).toContainEqual(expect.objectContaining({ role: 'button', name: 'Save owner', disabled: true }));
  await expect.poll(() => ours('[role=option]').length).toBe(2);
  expect(ours('[role=option]')[0]!.textContent).toMatch(/Dana Abbott.*You.*Admin here/);
  await type('svc');
  await expect.poll(() => ours('[role=option]').length).toBe(1);
  await key('Enter');
  expect(one('.caution').textContent).toContain('svc@northwind.example is not known as Admin');
  await until(
    () => click(one('button', 'Save owner')),
    () => calls.length > 0,
  );
  expect(calls).toEqual(['owner u2']);
  await expect.poll(() => one('[role=status]').textContent).toBe('Owner set to svc@northwind.example.');
});

test('an address typed in full needs no choosing', async () => {
  const { overlay } = start();
  overlay.setOwnerLines([ownerLine({ owner: null }).part]);
  await until(
    () => click(one('button', 'Set owner')),
    () => ours('dialog').length > 0,
  );
  await type('Dana@Northwind.example');
  await expect.poll(() => one<HTMLButtonElement>('button', 'Save owner').disabled).toBe(false);
  await type('x');
  await expect.poll(() => one<HTMLButtonElement>('button', 'Save owner').disabled).toBe(true);
});

test('what Generate proposed is confirmed with one press', async () => {
  const { overlay } = start();
  const { part, calls } = ownerLine({
    owner: null,
    proposed: { userId: 'u1', name: 'Dana Abbott', email: null, createdOn: '2026-11-23' },
  });
  overlay.setOwnerLines([part]);
  await expect.poll(() => one('.own').textContent).toBe('Owner: Dana Abbott');
  expect(one('.made').textContent).toBe('Made Nov 23, 2026?');
  await until(
    () => click(one('button', 'Confirm owner')),
    () => calls.length > 0,
  );
  expect(calls).toEqual(['owner u1']);
});

test('a line that something lies over leads to the dashboard', async () => {
  const { overlay } = start();
  const { part, calls } = ownerLine({ owner: null });
  overlay.setOwnerLines([part]);
  await expect.poll(() => one('.line').checkVisibility({ visibilityProperty: true })).toBe(true);
  document.documentElement.style.opacity = '0.5';
  await until(
    () => click(one('button', 'Set owner')),
    () => calls.length > 0,
  );
  document.documentElement.removeAttribute('style');
  expect(calls).toEqual(['open #/keys']);
  expect(ours('dialog')).toEqual([]);
});

// Notices -------------------------------------------------------------------------------------------------------------

test('a notice stays beside its control, and away once it was dismissed', async () => {
  const { overlay } = start();
  const part = { id: 'n', kind: 'not-known', near: removeButton(), text: 'Keyholder does not know LATAM' } as const;
  overlay.setNotices([part]);
  await expect.poll(() => one('.notice').checkVisibility({ visibilityProperty: true })).toBe(true);
  const mine = one('.notice').getBoundingClientRect();
  const its = removeButton().getBoundingClientRect();
  expect(mine.left >= its.right || mine.right <= its.left || mine.top >= its.bottom || mine.bottom <= its.top).toBe(
    true,
  );
  expect(Math.hypot(mine.left - its.right, mine.top - its.top)).toBeLessThan(200);
  await until(
    () => click(one('button')),
    () => ours('.notice').length === 0,
  );
  overlay.setNotices([part]);
  expect(ours('.notice')).toEqual([]);
  overlay.setNotices([{ ...part, text: 'Keyholder does not know Finance' }]);
  expect(ours('.notice')).toHaveLength(1);
  overlay.setNotices([]);
  overlay.setNotices([part]);
  expect(ours('.notice')).toHaveLength(1);
});

test.each([['near the button'], ['in the corner']])(
  'over a modal dialog of the page it can be seen and read, %s',
  async (where) => {
    const { overlay } = start();
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<p>Remove Kim?</p><button>Cancel</button> <button id="go">Remove</button>';
    dialog.style.cssText = 'overflow:hidden;transform:translate(3px,3px)';
    document.body.append(dialog);
    dialog.showModal();
    const shape = JSON.stringify([...dialog.children].map((child) => child.getBoundingClientRect()));
    overlay.setNotices([
      {
        id: 'n',
        kind: 'not-known',
        near: where === 'in the corner' ? null : dialog.querySelector('#go'),
        text: 'Keyholder does not know LATAM',
      },
    ]);
    await expect.poll(() => one('.notice').checkVisibility({ visibilityProperty: true })).toBe(true);
    await expect
      .poll(async () => (await accessible()).some(({ name }) => name === 'Keyholder does not know LATAM'))
      .toBe(true);
    expect((await accessible()).filter(({ role }) => role === 'status')).toHaveLength(1);
    const { left, top, width, height } = one('.notice').getBoundingClientRect();
    expect(overlay.owns(document.elementFromPoint(left + width / 2, top + height / 2))).toBe(true);
    expect(JSON.stringify([...dialog.children].slice(0, 3).map((child) => child.getBoundingClientRect()))).toBe(shape);
    // The dialog is taken out of the page, as frameworks do: the word stays.
    dialog.remove();
    overlay.refresh();
    await expect.poll(() => ours('.notice').length).toBe(1);
    overlay.setNotices([]);
    expect(document.documentElement.children).toHaveLength(2);
  },
);

test('a dialog that would change its shape is left alone', async () => {
  const { overlay } = start();
  const style = document.createElement('style');
  style.dataset['hostile'] = '';
  style.textContent = 'dialog > :last-child { margin-top: 40px }';
  document.head.append(style);
  const dialog = document.createElement('dialog');
  dialog.innerHTML = '<p>Remove Kim?</p><button>Remove</button>';
  document.body.append(dialog);
  dialog.showModal();
  const html = dialog.outerHTML;
  overlay.setNotices([{ id: 'n', kind: 'not-known', near: null, text: 'Keyholder does not know LATAM' }]);
  await expect.poll(() => ours('.notice').length).toBe(1);
  expect(dialog.outerHTML).toBe(html);
});

// axe sees no closed root, so the parts are drawn once more in the open: every part in every state that it can be in.
const inTheOpen = async (element: Element): Promise<string[]> => {
  const sheet = document.createElement('style');
  sheet.textContent = styles;
  document.body.replaceChildren(sheet, element);
  if (element instanceof HTMLDialogElement) element.showModal();
  for (const popover of element.querySelectorAll<HTMLElement>('[popover]')) popover.showPopover();
  const complaints = await violations(element);
  document.body.replaceChildren();
  return complaints;
};
const proposal = { userId: 'u1', name: 'Dana Abbott', email: null, createdOn: '2026-11-23' };
const button = { label: 'Choose', run: () => undefined };

/** What an owner line may have to say. */
const sayings = [
  ['known', {}],
  ['no Admin', { ownerNotAdmin: true }],
  ['unknown', { owner: null }],
  ['proposed', { proposed: proposal }],
] as const;

test.each(sayings)('axe: an owner line, %s', async (_, line) => {
  const { overlay } = start();
  overlay.setOwnerLines([ownerLine(line).part]);
  await expect.poll(() => ours('.part.on').length).toBe(1);
  expect(await inTheOpen(one('.layer').cloneNode(true) as Element)).toEqual([]);
});

test.each(sayings)('an owner line stays inside a window of 320, in a low row too: %s', async (_, line) => {
  const isInside = (): boolean =>
    [one('.line'), ...ours('.line button')].every((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left >= 0 && right <= window.innerWidth;
    });
  const { overlay } = start();
  overlay.setOwnerLines([ownerLine(line).part]);
  for (const width of [320, 1000, 320]) {
    await page.viewport(width, 600);
    await expect.poll(() => ours('.part.on').length === 1 && isInside()).toBe(true);
  }
});

test('axe: the owner type menu', async () => {
  const { overlay } = start();
  overlay.setOwnerLines([ownerLine({}).part]);
  await expect.poll(() => ours('.part.on').length).toBe(1);
  await until(
    () => click(one('.type')),
    () => ours('[role=menu]').length > 0,
  );
  const menu = one('[role=menu]').cloneNode(true) as HTMLElement;
  const box = document.createElement('div');
  box.append(menu);
  expect(await inTheOpen(box)).toEqual([]);
});

test.each([
  ['owns', { text: 'Owns 2 API keys', tone: 'owns' }],
  ['owns and may own', { text: 'Owns 2 API keys', also: 'May own API keys', tone: 'owns' }],
  ['may own', { text: 'May own API keys', tone: 'may-own' }],
] as const)('axe: a badge, %s', async (_, look) => {
  const { overlay } = start();
  const row = document.querySelector('#row')!;
  overlay.setBadges([{ id: 'b', row, anchor: document.querySelector('#name')!, label: 'Dana', ...look }]);
  await expect.poll(() => ours('.part.on').length).toBe(1);
  // Each text stands in a text node of its own.
  const texts = ours('.text').map(({ childNodes }) => [...childNodes].map(({ nodeValue }) => nodeValue));
  expect(texts).toEqual(('also' in look ? [look.text, look.also] : [look.text]).map((each) => [each]));
  expect(await inTheOpen(one('.layer').cloneNode(true) as Element)).toEqual([]);
});

test.each(['not-known', 'starting', 'cannot-read', 'which-workspace', 'updated', 'degraded', 'blind'] as const)(
  'axe: the notice %s',
  async (kind) => {
    const { overlay } = start();
    overlay.setNotices([{ id: 'n', kind, near: null, text: 'Keyholder does not know all of it.', actions: [button] }]);
    await expect.poll(() => ours('.notice').length).toBe(1);
    expect(await inTheOpen(one('.corner').cloneNode(true) as Element)).toEqual([]);
  },
);

const crowd = Array.from({ length: 7 }, (_, at) => ({
  name: `Dana ${at}`,
  email: `dana${at}@northwind.example`,
  ownerType: 'person' as const,
}));
test.each([
  ['a removal', model(removal(['w1', 'w2']))],
  ['with a reason to give', model(removal(['w1', 'w2']), { reasonNeeded: true, onPlan: () => undefined })],
  ['of one name that fits several', model(removal(['w1']), { people: crowd, sameName: true })],
  ['of a control that was not understood', model(removal(['w1']), { unsure: true })],
  ['without a workspace chosen', model(removal(['w1', 'w2']), { scopeAssumed: 'no-workspace-chosen' })],
  ['of all workspaces', model({ kind: 'remove', users: ['u1'], scope: 'all' }, { scopeAssumed: 'all-owned' })],
  ['a lower role', model({ kind: 'change-role', users: ['u1'], scope: 'all', role: 'Member' })],
  ['a licence', model({ kind: 'change-licence', users: ['u1'], license: 'Guest' })],
  ['a new key', model({ kind: 'generate', workspace: 'w1', type: 'production' }, { people: [] })],
  ['a workspace closed', model({ kind: 'deactivate-workspace', workspaces: ['w1'] }, { people: [] })],
])('axe: the warning, %s', async (_, about) => {
  const drawn = drawWarning(
    document,
    { ...about, explain: () => Promise.resolve({ parts: [{ title: 'Findings', lines: ['One'] }], text: 'all' }) },
    () => {},
    () => true,
  );
  expect(await inTheOpen(drawn.dialog)).toEqual([]);
  drawn.dialog.close();
  const more = drawn.dialog.querySelector('details')!;
  document.body.append(drawn.dialog);
  more.open = true;
  await expect.poll(() => more.querySelector('button')).not.toBeNull();
  expect(await inTheOpen(drawn.dialog)).toEqual([]);
});

test.each([
  ['with people to choose from', candidates],
  ['with nobody', []],
])('axe: the dialog for the owner, %s', async (_, people) => {
  const { dialog } = drawOwnerDialog(document, ownerLine({ owner: null }).part.line, () => Promise.resolve(people));
  expect(await inTheOpen(dialog)).toEqual([]);
});
