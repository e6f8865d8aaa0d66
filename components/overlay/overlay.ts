/** Wires the parts of the overlay of one document together. */
import { t, textLocale } from '../ui/text.ts';
import { createBadge } from './badge.ts';
import { isConnected, make, parentOf, rectOf } from './dom.ts';
import { keepEventsIn } from './events.ts';
import { createLayer, type Placed } from './layer.ts';
import { type Modal, openModal } from './modal.ts';
import { createNotice, type Notice } from './notice.ts';
import { drawOwnerDialog } from './owner-dialog.ts';
import { createOwnerLine, type OwnerLine } from './owner-line.ts';
import { createSurface, type Surface } from './surface.ts';
import type { BadgePart, NoticePart, Overlay, OverlayOptions, OwnerLinePart, WarningResult } from './types.ts';
import { drawWarning } from './warning.ts';
import { nameOf } from './words.ts';

/** How long a word about something that was done stays. */
const spokenForMs = 20_000;

interface Saying {
  notice: Notice;
  part: Omit<NoticePart, 'kind'> & { kind: NoticePart['kind'] | 'done' };
  placed: Placed | null;
  gone: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Makes the overlay of one document. Nothing is in the page before there is something to show, and nothing stays when there is not.
 *
 * @param doc the document of the tab, or of a same-origin iframe in it
 * @param options `signal` ends everything
 */
export function createOverlay(doc: Document, options: OverlayOptions): Overlay {
  const view = doc.defaultView as Window & typeof globalThis;
  const ends = new AbortController();
  let givenUp = false;
  let main: Surface | null = null;
  /** Surfaces inside modal dialogs of the page; see `surfaceFor`. */
  const inModals = new Map<Element, Surface>();
  /** Dialogs of the page that change their shape when something is put into them. */
  const unfit = new WeakSet<Element>();

  const badges = new Map<string, { part: BadgePart; placed: Placed }>();
  interface ShownLine {
    part: OwnerLinePart;
    line: OwnerLine;
  }
  const lines = new Map<string, ShownLine>();
  const sayings = new Map<string, Saying>();
  let corner: HTMLElement | null = null;
  let modal: Modal | null = null;
  let warning: { answer(result: WarningResult): void } | null = null;

  const isOurs = (node: unknown): boolean =>
    node !== null && (node === main?.host || [...inModals.values()].some(({ host }) => host === node));

  function giveUp(): void {
    if (givenUp) return;
    givenUp = true;
    clear();
    options.onGivenUp?.();
  }

  function newSurface(container: Element, position: 'absolute' | 'fixed'): Surface {
    const surface = createSurface(container, textLocale(), {
      position,
      onRepaired: () => modal?.reopen(),
      onGivenUp: giveUp,
    });
    keepEventsIn(surface.root);
    return surface;
  }

  function mainSurface(): Surface {
    if (main && main.container !== doc.documentElement) {
      // `document.open` and the like: another document element, another host.
      main.unmount();
      main = null;
    }
    main ??= newSurface(doc.documentElement, 'absolute');
    main.mount();
    return main;
  }

  /**
   * Where a part of ours goes: into the host at the document's root. Only where the part belongs to something inside a modal dialog of
   * the page, that host would be under the dialog, inert and hidden from assistive technology (tried in Chromium 156), so there a host
   * stands inside the dialog element itself, out of flow; a dialog that changes its shape because of it is left alone.
   */
  function surfaceFor(within: Element | null): Surface {
    if (!within || unfit.has(within)) return mainSurface();
    let surface = inModals.get(within);
    if (!surface) {
      const content = within.lastElementChild;
      const before = shapeOf(within, content);
      surface = newSurface(within, 'fixed');
      surface.mount();
      inModals.set(within, surface);
      if (shapeOf(within, content) !== before) {
        surface.unmount();
        inModals.delete(within);
        unfit.add(within);
        return mainSurface();
      }
    }
    surface.mount();
    return surface;
  }

  /** Takes out what holds nothing. */
  function tidy(): void {
    for (const [within, surface] of inModals) {
      if (surface.layer.childElementCount > 0) continue;
      surface.unmount();
      inModals.delete(within);
    }
    if (corner?.childElementCount === 0) {
      corner.remove();
      corner = null;
    }
    if (main && !modal && main.layer.childElementCount === 0) main.unmount();
  }

  const layer = createLayer(doc, { signal: ends.signal, surfaceFor, isOurs, onMoved: tidy });

  /** Keeps a map of shown parts in step with what shall be shown. */
  function reconcile<Part extends { id: string }, Shown>(
    shown: Map<string, Shown>,
    parts: readonly Part[],
    handle: { add(part: Part): void; update(shown: Shown, part: Part): void; remove(shown: Shown): void },
  ): void {
    if (givenUp || ends.signal.aborted) return;
    const wanted = new Map(parts.map((part) => [part.id, part]));
    for (const [id, each] of shown) {
      if (wanted.has(id)) continue;
      shown.delete(id);
      handle.remove(each);
    }
    for (const [id, part] of wanted) {
      const each = shown.get(id);
      if (each) handle.update(each, part);
      else handle.add(part);
    }
    tidy();
  }

  // Notices ---------------------------------------------------------------------------------------------------------

  function topModal(): Element | null {
    // The page may have several open; the last one in the document is the topmost in nearly every page.
    return [...doc.querySelectorAll('dialog:modal')].at(-1) ?? null;
  }

  function intoCorner(saying: Saying): void {
    if (saying.placed) layer.remove(saying.placed);
    saying.placed = null;
    saying.notice.element.classList.remove('part');
    saying.notice.element.removeAttribute('style');
    const surface = surfaceFor(topModal());
    if (corner?.getRootNode() !== surface.root) {
      const moved = corner ? [...corner.childNodes] : [];
      corner?.remove();
      corner = make(doc, 'div', { class: 'corner' });
      corner.append(...moved);
      surface.layer.append(corner);
    }
    corner?.append(saying.notice.element);
  }

  function addSaying(part: Saying['part']): void {
    const done = part.kind === 'done';
    const notice = createNotice(doc, {
      text: part.text,
      good: done,
      // Whatever the part's actions are by then: its texts stay, its functions may be new ones.
      actions: (part.actions ?? []).map(({ label }, index) => ({
        label,
        run: () => saying.part.actions?.[index]?.run(),
      })),
      // What asks for a choice or tells of a state that lasts is not waved away before it is read.
      dismiss: part.kind === 'starting' ? null : () => removeSaying(part.id, true),
    });
    const saying: Saying = { notice, part, placed: null, gone: undefined };
    sayings.set(part.id, saying);
    const near = part.near;
    if (near && isConnected(near)) {
      notice.element.classList.add('part');
      saying.placed = {
        row: near,
        anchor: near,
        element: notice.element,
        mode: 'beside',
        looks: () => [{ width: notice.element.offsetWidth, height: notice.element.offsetHeight }],
        wear() {},
        lost: () => intoCorner(saying),
      };
      layer.add(saying.placed);
    } else intoCorner(saying);
    if (done) saying.gone = setTimeout(() => removeSaying(part.id, true), spokenForMs);
  }

  function endSaying(saying: Saying): void {
    clearTimeout(saying.gone);
    saying.notice.end();
    if (saying.placed) layer.remove(saying.placed);
    else saying.notice.element.remove();
  }

  /** Dismissed ones stay away until the caller has taken them off its list once. */
  const dismissed = new Set<string>();
  function removeSaying(id: string, dismiss: boolean): void {
    const saying = sayings.get(id);
    if (!saying) return;
    if (dismiss) dismissed.add(id);
    sayings.delete(id);
    endSaying(saying);
    tidy();
  }

  let count = 0;
  /** A word of our own about something that was done, with a way back. */
  function tell(text: string, near: Element | null, actions: NoticePart['actions'] = []): string {
    for (const [id, { part }] of sayings) if (part.kind === 'done') removeSaying(id, false);
    count += 1;
    const id = `done ${count}`;
    if (!givenUp && !ends.signal.aborted) addSaying({ id, kind: 'done', near, text, actions });
    return id;
  }

  // Owner lines -----------------------------------------------------------------------------------------------------

  async function change(part: OwnerLinePart, done: string, run: () => Promise<{ undo: string | null }>): Promise<void> {
    try {
      const { undo } = await run();
      const back = async (): Promise<void> => {
        if (undo === null) return;
        try {
          await part.actions.undo(undo);
          tell(t('overlay_undone'), part.anchor);
        } catch {
          tell(t('overlay_failed'), part.anchor);
        }
      };
      tell(done, part.anchor, undo === null ? [] : [{ label: t('overlay_undo'), run: () => void back() }]);
    } catch {
      tell(t('overlay_failed'), part.anchor);
    }
  }

  function setOwner(part: OwnerLinePart, button: HTMLElement): void {
    if (modal || givenUp) return;
    const drawn = drawOwnerDialog(doc, part.line, (query) => part.actions.ownerCandidates(query));
    const opened = openModal(mainSurface(), drawn.dialog, {
      watched: [drawn.save],
      focus: drawn.input,
      onCancel: () => closeModal(button),
    });
    modal = opened;
    drawn.cancel.addEventListener('click', (event) => {
      if (opened.guard.accepts(event)) closeModal(button);
    });
    drawn.save.addEventListener('click', (event) => {
      const owner = drawn.chosen();
      if (!owner || !opened.guard.accepts(event)) return;
      const { visible } = opened.guard;
      closeModal(button);
      if (visible) void change(part, t('overlay_owner_set', nameOf(owner)), () => part.actions.setOwner(owner.userId));
      else part.actions.openDashboard('#/keys');
    });
  }

  function closeModal(returnFocusTo: Element | null): void {
    const closing = modal;
    modal = null;
    closing?.close(returnFocusTo);
    tidy();
  }

  const world = {
    doc,
    setOwner,
    change: (part: OwnerLinePart, done: string, run: () => Promise<{ undo: string | null }>) =>
      void change(part, done, run),
    changed: (line: OwnerLine) => layer.resize(line),
  };

  // The whole -------------------------------------------------------------------------------------------------------

  // Registered before the page's own: an Escape that ends our dialog must not end the page's as well.
  view.addEventListener(
    'keydown',
    (event) => {
      if (!modal || event.key !== 'Escape' || !event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      modal.cancel();
    },
    { capture: true, signal: ends.signal },
  );

  function clear(): void {
    warning?.answer({ choice: 'keep' });
    closeModal(null);
    for (const { placed } of badges.values()) layer.remove(placed);
    for (const { line } of lines.values()) {
      line.end();
      layer.remove(line);
    }
    for (const saying of sayings.values()) endSaying(saying);
    badges.clear();
    lines.clear();
    sayings.clear();
    for (const surface of inModals.values()) surface.unmount();
    inModals.clear();
    corner = null;
    main?.unmount();
  }

  function destroy(): void {
    if (ends.signal.aborted) return;
    clear();
    ends.abort();
  }
  if (options.signal.aborted) destroy();
  else options.signal.addEventListener('abort', destroy, { once: true, signal: ends.signal });

  return {
    setBadges(parts) {
      const add = (part: BadgePart): void => {
        const placed = createBadge(doc, part);
        badges.set(part.id, { part, placed });
        layer.add(placed);
      };
      reconcile(badges, parts, {
        add,
        update({ part: old, placed }, part) {
          const same =
            old.row === part.row &&
            old.anchor === part.anchor &&
            old.text === part.text &&
            old.tone === part.tone &&
            old.label === part.label;
          if (same) return;
          layer.remove(placed);
          add(part);
        },
        remove: ({ placed }) => layer.remove(placed),
      });
    },
    setOwnerLines(parts) {
      const add = (part: OwnerLinePart): void => {
        const line = createOwnerLine(part, world);
        lines.set(part.id, { part, line });
        layer.add(line);
      };
      const remove = ({ line }: ShownLine): void => {
        line.end();
        layer.remove(line);
      };
      reconcile(lines, parts, {
        add,
        update(shown, part) {
          const { part: old, line } = shown;
          if (old.row === part.row && old.anchor === part.anchor) {
            shown.part = part;
            line.update(part);
          } else {
            remove(shown);
            add(part);
          }
        },
        remove,
      });
    },
    setNotices(parts) {
      const wanted = new Set(parts.map(({ id }) => id));
      for (const id of dismissed) if (!wanted.has(id)) dismissed.delete(id);
      const own = new Map([...sayings].filter(([, { part }]) => part.kind !== 'done'));
      reconcile(
        own,
        parts.filter(({ id }) => !dismissed.has(id)),
        {
          add: addSaying,
          update(saying, part) {
            const { part: old, notice } = saying;
            const labels = (each: Saying['part'] | NoticePart) =>
              (each.actions ?? []).map(({ label }) => label).join('\n');
            if (old.near === part.near && old.kind === part.kind && labels(old) === labels(part)) {
              saying.part = part;
              notice.say(part.text);
              if (old.text !== part.text && saying.placed) layer.resize(saying.placed);
            } else {
              removeSaying(part.id, false);
              addSaying(part);
            }
          },
          remove: ({ part }) => removeSaying(part.id, false),
        },
      );
    },
    warn(model, returnFocusTo) {
      // The caller lets the action pass and says so: a hold that cannot be shown would trap the admin.
      if (givenUp || ends.signal.aborted) return Promise.reject(new Error('overlay ended'));
      warning?.answer({ choice: 'keep' });
      closeModal(null);
      return new Promise((resolve, reject) => {
        try {
          const drawn = drawWarning(doc, model, (result, event) => {
            if (!opened.guard.accepts(event)) return;
            if (result.choice === 'release' && !opened.guard.visible) options.onNotVisible?.();
            else answer(result, returnFocusTo);
          });
          const opened = openModal(mainSurface(), drawn.dialog, {
            watched: [drawn.release],
            focus: drawn.keep,
            onCancel: () => answer({ choice: 'keep' }, returnFocusTo),
          });
          modal = opened;
          const mine = { answer: (result: WarningResult) => answer(result, null) };
          warning = mine;
          function answer(result: WarningResult, focus: Element | null): void {
            if (warning !== mine) return;
            warning = null;
            closeModal(focus);
            if (result.choice === 'release') {
              tell(t('overlay_hold_lifted'), returnFocusTo && isConnected(returnFocusTo) ? returnFocusTo : null);
            }
            resolve(result);
          }
        } catch (error) {
          warning = null;
          closeModal(null);
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    },
    get warningOpen() {
      return warning !== null;
    },
    refresh() {
      layer.refresh();
      // A notice without a place of its own follows the page's modal dialogs, under which it could not be read.
      if (corner && corner.getRootNode() !== surfaceFor(topModal()).root) {
        for (const saying of sayings.values()) if (!saying.placed) intoCorner(saying);
        tidy();
      }
    },
    owns: isOurs,
    destroy,
  };
}

/** Where an element and its last child stand, as one text. */
function shapeOf(element: Element, child: Element | null): string {
  const boxes = [rectOf(element), ...(child && parentOf(child) ? [rectOf(child)] : [])];
  return boxes.map(({ left, top, width, height }) => [left, top, width, height].map(Math.round).join()).join(';');
}
