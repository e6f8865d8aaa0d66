/**
 * For the tests of `components/overlay`. Roots stay closed as they ship: the harness only remembers them as they are made, and
 * works them from outside with real input.
 */
import { expect } from 'vitest';
import { cdp } from 'vitest/browser';
import { impact } from '../../lib/domain/impact.ts';
import { indexMapping, type Key, type Mapping } from '../../lib/domain/mapping.ts';
import type { Action } from '../../lib/domain/impact.ts';
import { createOverlay, type Overlay, type WarningModel } from '../../components/overlay/index.ts';
import { defaultPolicy } from '../../lib/domain/policy.ts';

type Send = (method: string, parameters?: object) => Promise<Record<string, unknown>>;
const send: Send = (method, parameters) => (cdp() as unknown as { send: Send }).send(method, parameters);

const roots: ShadowRoot[] = [];
/** Remembers the closed roots that are made in a window. */
export function remember({ Element }: typeof globalThis): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the element as `this`
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    if (init.mode === 'closed') roots.push(root);
    return root;
  };
}
remember(globalThis);

/** An overlay that ends with the test; `givenUp` and `notVisible` count. */
export function open(): { overlay: Overlay; end: AbortController; givenUp: () => number; notVisible: () => number } {
  const end = new AbortController();
  let givenUp = 0;
  let notVisible = 0;
  const overlay = createOverlay(document, {
    signal: end.signal,
    onGivenUp: () => (givenUp += 1),
    onNotVisible: () => (notVisible += 1),
  });
  return { overlay, end, givenUp: () => givenUp, notVisible: () => notVisible };
}

/** Everything of ours that is in the page now and fits. */
export function ours<E extends HTMLElement = HTMLElement>(selector: string): E[] {
  return roots.filter((root) => root.host.isConnected).flatMap((root) => [...root.querySelectorAll<E>(selector)]);
}

/** The one element of ours that fits and shows this text. */
export function one<E extends HTMLElement = HTMLElement>(selector: string, text = ''): E {
  const found = ours<E>(selector).filter((element) => (element.textContent ?? '').includes(text));
  expect(found.map((element) => element.textContent)).toHaveLength(1);
  return found[0]!;
}

/** A real press of the mouse, in the middle of an element. */
export async function click(element: Element): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = { x: left + width / 2, y: top + height / 2 };
  await mouse('mousePressed', at);
  await mouse('mouseReleased', at);
}

/** One half of a press of the mouse. */
export async function mouse(type: 'mousePressed' | 'mouseReleased', at: { x: number; y: number }): Promise<void> {
  await send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
}

const codes: Record<string, number> = { Enter: 13, Escape: 27, ' ': 32, Tab: 9, ArrowDown: 40, ArrowUp: 38 };

/** A real key; `repeat`: one that is being held down. */
export async function key(name: string, repeat = false): Promise<void> {
  const it = { key: name, code: name === ' ' ? 'Space' : name, windowsVirtualKeyCode: codes[name] ?? 0 };
  const text = name === 'Enter' ? '\r' : name === ' ' ? ' ' : undefined;
  await send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...it, text, autoRepeat: repeat });
  if (!repeat) await send('Input.dispatchKeyEvent', { type: 'keyUp', ...it });
}

/** Real typing. */
export async function type(text: string): Promise<void> {
  await send('Input.insertText', { text });
}

/** Does something again and again until it has worked: buttons of ours are deaf at first. */
export async function until(act: () => Promise<void>, worked: () => boolean): Promise<void> {
  await expect
    .poll(
      async () => {
        if (!worked()) await act();
        return worked();
      },
      { timeout: 5_000, interval: 60 },
    )
    .toBe(true);
}

export interface Accessible {
  role: string;
  name: string;
  focused: boolean;
  disabled: boolean;
}

/** What assistive technology sees of this test's page. */
export async function accessible(): Promise<Accessible[]> {
  interface Tree {
    frame: { id: string; url: string };
    childFrames?: Tree[];
  }
  const { frameTree } = (await send('Page.getFrameTree')) as unknown as { frameTree: Tree };
  const frames = (tree: Tree): Tree[] => [tree, ...(tree.childFrames ?? []).flatMap(frames)];
  const mine = frames(frameTree).find(({ frame }) => frame.url.split('#')[0] === location.href.split('#')[0]);
  interface Node {
    ignored: boolean;
    role?: { value: string };
    name?: { value: string };
    properties?: { name: string; value: { value: unknown } }[];
  }
  const { nodes } = (await send('Accessibility.getFullAXTree', { frameId: mine?.frame.id })) as unknown as {
    nodes: Node[];
  };
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => {
      const has = (property: string) => properties.some((each) => each.name === property && each.value.value === true);
      return { role: role?.value ?? '', name: name?.value ?? '', focused: has('focused'), disabled: has('disabled') };
    });
}

const now = '2026-11-23T12:00:00.000Z';

function keyOf(id: string, workspaceId: string, ownerId: string | null, over: Partial<Key> = {}): Key {
  return {
    id,
    workspaceId,
    type: 'production',
    label: 'production key',
    hint: null,
    status: 'active',
    generation: 1,
    ownerId,
    createdOn: '2026-10-09',
    rotatedOn: null,
    verifiedOn: null,
    rotationDays: null,
    usedBy: [],
    demand: {},
    notes: null,
    provenance: {},
    ...over,
  };
}

/** Dana owns a production and a sandbox key of EMEA Sales and one of Finance; LATAM's key has no known owner. */
export const mapping: Mapping = {
  region: 'us',
  organization: { id: 'o', name: 'Northwind' },
  workspaces: ['EMEA Sales', 'LATAM', 'Finance'].map((name, index) => ({
    id: `w${index + 1}`,
    name,
    pandadocId: null,
    kind: 'standard',
    status: 'active',
  })),
  users: [
    {
      id: 'u1',
      name: 'Dana Abbott',
      email: 'dana@northwind.example',
      pandadocId: null,
      kind: 'person',
      orgAdmin: null,
      license: 'Full',
      status: 'active',
    },
  ],
  memberships: ['w1', 'w2', 'w3'].map((workspaceId) => ({
    userId: 'u1',
    workspaceId,
    membershipId: null,
    role: 'Admin',
    status: 'active',
    lastAdminAt: now,
  })),
  keys: [
    keyOf('k1', 'w1', 'u1', { usedBy: ['Salesforce sync', 'Billing'] }),
    keyOf('k2', 'w1', 'u1', { type: 'sandbox', label: 'CI' }),
    keyOf('k3', 'w3', 'u1'),
    keyOf('k4', 'w2', null),
  ],
  coverage: {
    w1: { keys: { at: now, complete: true }, members: { at: now, complete: true } },
    w2: { keys: { at: now, complete: true }, members: null },
  },
};

function shownAs(kind: Action['kind']): WarningModel['action'] {
  if (kind === 'deactivate-user') return 'remove';
  return kind === 'drop-org-admin' ? 'change-role' : kind;
}

/** A warning about an action on the mapping above. */
export function model(action: Action, over: Partial<WarningModel> = {}): WarningModel {
  return {
    // What no page of PandaDoc does is shown as the action that comes nearest.
    action: shownAs(action.kind),
    people: [{ name: 'Dana Abbott', email: 'dana@northwind.example', ownerType: 'person' }],
    unsure: false,
    sameName: false,
    mapping,
    impact: impact(indexMapping(mapping), action, now, defaultPolicy),
    workspaceNames: ['EMEA Sales'],
    scopeAssumed: 'no',
    reasonNeeded: false,
    now,
    ...over,
  };
}

export const removal = (workspaces: string[]): Action => ({ kind: 'remove', users: ['u1'], scope: { workspaces } });
