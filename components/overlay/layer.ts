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
  lineAround,
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
  /** Relative to the row's corner, with its size, in the window's pixels. */
  at: (Place & Size) | null;
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
    // Some windows ahead: whoever reads the page by its accessibility tree, or scrolls fast, finds parts already there.
    { rootMargin: '3000px' },
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
    if (items.size === 0) return;
    if (write(read(true))) ask();
    else watchLast();
  };

  /** Works out everything that is to be written, without writing. `fully`: places anew what is stale, looks for covers. */
  function read(fully: boolean): (() => unknown)[] {
    const writes: (() => unknown)[] = [];
    const styles = reader(view);
    const rows = new Map<Element, Box>();
    const origins = new Map<Surface, DOMRect>();
    const originOf = (surface: Surface): DOMRect => {
      let origin = origins.get(surface);
      if (!origin) origins.set(surface, (origin = rectOf(surface.host)));
      return origin;
    };
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
          item.at = settle(item, box, scaleOf(originOf(item.surface)), styles);
        }
      }
      const { at } = item;
      if (!at) continue;
      const left = box.left + at.left;
      const top = box.top + at.top;
      const right = left + at.width;
      const bottom = top + at.height;
      let shown = fully || item.shown;
      if (!lost && shown) {
        // Half scrolled out of its list, a part would hang over the list's edge.
        const clip = clipBox(item.clippers);
        // In a row that is lower than the part, it hangs out a little wherever the row stands.
        const hang = 1 + Math.max(0, (at.height - (box.bottom - box.top)) / 2 + 0.5);
        shown = left > clip.left - 1 && top > clip.top - hang && right < clip.right + 1 && bottom < clip.bottom + hang;
        if (shown && fully) {
          const points = [left + 2, (left + right) / 2, right - 2];
          shown = !points.some((x) => isCovered(row, x, (top + bottom) / 2, isOurs, view));
        }
      }
      const origin = originOf(item.surface);
      const scale = scaleOf(origin);
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

  let moves: IntersectionObserver | null = null;
  /**
   * Hears of a move that changes no size that is observed, e.g. a banner in a page that is as high as the window anyway:
   * the lowest of our rows is watched through a window of exactly its own shape.
   */
  function watchLast(): void {
    moves?.disconnect();
    moves = null;
    let last: Item | null = null;
    for (const item of items.values()) {
      if (item.shown && item.rowBox && item.rowBox.bottom > (last?.rowBox?.bottom ?? -Infinity)) last = item;
    }
    if (!last?.rowBox) return;
    const { left, top, right, bottom } = last.rowBox;
    const rootMargin = [top, view.innerWidth - right, view.innerHeight - bottom, left]
      .map((inset) => `${-Math.floor(inset)}px`)
      .join(' ');
    let first = true;
    moves = new view.IntersectionObserver(
      () => {
        if (!first) ask();
        first = false;
      },
      { root: doc, rootMargin, threshold: 1 },
    );
    moves.observe(last.part.row);
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
  function settle(item: Item, box: Box, scale: number, styles: Reader): Item['at'] {
    const { row, anchor, aligned, lost } = item.part;
    item.sizes ??= item.part.looks();
    const looks = item.sizes.map(({ width, height }) => ({ width: width * scale, height: height * scale }));
    let area: Element = row;
    let usable: Box = { left: 8, top: 8, right: view.innerWidth - 8, bottom: view.innerHeight - 8 };
    if (lost) {
      // Four steps out is the group a control stands in: a dialog with its buttons, a row with its cells.
      for (let step = 0; step < 4; step += 1) {
        const parent = parentOf(area);
        const element = parent && !isElement(parent) ? parentOf(parent) : parent;
        if (isElement(element)) area = element;
      }
    } else {
      // A table may be wider than its scroller: what is cut off to the sides is no place to stand.
      const clip = clipBox(item.clippers);
      const { left, right } = aligned ? lineAround(row, box) : box;
      usable = { ...box, left: Math.max(left, clip.left), right: Math.min(right, clip.right, view.innerWidth - 8) };
      if (isEmpty(usable)) usable = box;
    }
    // A menu that is fixed elsewhere stands outside of the boxes around it.
    const reading = lost ? readRow(area, row, styles, usable) : readRow(area, anchor, styles);
    // Parts of ours are in each other's way as well.
    for (const other of items.values()) {
      const { at, rowBox } = other;
      if (other === item || !at || !rowBox || !other.shown || !(lost || other.part.row === row)) continue;
      const left = rowBox.left + at.left;
      const top = rowBox.top + at.top;
      reading.obstacles.push({ left, top, right: left + at.width, bottom: top + at.height, weight: 4 });
    }
    const found = place(usable, reading, looks, aligned);
    const size = found && looks[found.look];
    return size ? { ...found, ...size, left: found.left - box.left, top: found.top - box.top } : null;
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
    // What a part may leave out depends on the window.
    const resized = (): void => {
      for (const item of items.values()) item.sizes = null;
      refresh();
    };
    view.addEventListener('resize', resized, quiet);
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
    moves?.disconnect();
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

/** The host is 100 px wide for us; the page may see it scaled. */
function scaleOf({ width }: DOMRect): number {
  return width / 100 || 1;
}

function round(value: number): number {
  return Math.round(value * 8) / 8;
}
