/** One tab: looked at from a world of its own beside the page, worked with real mouse and keyboard. */
import { until } from '../../e2e/support/until.ts';
import type { Bidi, Json } from './bidi.ts';

/** An element or a shadow root, as BiDi names it. */
export interface Node {
  sharedId: string;
}

export type Text = string | RegExp;

/** Keys without a character of their own. */
export const keys = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Space: ' ',
  ArrowDown: '\uE015',
  End: '\uE010',
} as const;

interface Remote {
  type: string;
  value?: unknown;
  sharedId?: string;
}

/** The world of the tests: sees the page's elements, and nothing that the page's scripts changed about them. */
const sandbox = 'tests';

const asNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).sharedId === 'string';

export class Tab {
  readonly #bidi: Bidi;
  readonly context: string;

  constructor(bidi: Bidi, context: string) {
    this.#bidi = bidi;
    this.context = context;
  }

  static async open(bidi: Bidi): Promise<Tab> {
    const { context } = await bidi.send('browsingContext.create', { type: 'tab' });
    return new Tab(bidi, context as string);
  }

  /** Goes to an address; pages of extensions never report that they are there, so nobody waits for that. */
  async goto(url: string, wait: 'complete' | 'none' = 'complete'): Promise<void> {
    await this.#bidi.send('browsingContext.navigate', { context: this.context, url, wait });
  }

  async reload(): Promise<void> {
    await this.#bidi.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  }

  /** Back or forward in the tab's history. */
  async traverse(delta: number): Promise<void> {
    await this.#bidi.send('browsingContext.traverseHistory', { context: this.context, delta });
  }

  /** Waits for the one part of a page of ours with this role and name, as assistive technology gets it. */
  part(role: string, name: string): Promise<Node> {
    return until(
      async () => {
        const [first] = await this.locate({ type: 'accessibility', value: { role, name } });
        return first && { sharedId: first.sharedId };
      },
      { what: `${role} "${name}"`, instead: () => this.text() },
    );
  }

  /** Brings the tab to the front. */
  async activate(): Promise<void> {
    await this.#bidi.send('browsingContext.activate', { context: this.context });
  }

  async close(): Promise<void> {
    await this.#bidi.send('browsingContext.close', { context: this.context });
  }

  /** Calls a function in the tab; nodes go in as nodes, everything else as JSON, and JSON comes out. */
  async call<T, A extends unknown[]>(work: (...args: A) => T, ...args: unknown[]): Promise<Awaited<T>> {
    const remote = await this.#call(
      `async (...args) => JSON.stringify(await (${work.toString()})(...args.map((a) => typeof a === 'string' ? JSON.parse(a) : a)))`,
      args,
      sandbox,
    );
    return (typeof remote.value === 'string' ? JSON.parse(remote.value) : undefined) as Awaited<T>;
  }

  /** The same in the page's own world: where a page of the extension reaches its `browser`. */
  async callInPage<T, A extends unknown[]>(work: (...args: A) => T, ...args: unknown[]): Promise<Awaited<T>> {
    const remote = await this.#call(
      `async (...args) => JSON.stringify(await (${work.toString()})(...args.map((a) => JSON.parse(a))))`,
      args,
    );
    return (typeof remote.value === 'string' ? JSON.parse(remote.value) : undefined) as Awaited<T>;
  }

  async #call(functionDeclaration: string, args: unknown[], world?: string): Promise<Remote> {
    const answer = await this.#bidi.send('script.callFunction', {
      functionDeclaration,
      arguments: args.map((arg) => (asNode(arg) ? arg : { type: 'string', value: JSON.stringify(arg) })),
      target: { context: this.context, ...(world && { sandbox: world }) },
      awaitPromise: true,
    });
    if (answer['type'] === 'exception') throw new Error((answer['exceptionDetails'] as { text: string }).text);
    return answer['result'] as Remote;
  }

  /** Nodes by a locator of BiDi, below some nodes or in the whole page. */
  async locate(locator: Json, below: readonly Node[] = [], includeShadowTree = false): Promise<(Node & Json)[]> {
    const { nodes } = await this.#bidi.send('browsingContext.locateNodes', {
      context: this.context,
      locator,
      ...(below.length > 0 && { startNodes: below.map(({ sharedId }) => ({ sharedId })) }),
      serializationOptions: { maxDomDepth: 0, includeShadowTree: includeShadowTree ? 'all' : 'none' },
    });
    return nodes as (Node & Json)[];
  }

  /** All elements that can be seen, with this text or label (all of it, for a string). */
  async all(css: string, text?: Text, below?: Node): Promise<Node[]> {
    const found = await this.locate({ type: 'css', value: css }, below ? [below] : []);
    if (found.length === 0) return [];
    const fits = await this.call(
      (pattern: { source: string; flags: string } | string | null, ...elements: HTMLElement[]) =>
        elements.map((element) => {
          if (!element.checkVisibility({ visibilityProperty: true })) return false;
          const words = (element.ariaLabel ?? element.innerText ?? '').trim();
          if (pattern === null) return true;
          if (typeof pattern === 'string') return words === pattern;
          return new RegExp(pattern.source, pattern.flags).test(words);
        }),
      text instanceof RegExp ? { source: text.source, flags: text.flags } : (text ?? null),
      ...found.map(({ sharedId }) => ({ sharedId })),
    );
    return found.filter((_, index) => fits[index]).map(({ sharedId }) => ({ sharedId }));
  }

  /** Waits for the first such element. */
  async find(css: string, text?: Text, below?: Node): Promise<Node> {
    return until(async () => (await this.all(css, text, below))[0], {
      what: `${css} ${String(text ?? '')}`,
      instead: () => this.text(),
    });
  }

  async none(css: string, text?: Text): Promise<void> {
    await until(async () => (await this.all(css, text)).length === 0, { what: `no ${css} ${String(text ?? '')}` });
  }

  /** What can be read in the tab. */
  text(): Promise<string> {
    return this.call(() => document.body.innerText);
  }

  /** Waits until the text of the tab fits. */
  async says(pattern: RegExp, timeoutMs = 10_000): Promise<void> {
    await until(async () => pattern.test(await this.text()), {
      what: `text ${String(pattern)}`,
      timeoutMs,
      instead: () => this.text(),
    });
  }

  /** The text of one element. */
  textOf(node: Node): Promise<string> {
    return this.call((element: HTMLElement) => (element.innerText ?? element.textContent ?? '').trim(), node);
  }

  /**
   * Brings an element into view, and waits until it can be worked: it stays where it is (lists and dialogs still fill,
   * and menus close when something scrolls), and it is not disabled.
   */
  async #reveal(node: Node): Promise<void> {
    const there = await this.call(async (element: Element) => {
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const end = performance.now() + 5_000;
      let still = 0;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      let last = element.getBoundingClientRect();
      while (still < 3 && performance.now() < end) {
        await frame();
        const now = element.getBoundingClientRect();
        const same = now.x === last.x && now.y === last.y && now.width === last.width;
        still = same && now.width > 0 && !element.matches(':disabled') ? still + 1 : 0;
        last = now;
        if (!element.isConnected) return false;
      }
      return still > 0;
    }, node);
    if (!there) throw new Error('The element is gone, or cannot be worked.');
  }

  /** Presses an element in its middle, after a while where it has to be awake. */
  async click(target: Node | (() => Promise<Node>), afterMs = 0): Promise<void> {
    if (typeof target === 'function') {
      // Found anew where the page put another element in its place meanwhile; nothing was pressed then.
      await until(async () => this.click(await target(), afterMs).then(() => true), { what: 'an element to press' });
      return;
    }
    const node = target;
    await this.#reveal(node);
    await this.#perform('pointer', [
      { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId: node.sharedId } } },
      { type: 'pause', duration: afterMs },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Where the middle of an element is, in the window. */
  middleOf(node: Node): Promise<{ x: number; y: number }> {
    return this.call((element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
    }, node);
  }

  /** Presses a place in the window, whatever lies there. */
  async clickAt({ x, y }: { x: number; y: number }): Promise<void> {
    await this.#perform('pointer', [
      { type: 'pointerMove', x, y, origin: 'viewport' },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Waits until so many frames were drawn. */
  async frames(count: number): Promise<void> {
    await this.call(async (times: number) => {
      for (let each = 0; each < times; each += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, count);
  }

  async hover(node: Node): Promise<void> {
    await this.#perform('pointer', [
      { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId: node.sharedId } } },
    ]);
  }

  /** Types text, or presses keys of `keys`, after a while where something has to be awake. */
  async type(text: string, afterMs = 0): Promise<void> {
    await this.#perform('key', [
      { type: 'pause', duration: afterMs },
      ...[...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    ]);
  }

  async #perform(type: 'pointer' | 'key', actions: Json[]): Promise<void> {
    await this.#bidi.send('input.performActions', {
      context: this.context,
      actions: [{ type, id: type === 'key' ? 'keyboard' : 'mouse', actions }],
    });
  }

  async focus(node: Node): Promise<void> {
    await this.#reveal(node);
    await this.call((element: HTMLElement) => element.focus(), node);
  }

  /** Chooses files in a file input. */
  async chooseFile(node: Node, file: string): Promise<void> {
    await this.#bidi.send('input.setFiles', { context: this.context, element: node, files: [file] });
  }
}
