/**
 * Keeps parts of ours beside the page's elements.
 *
 * Law of this file: the page is measured only after a frame was drawn (requestAnimationFrame → task), when layout is clean,
 * first everything is read, then everything is written, and observers only ask for that. Only rows near the window are
 * looked at. Without parts nothing listens and nothing is observed.
 */
import { isConnected, isElement, parentOf, rectOf } from './dom.ts';
import {
  boxOf,
  clipBox,
  clippersOf,
  isCovered,
  isEmpty,
  modalAround,
  type Reader,
  reader,
  readRow,
} from './measure.ts';
import { type Box, place, type Place, type Size } from './place.ts';
import type { Surface } from './surface.ts';

/** A part as the layer sees it. */
export interface Placed {
  readonly row: Element;
  readonly anchor: Element;
  readonly element: HTMLElement;
  /** Whether it lines up with what the row shows in columns, rather than following its anchor closely. */
  readonly aligned: boolean;
  /** Sizes to choose from; asked after a frame, when the element has been laid out. */
  looks(): Size[];
  /** Puts one of the looks on. */
  wear(look: number): void;
  /** Stands anywhere beside the element (a notice beside a button), not within a row; called when that can be seen no more. */
  lost?: () => void;
}

interface Item {
  part: Placed;
  surface: Surface;
  sizes: Size[] | null;
  /** Relative to the row's corner, in the window's pixels. */
  at: Place | null;
  clippers: Element[];
  rowBox: Box | null;
  /** What was last written. */
  shown: boolean;
  transform: string;
}

export interface Layer {
  add(part: Placed): void;
  remove(part: Placed): void;
  /** The part's text has changed: measure it again. */
  resize(part: Placed): void;
  /** The page has changed: soon, look again at everything that is near. */
  refresh(): void;
  end(): void;
}

export interface LayerOptions {
  /** The surface for what stands in a modal dialog of the page, or elsewhere; mounts it. */
  surfaceFor: (modal: Element | null) => Surface;
  isOurs: (node: Node) => boolean;
  /** A part has left its surface. */
  onMoved: () => void;
}

/** However often the page changes, rows are read again at most so often. */
const rereadMs = 100;

/** The layer of one document. */
export function createLayer(doc: Document, { surfaceFor, isOurs, onMoved }: LayerOptions): Layer {
  const view = doc.defaultView as Window & typeof globalThis;
  const items = new Map<Placed, Item>();
  /** Rows that are in or near the window. */
  const near = new Set<Element>();
  /** Rows whose content may have changed. */
  const stale = new Set<Element>();
  const { port1, port2 } = new view.MessageChannel();
  let frame = 0;
  let scrolled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastReread = -Infinity;
  let listening: AbortController | null = null;

  const seen = new view.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) near[isIntersecting ? 'add' : 'delete'](target);
      ask();
    },
    { rootMargin: '120px' },
  );
  const sized = new view.ResizeObserver((entries) => {
    for (const { target } of entries) stale.add(target);
    ask();
  });

  function ask(): void {
    if (frame || items.size === 0) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      // In the frame of the scroll event itself, so that parts do not trail behind their rows.
      if (scrolled) write(read(false));
      scrolled = false;
      port2.postMessage(0);
    });
  }
  port1.onmessage = () => {
    if (items.size > 0 && write(read(true))) ask();
  };

  /** Works out everything that is to be written, without writing. `fully`: places anew what is stale, looks for covers. */
  function read(fully: boolean): (() => unknown)[] {
    const writes: (() => unknown)[] = [];
    const styles = reader(view);
    const rows = new Map<Element, Box>();
    const origins = new Map<Surface, DOMRect>();
    for (const item of items.values()) {
      const { part } = item;
      const { row, lost } = part;
      if (!isConnected(row) || (!lost && !near.has(row))) {
        writes.push(() => (lost ? part.lost?.() : show(item, false)));
        continue;
      }
      let rowBox = rows.get(row);
      if (!rowBox) rows.set(row, (rowBox = boxOf(rectOf(row))));
      const box = rowBox;
      const before = item.rowBox;
      item.rowBox = box;
      if (isEmpty(box)) {
        writes.push(() => (lost ? part.lost?.() : show(item, false)));
        continue;
      }
      if (fully) {
        const surface = surfaceFor(modalAround(row));
        if (surface !== item.surface) {
          writes.push(() => {
            item.surface = surface;
            surface.layer.append(part.element);
            onMoved();
            return true;
          });
          continue;
        }
        const resized =
          before &&
          (Math.abs(before.right - before.left - box.right + box.left) > 0.5 ||
            Math.abs(before.bottom - before.top - box.bottom + box.top) > 0.5);
        if (!item.at || resized || lost || stale.has(row)) {
          item.clippers = clippersOf(row, styles);
          item.at = settle(item, box, styles);
        }
      }
      const { at } = item;
      const size = at && item.sizes?.[at.look];
      if (!size) continue;
      const left = box.left + at.left;
      const top = box.top + at.top;
      const right = left + size.width;
      const bottom = top + size.height;
      let shown = fully || item.shown;
      if (!lost && shown) {
        // Half scrolled out of its list, a part would hang over the list's edge.
        const clip = clipBox(item.clippers);
        shown = left > clip.left - 1 && top > clip.top - 1 && right < clip.right + 1 && bottom < clip.bottom + 1;
        if (shown && fully) {
          const points = [left + 2, (left + right) / 2, right - 2];
          shown = !points.some((x) => isCovered(row, x, (top + bottom) / 2, isOurs, view));
        }
      }
      let origin = origins.get(item.surface);
      if (!origin) origins.set(item.surface, (origin = rectOf(item.surface.host)));
      // The host is 100 px wide for us; the page may see it scaled.
      const scale = origin.width / 100 || 1;
      const transform = `translate(${round((left - origin.left) / scale)}px,${round((top - origin.top) / scale)}px)`;
      writes.push(() => {
        if (item.transform !== transform) part.element.style.transform = item.transform = transform;
        part.wear(at.look);
        show(item, shown);
        // Something moves: an animation, or a scroll under way. Worth another look at the next frame.
        return before && (before.left !== box.left || before.top !== box.top);
      });
    }
    if (fully) stale.clear();
    return writes;
  }

  function write(writes: readonly (() => unknown)[]): boolean {
    return writes.map((each) => each()).includes(true);
  }

  function show(item: Item, shown: boolean): void {
    if (item.shown === shown) return;
    item.shown = shown;
    item.part.element.classList.toggle('on', shown);
  }

  /** The place of a part, relative to its row. */
  function settle(item: Item, box: Box, styles: Reader): Place | null {
    const { row, anchor, aligned, lost } = item.part;
    const looks = (item.sizes ??= item.part.looks());
    let area: Element = row;
    let usable: Box = { left: 8, top: 8, right: view.innerWidth - 8, bottom: view.innerHeight - 8 };
    if (lost) {
      // Four steps out is the group a control stands in: a dialog with its buttons, a row with its cells.
      for (let step = 0; step < 4; step += 1) {
        const parent = parentOf(area);
        if (isElement(parent)) area = parent;
      }
    } else {
      // A table may be wider than its scroller: what is cut off to the sides is no place to stand.
      const clip = clipBox(item.clippers);
      usable = { ...box, left: Math.max(box.left, clip.left), right: Math.min(box.right, clip.right) };
      if (isEmpty(usable)) usable = box;
    }
    const reading = readRow(area, lost ? row : anchor, styles);
    // Parts of ours are in each other's way as well.
    for (const other of items.values()) {
      const { at, rowBox } = other;
      const size = at && other.sizes?.[at.look];
      if (other === item || !size || !rowBox || !other.shown || !(lost || other.part.row === row)) continue;
      const left = rowBox.left + at.left;
      const top = rowBox.top + at.top;
      reading.obstacles.push({ left, top, right: left + size.width, bottom: top + size.height, weight: 4 });
    }
    const found = place(usable, reading, looks, aligned);
    return found && { ...found, left: found.left - box.left, top: found.top - box.top };
  }

  function refresh(): void {
    if (timer || items.size === 0) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        lastReread = view.performance.now();
        for (const { row } of items.keys()) stale.add(row);
        ask();
      },
      Math.max(0, lastReread + rereadMs - view.performance.now()),
    );
  }

  function listen(): void {
    if (listening) return;
    listening = new view.AbortController();
    const quiet = { capture: true, passive: true, signal: listening.signal };
    const follow = (): void => {
      scrolled = true;
      ask();
    };
    doc.addEventListener('scroll', follow, quiet);
    view.addEventListener('resize', refresh, quiet);
    // What moves rows without changing a size that is observed: transitions, late pictures, fonts, dialogs and menus.
    for (const name of ['transitionrun', 'transitionend', 'animationstart', 'animationend', 'load', 'toggle']) {
      doc.addEventListener(name, refresh, quiet);
    }
    doc.fonts?.addEventListener('loadingdone', refresh, quiet);
  }

  /** Nothing to keep in place. */
  function rest(): void {
    listening?.abort();
    listening = null;
    view.cancelAnimationFrame(frame);
    frame = 0;
    clearTimeout(timer);
    timer = undefined;
    seen.disconnect();
    sized.disconnect();
    near.clear();
    stale.clear();
  }

  const remove = (part: Placed): void => {
    if (!items.delete(part)) return;
    part.element.remove();
    if (items.size === 0) rest();
  };

  return {
    add(part) {
      const surface = surfaceFor(modalAround(part.row));
      // At once, so that the first measuring finds it laid out.
      surface.layer.append(part.element);
      items.set(part, {
        part,
        surface,
        sizes: null,
        at: null,
        clippers: [],
        rowBox: null,
        shown: false,
        transform: '',
      });
      seen.observe(part.row);
      // What is put in or grows above a row changes the size of something that the row stands in.
      for (let node: Node | null = part.row; node; node = parentOf(node)) if (isElement(node)) sized.observe(node);
      listen();
      ask();
    },
    remove,
    resize(part) {
      const item = items.get(part);
      if (item) item.sizes = item.at = null;
      ask();
    },
    refresh,
    end() {
      for (const part of items.keys()) remove(part);
      rest();
      port1.close();
    },
  };
}

function round(value: number): number {
  return Math.round(value * 8) / 8;
}
