/**
 * Keeps parts of ours beside the page's elements. A part is anything with an element in a surface's layer and a row of the
 * page that it stands in.
 *
 * Law of this file: the page is measured only after a frame was drawn (requestAnimationFrame → task), when layout is clean,
 * first everything is read, then everything is written, and observers only ask for that. Only rows near the window are
 * looked at. Without parts there is no listener that does anything and no observer that observes.
 */
import { isConnected, parentOf, rectOf } from './dom.ts';
import { type Box, intersection, place, type Place, type Size } from './place.ts';
import { boxOf, clipBox, clippersOf, isCovered, isEmpty, modalAround, reader, readRow } from './measure.ts';
import type { Surface } from './surface.ts';

/** A part as the layer sees it. */
export interface Placed {
  readonly row: Element;
  readonly anchor: Element;
  readonly element: HTMLElement;
  /** Sizes to choose from; asked after a frame, when the element has been laid out. */
  looks(): Size[];
  /** Puts one of the looks on. */
  wear(look: number): void;
  /** The element it stands beside is gone or cannot be seen. */
  lost?(): void;
  /** `beside` stands outside the element (a notice beside a button), `inside` within the row. */
  readonly mode: 'inside' | 'beside';
}

interface Item {
  part: Placed;
  surface: Surface | null;
  near: boolean;
  stale: boolean;
  sized: Size[] | null;
  /** Relative to the row's corner, in CSS pixels of the window. */
  at: Place | null;
  clippers: Element[];
  /** What was last written, and where the row was then. */
  shown: boolean;
  transform: string;
  clip: string;
  rowBox: Box | null;
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
  signal: AbortSignal;
  /** The surface for an element of the page; mounts it. */
  surfaceFor(modal: Element | null): Surface;
  isOurs: (node: Node) => boolean;
  /** A part's surface has changed, e.g. to drop one that is empty. */
  onMoved(): void;
}

/** However often the page changes, rows are read again at most so often. */
const rereadMs = 100;

/** The layer of one document. */
export function createLayer(doc: Document, options: LayerOptions): Layer {
  const view = doc.defaultView as Window & typeof globalThis;
  const items = new Map<Placed, Item>();
  const byRow = new Map<Element, Set<Item>>();
  const { port1, port2 } = new view.MessageChannel();
  let frame = 0;
  let following = false;
  let rereadTimer: ReturnType<typeof setTimeout> | 0 = 0;
  let lastReread = -Infinity;
  let listening: AbortController | null = null;

  const near = new view.IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        for (const item of byRow.get(entry.target) ?? []) {
          if (item.near === entry.isIntersecting) continue;
          item.near = entry.isIntersecting;
          item.stale = true;
        }
      }
      ask();
    },
    { rootMargin: '120px' },
  );
  const sizes = new view.ResizeObserver((entries) => {
    for (const entry of entries) for (const item of byRow.get(entry.target) ?? []) item.stale = true;
    ask();
  });
  /** How many items each element is observed for: rows, and what they stand in. */
  const observed = new Map<Element, number>();

  function ask(): void {
    if (frame || items.size === 0) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      if (following) {
        following = false;
        // In the frame of the scroll event itself, so that parts do not trail behind their rows.
        write(read(false));
      }
      port2.postMessage(0);
    });
  }
  port1.onmessage = () => {
    if (items.size === 0) return;
    if (write(read(true))) ask();
  };

  /** Everything that is to be written, worked out without writing. */
  function read(fully: boolean): (() => boolean)[] {
    const writes: (() => boolean)[] = [];
    const styles = reader(view);
    const origins = new Map<Surface, { left: number; top: number; scale: number }>();
    const clipBoxes = new Map<Element | null, Box>();
    const rows = new Map<Element, Box>();
    for (const item of items.values()) {
      const { part } = item;
      if (!isConnected(part.row) || (!item.near && part.mode === 'inside')) {
        if (item.shown) writes.push(() => hide(item));
        if (fully && part.lost) writes.push(() => (part.lost?.(), false));
        continue;
      }
      const rowBox = rows.get(part.row) ?? boxOf(rectOf(part.row));
      rows.set(part.row, rowBox);
      if (fully && part.lost && isEmpty(rowBox)) {
        writes.push(() => (part.lost?.(), false));
        continue;
      }
      if (fully) {
        const surface = options.surfaceFor(modalAround(part.row));
        if (surface !== item.surface) {
          writes.push(() => {
            surface.layer.append(part.element);
            item.surface = surface;
            options.onMoved();
            return true;
          });
          continue;
        }
        const before = item.rowBox;
        const resized =
          !before ||
          Math.abs(before.right - before.left - (rowBox.right - rowBox.left)) > 0.5 ||
          Math.abs(before.bottom - before.top - (rowBox.bottom - rowBox.top)) > 0.5;
        item.sized ??= part.looks();
        if (item.stale || resized || !item.at || part.mode === 'beside') {
          item.stale = false;
          item.clippers = clippersOf(part.row, styles);
          item.at = settle(item, rowBox, styles);
        }
      }
      const { surface, at } = item;
      if (!surface || !at) continue;
      let origin = origins.get(surface);
      if (!origin) {
        const { left, top, width } = rectOf(surface.host);
        origins.set(surface, (origin = { left, top, scale: width / 100 || 1 }));
      }
      const size = item.sized?.[at.look] ?? { width: 0, height: 0 };
      const left = rowBox.left + at.left;
      const top = rowBox.top + at.top;
      const box: Box = { left, top, right: left + size.width, bottom: top + size.height };
      const clipper = item.clippers[0] ?? null;
      let clip = clipBoxes.get(clipper);
      if (!clip) clipBoxes.set(clipper, (clip = clipBox(item.clippers, view)));
      const visible = part.mode === 'inside' ? intersection(box, clip) : box;
      let shown = !isEmpty(visible) && !isEmpty(rowBox);
      if (shown && fully && part.mode === 'inside') {
        const y = (visible.top + visible.bottom) / 2;
        const points = [visible.left + 2, (visible.left + visible.right) / 2, visible.right - 2].map(
          (x) => [x, y] as const,
        );
        shown = !isCovered(part.row, points, options.isOurs, view);
      } else if (!fully && !item.shown) shown = false;
      const { scale } = origin;
      const x = round((left - origin.left) / scale);
      const y = round((top - origin.top) / scale);
      const transform = `translate(${x}px,${y}px)`;
      // Scrolled half out of its list, a part is cut as its row is. The window cuts by itself.
      const cut = part.mode === 'inside' && item.clippers.length > 0 && shown ? insets(box, visible, scale) : '';
      writes.push(() => {
        const moved = item.rowBox !== null && (item.rowBox.left !== rowBox.left || item.rowBox.top !== rowBox.top);
        item.rowBox = rowBox;
        if (!shown) {
          hide(item);
          return moved;
        }
        if (item.transform !== transform) part.element.style.transform = item.transform = transform;
        if (item.clip !== cut) part.element.style.clipPath = item.clip = cut;
        part.wear(at.look);
        if (!item.shown) {
          item.shown = true;
          part.element.classList.add('on');
        }
        return moved;
      });
    }
    return writes;
  }

  /** `true`: something moved, so another look at the next frame is worth it (an animation, a scroll under way). */
  function write(writes: readonly (() => boolean)[]): boolean {
    let again = false;
    for (const each of writes) if (each()) again = true;
    return again;
  }

  function hide(item: Item): boolean {
    if (item.shown) {
      item.shown = false;
      item.part.element.classList.remove('on');
    }
    return false;
  }

  /** The place of a part, relative to the row. */
  function settle(item: Item, rowBox: Box, styles: ReturnType<typeof reader>): Place | null {
    const { part } = item;
    const looks = item.sized ?? [];
    let found: Place | null;
    if (part.mode === 'beside') {
      found = placeBeside(rowBox, looks[0] ?? { width: 0, height: 0 }, obstaclesAround(part.row), view);
    } else {
      const { obstacles, anchor, rtl } = readRow(part.row, part.anchor, styles);
      // A table may be wider than its scroller: what is cut off to the sides is no place to stand.
      const clip = clipBox(item.clippers, view);
      const usable = { ...rowBox, left: Math.max(rowBox.left, clip.left), right: Math.min(rowBox.right, clip.right) };
      // Other parts of ours in the same row are in the way as well.
      const others = [...(byRow.get(part.row) ?? [])].filter(
        (other) => other !== item && other.at && other.part.mode === 'inside',
      );
      for (const { at, sized } of others) {
        const size = at && sized?.[at.look];
        if (!size) continue;
        const left = rowBox.left + at.left;
        const top = rowBox.top + at.top;
        obstacles.push({ left, top, right: left + size.width, bottom: top + size.height, weight: 2 });
      }
      found = place(isEmpty(usable) ? rowBox : usable, anchor, obstacles, looks, rtl);
    }
    return found && { ...found, left: found.left - rowBox.left, top: found.top - rowBox.top };
  }

  function reread(): void {
    rereadTimer = 0;
    lastReread = view.performance.now();
    for (const item of items.values()) item.stale = true;
    ask();
  }

  function refresh(): void {
    if (rereadTimer || items.size === 0) return;
    const wait = lastReread + rereadMs - view.performance.now();
    if (wait <= 0) reread();
    else rereadTimer = setTimeout(reread, wait);
  }

  function listen(): void {
    if (listening) return;
    listening = new AbortController();
    const { signal } = listening;
    const passive = { capture: true, passive: true, signal } as const;
    doc.addEventListener(
      'scroll',
      () => {
        following = true;
        ask();
      },
      passive,
    );
    view.addEventListener('resize', refresh, passive);
    // What moves rows without changing a size that is observed: transitions, late pictures, fonts, dialogs and menus.
    for (const name of [
      'transitionrun',
      'transitionend',
      'animationstart',
      'animationend',
      'load',
      'toggle',
      'fullscreenchange',
    ]) {
      doc.addEventListener(name, refresh, passive);
    }
    doc.fonts?.addEventListener('loadingdone', refresh, passive);
  }

  /** The row and what it stands in: what is put in or grows above it changes the size of one of these. */
  function* watchedFor(row: Element): Generator<Element> {
    for (let node: Node | null = row; node; node = parentOf(node)) {
      if (node.nodeType === 1) yield node as Element;
    }
  }

  function watch(row: Element, watched: Element[]): void {
    for (const element of watchedFor(row)) {
      watched.push(element);
      const count = observed.get(element) ?? 0;
      observed.set(element, count + 1);
      if (count === 0) sizes.observe(element);
    }
  }

  const watchedBy = new Map<Item, Element[]>();

  function end(item: Item): void {
    items.delete(item.part);
    item.part.element.remove();
    for (const element of watchedBy.get(item) ?? []) {
      const count = (observed.get(element) ?? 1) - 1;
      if (count > 0) observed.set(element, count);
      else {
        observed.delete(element);
        sizes.unobserve(element);
      }
    }
    watchedBy.delete(item);
    const same = byRow.get(item.part.row);
    same?.delete(item);
    if (same?.size === 0) {
      byRow.delete(item.part.row);
      near.unobserve(item.part.row);
    }
    if (items.size === 0) rest();
  }

  /** Nothing to keep in place: no listener, no frame, no timer. */
  function rest(): void {
    listening?.abort();
    listening = null;
    view.cancelAnimationFrame(frame);
    frame = 0;
    clearTimeout(rereadTimer || undefined);
    rereadTimer = 0;
  }

  const layer: Layer = {
    add(part) {
      const item: Item = {
        part,
        surface: null,
        near: part.mode === 'beside',
        stale: true,
        sized: null,
        at: null,
        clippers: [],
        shown: false,
        transform: '',
        clip: '',
        rowBox: null,
      };
      items.set(part, item);
      if (isConnected(part.row)) {
        // At once, so that the first measuring already finds it laid out.
        item.surface = options.surfaceFor(modalAround(part.row));
        item.surface.layer.append(part.element);
      }
      const same = byRow.get(part.row);
      if (same) {
        // The observer speaks of a row only when something changes; what it said of the other part holds for this one.
        for (const other of same) if (other.near) item.near = true;
        same.add(item);
      } else {
        byRow.set(part.row, new Set([item]));
        near.observe(part.row);
      }
      const watched: Element[] = [];
      watchedBy.set(item, watched);
      watch(part.row, watched);
      listen();
      ask();
    },
    remove(part) {
      const item = items.get(part);
      if (item) end(item);
    },
    resize(part) {
      const item = items.get(part);
      if (!item) return;
      item.sized = null;
      item.stale = true;
      ask();
    },
    refresh,
    end() {
      for (const item of [...items.values()]) end(item);
      rest();
      near.disconnect();
      sizes.disconnect();
      port1.onmessage = null;
      port1.close();
    },
  };
  options.signal.addEventListener('abort', () => layer.end(), { once: true });
  return layer;
}

function round(value: number): number {
  return Math.round(value * 8) / 8;
}

function insets(box: Box, visible: Box, scale: number): string {
  const edges = [
    visible.top - box.top,
    box.right - visible.right,
    box.bottom - visible.bottom,
    visible.left - box.left,
  ];
  return edges.some((edge) => edge > 0.5)
    ? `inset(${edges.map((edge) => `${round(Math.max(0, edge) / scale)}px`).join(' ')})`
    : '';
}

/** What a notice beside a control must not cover: the other controls around it. */
function obstaclesAround(element: Element): Box[] {
  let around: Element = element;
  // Three steps out is the group the control stands in: a dialog's buttons, a table's cell and row.
  for (let step = 0; step < 3; step += 1) {
    const parent = parentOf(around);
    if (parent?.nodeType !== 1) break;
    around = parent as Element;
  }
  const found: Box[] = [];
  for (const control of around.querySelectorAll(
    'button,a[href],input,select,textarea,[role=button],[role^=menuitem],label',
  )) {
    if (found.length >= 60) break;
    const box = boxOf(rectOf(control));
    if (!isEmpty(box)) found.push(box);
  }
  return found;
}

/** Below the element, else above, else to a side; inside the window, covering as few controls as possible, never the element. */
export function placeBeside(
  near: Box,
  { width, height }: Size,
  obstacles: readonly Box[],
  view: { innerWidth: number; innerHeight: number },
): Place {
  const gap = 8;
  const options: [number, number][] = [
    [near.left, near.bottom + gap],
    [near.right - width, near.bottom + gap],
    [near.left, near.top - height - gap],
    [near.right - width, near.top - height - gap],
    [near.right + gap, near.top],
    [near.left - width - gap, near.top],
  ];
  let best: Place = { look: 0, left: near.left, top: near.bottom + gap, overlap: Infinity };
  options.forEach(([wantedLeft, wantedTop], index) => {
    const left = Math.max(8, Math.min(wantedLeft, view.innerWidth - width - 8));
    const top = Math.max(8, Math.min(wantedTop, view.innerHeight - height - 8));
    const box = { left, top, right: left + width, bottom: top + height };
    let overlap = index;
    for (const obstacle of [...obstacles, near, near, near]) {
      const common = intersection(box, obstacle);
      if (!isEmpty(common)) overlap += (common.right - common.left) * (common.bottom - common.top);
    }
    if (overlap < best.overlap) best = { look: 0, left, top, overlap };
  });
  return best;
}
