/**
 * The accessibility tree as assistive technology gets it, closed shadow roots included: how tests find what Keyholder
 * shows inside PandaDoc's page (quality.md, M9). Pressing goes through real mouse and keyboard, so that events are trusted.
 */
import type { CDPSession, Page } from 'playwright-core';
import { until } from './until.ts';

interface RawValue {
  value?: unknown;
}
interface RawNode {
  nodeId: string;
  ignored: boolean;
  role?: RawValue;
  name?: RawValue;
  description?: RawValue;
  value?: RawValue;
  properties?: { name: string; value: RawValue }[];
  parentId?: string;
  childIds?: string[];
  backendDOMNodeId?: number;
}

/** One node of the tree. */
export interface Part {
  id: string;
  role: string;
  name: string;
  description: string;
  value: string;
  properties: Record<string, unknown>;
  backendId: number;
  parent: Part | null;
  children: Part[];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Name = string | RegExp;

const fits = (name: string, wanted: Name | undefined): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? name === wanted : wanted.test(name));

/** Everything below a part, itself not included, in the order of the tree. */
export function* below(part: Part): Generator<Part> {
  for (const child of part.children) {
    yield child;
    yield* below(child);
  }
}

/** All parts of a role and name below a part. */
export function within(part: Part, role: string, name?: Name): Part[] {
  return [...below(part)].filter((each) => each.role === role && fits(each.name, name));
}

/** The text of a part, as it is read out. */
export function textOf(part: Part): string {
  return within(part, 'StaticText')
    .map((text) => text.name)
    .join(' ');
}

/** The tree of one page. */
export class Tree {
  readonly page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  /** Opens the tree of a page; it lives as long as the page. */
  static async of(page: Page): Promise<Tree> {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('Accessibility.enable');
    return new Tree(page, session);
  }

  /** The tree as it is now, without what is hidden from assistive technology. */
  async read(): Promise<Part[]> {
    const { nodes } = (await this.#session.send('Accessibility.getFullAXTree')) as unknown as { nodes: RawNode[] };
    const raw = new Map(nodes.map((node) => [node.nodeId, node]));
    const parts: Part[] = [];
    const visit = (node: RawNode, parent: Part | null): void => {
      let here = parent;
      if (!node.ignored) {
        const text = (value: RawValue | undefined): string => (typeof value?.value === 'string' ? value.value : '');
        here = {
          id: node.nodeId,
          role: text(node.role),
          name: text(node.name),
          description: text(node.description),
          value: text(node.value),
          properties: Object.fromEntries((node.properties ?? []).map((each) => [each.name, each.value.value])),
          backendId: node.backendDOMNodeId ?? 0,
          parent,
          children: [],
        };
        parent?.children.push(here);
        parts.push(here);
      }
      for (const id of node.childIds ?? []) {
        const child = raw.get(id);
        if (child) visit(child, here);
      }
    };
    const root = nodes.find((node) => node.parentId === undefined);
    if (root) visit(root, null);
    return parts;
  }

  async all(role: string, name?: Name): Promise<Part[]> {
    return (await this.read()).filter((part) => part.role === role && fits(part.name, name));
  }

  /** Waits until there is exactly such a part; more than one is a fault ("Each name exists once on a page"). */
  async one(role: string, name?: Name, timeoutMs?: number): Promise<Part> {
    let count = 0;
    return until(
      async () => {
        const found = await this.all(role, name);
        count = found.length;
        return found.length === 1 && found[0];
      },
      {
        what: `one ${role} ${String(name ?? '')}`,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        instead: async () => `${count} of them\n${await this.outline()}`,
      },
    );
  }

  /** Waits until there is at least one. */
  async some(role: string, name?: Name, timeoutMs?: number): Promise<Part[]> {
    return until(
      async () => {
        const found = await this.all(role, name);
        return found.length > 0 && found;
      },
      {
        what: `some ${role} ${String(name ?? '')}`,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        instead: () => this.outline(),
      },
    );
  }

  /** Waits until there is none. */
  async none(role: string, name?: Name, timeoutMs?: number): Promise<void> {
    await until(async () => (await this.all(role, name)).length === 0, {
      what: `no ${role} ${String(name ?? '')}`,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      instead: () => this.outline(),
    });
  }

  /** The part that has the focus, also inside closed roots. */
  async focused(): Promise<Part | null> {
    const focused = (await this.read()).filter((part) => part.properties['focused'] === true);
    // The document itself counts as focused too: the innermost is meant.
    return focused.at(-1) ?? null;
  }

  /** Where a part is, in the window's coordinates; `null` where it takes no room. */
  async box(part: Part): Promise<Box | null> {
    try {
      const { quads } = await this.#session.send('DOM.getContentQuads', { backendNodeId: part.backendId });
      const quad = quads[0];
      if (!quad) return null;
      const xs = [quad[0]!, quad[2]!, quad[4]!, quad[6]!];
      const ys = [quad[1]!, quad[3]!, quad[5]!, quad[7]!];
      const x = Math.min(...xs);
      const y = Math.min(...ys);
      return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
    } catch {
      return null;
    }
  }

  /** Presses a part with the mouse, at its centre. */
  async press(part: Part): Promise<void> {
    // Nobody presses anything in a tab behind another one; the browser draws no frames there either.
    await this.page.bringToFront();
    await this.#session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: part.backendId }).catch(() => undefined);
    const box = await until(() => this.box(part), { what: `room for ${part.role} "${part.name}"` });
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Presses a part of this kind as it stands now: what is drawn anew under the hand is looked for again. */
  async pressOne(role: string, name: string | RegExp): Promise<void> {
    await this.page.bringToFront();
    await until(
      async () => {
        const part = await this.one(role, name);
        const box = await this.box(part);
        if (box === null) return null;
        await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        return true;
      },
      { what: `room for ${role} "${String(name)}"` },
    );
  }

  /** Puts the keyboard's focus on a part. */
  async focus(part: Part): Promise<void> {
    await this.#session.send('DOM.focus', { backendNodeId: part.backendId });
  }

  /** The roles and names of the page, for complaints. */
  async outline(): Promise<string> {
    const depth = (part: Part): number => (part.parent ? 1 + depth(part.parent) : 0);
    return (
      (await this.read())
        .filter((part) => part.name !== '' && part.role !== 'InlineTextBox')
        .map((part) => `${' '.repeat(Math.min(20, depth(part)))}${part.role} "${part.name}"`)
        // Ours stands at the end of the page.
        .slice(-40)
        .join('\n')
    );
  }
}
