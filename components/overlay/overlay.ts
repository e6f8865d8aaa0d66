/** Wires the parts of the overlay of one document together. */
import { t, textLocale } from '../ui/text.ts';
import { createBadge } from './badge.ts';
import { isConnected, make, parentOf, rectOf } from './dom.ts';
import { keepEventsIn, on, Shield } from './events.ts';
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
  part: Omit<NoticePart, 'kind'> & { kind: NoticePart['kind'] | 'done' };
  notice: Notice;
  placed: Placed;
  /** Whether it stands in the corner, where no layer places it. */
  cornered: boolean;
}

interface ShownLine {
  part: OwnerLinePart;
  line: OwnerLine;
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
  const { signal } = ends;
  let main: Surface | null = null;
  /** Surfaces inside modal dialogs of the page; see `surfaceFor`. */
  const inModals = new Map<Element, Surface>();
  /** Dialogs of the page that change their shape when something is put into them. */
  const unfit = new WeakSet<Element>();

  const badges = new Map<string, { part: BadgePart; placed: Placed }>();
  const lines = new Map<string, ShownLine>();
  const sayings = new Map<string, Saying>();
  const corner = make(doc, 'div', { class: 'corner' });
  let modal: Modal | null = null;
  let warning: { answer(result: WarningResult): void } | null = null;

  const surfaces = (): Surface[] => [...(main ? [main] : []), ...inModals.values()];
  const isOurs = (node: unknown): boolean => surfaces().some(({ host }) => host === node);
  const shield = new Shield(() => surfaces().map(({ root }) => root));

  function newSurface(container: Element, inDialog: boolean): Surface {
    const surface = createSurface(container, textLocale(), {
      inDialog,
      onRepaired: () => modal?.reopen(),
      onGivenUp() {
        destroy();
        options.onGivenUp?.();
      },
    });
    keepEventsIn(surface.root);
    shield.listen(view, signal);
    return surface;
  }

  function mainSurface(): Surface {
    if (main?.container !== doc.documentElement) {
      // `document.open` and the like: another document element, another host.
      main?.unmount();
      main = newSurface(doc.documentElement, false);
    }
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
      surface = newSurface(within, true);
      surface.mount();
      if (shapeOf(within, content) !== before) {
        surface.unmount();
        unfit.add(within);
        return mainSurface();
      }
      inModals.set(within, surface);
    }
    return surface;
  }

  /** Takes out what holds nothing. */
  function tidy(): void {
    if (corner.childElementCount === 0) corner.remove();
    for (const [within, surface] of inModals) {
      if (surface.layer.childElementCount > 0) continue;
      surface.unmount();
      inModals.delete(within);
    }
    if (!modal && main?.layer.childElementCount === 0) main.unmount();
  }

  const layer = createLayer(doc, { surfaceFor, isOurs, onMoved: tidy });

  /** Keeps a map of shown parts in step with what shall be shown. */
  function reconcile<Part extends { id: string }, Shown>(
    shown: Map<string, Shown>,
    parts: readonly Part[],
    handle: { add(part: Part): void; update(shown: Shown, part: Part): void; remove(shown: Shown): void },
  ): void {
    if (signal.aborted) return;
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

  /** A notice without a place of its own: at the window's lower edge, above a modal dialog of the page, where there is one. */
  function intoCorner(saying: Saying): void {
    // The last one in the document is the topmost in nearly every page.
    const surface = surfaceFor([...doc.querySelectorAll('dialog:modal')].at(-1) ?? null);
    const { parentNode } = corner;
    if (parentNode !== surface.layer) surface.layer.append(corner);
    if (!saying.cornered) {
      saying.cornered = true;
      layer.remove(saying.placed);
      const { element } = saying.notice;
      element.classList.remove('part');
      element.removeAttribute('style');
      corner.append(element);
    }
    if (parentNode !== surface.layer) tidy();
  }

  function addSaying(part: Saying['part']): void {
    const { id, near, text, kind } = part;
    const notice = createNotice(doc, {
      text,
      good: kind === 'done',
      // Whatever the part's actions are by then: its texts stay, its functions may be new ones.
      actions: (part.actions ?? []).map(({ label }, index) => ({
        label,
        run: () => saying.part.actions?.[index]?.run(),
      })),
      // Gone by itself in a second.
      dismiss: kind === 'starting' ? null : () => removeSaying(id, true),
    });
    const { element } = notice;
    const saying: Saying = {
      part,
      notice,
      cornered: false,
      placed: {
        row: near ?? element,
        anchor: near ?? element,
        element,
        aligned: false,
        looks: () => [{ width: element.offsetWidth, height: element.offsetHeight }],
        wear() {},
        lost: () => intoCorner(saying),
      },
    };
    sayings.set(id, saying);
    if (near && isConnected(near)) {
      element.classList.add('part');
      layer.add(saying.placed);
    } else intoCorner(saying);
  }

  /** Dismissed ones stay away until the caller has left them out once, or says something else by the same id. */
  const dismissed = new Map<string, readonly unknown[]>();
  function removeSaying(id: string, dismiss: boolean): void {
    const saying = sayings.get(id);
    if (!saying) return;
    if (dismiss) dismissed.set(id, looksOf(saying.part));
    sayings.delete(id);
    saying.notice.end();
    layer.remove(saying.placed);
    saying.notice.element.remove();
    tidy();
  }

  let spoken: ReturnType<typeof setTimeout> | undefined;
  /**
   * A word of our own about something that was done, with a way back.
   *
   * @param next what is worked next: the word stands at the other edge of the window
   */
  function tell(text: string, actions: NoticePart['actions'] = [], next: Element | null = null): void {
    clearTimeout(spoken);
    removeSaying('done', false);
    if (signal.aborted) return;
    corner.classList.toggle('up', next !== null && isLow(next, view));
    addSaying({ id: 'done', kind: 'done', near: null, text, actions });
    spoken = setTimeout(() => removeSaying('done', false), spokenForMs);
  }

  // Owner lines -----------------------------------------------------------------------------------------------------

  function change(part: OwnerLinePart, done: string, run: () => Promise<{ undo: string | null }>): void {
    const failed = (): void => tell(t('overlay_failed'));
    run().then(({ undo }) => {
      const back = (): void => {
        part.actions.undo(undo ?? '').then(() => tell(t('overlay_undone')), failed);
      };
      tell(done, undo === null ? [] : [{ label: t('overlay_undo'), run: back }]);
    }, failed);
  }

  function setOwner(part: OwnerLinePart, button: HTMLElement): void {
    if (modal) return;
    const drawn = drawOwnerDialog(doc, part.line, (query) => part.actions.ownerCandidates(query));
    const opened = openModal(mainSurface(), drawn.dialog, {
      watched: [drawn.save],
      focus: drawn.input,
      onCancel: () => closeModal(button),
    });
    modal = opened;
    on(drawn.cancel, 'click', (event) => {
      if (opened.guard.accepts(event)) closeModal(button);
    });
    on(drawn.save, 'click', (event) => {
      const owner = drawn.chosen();
      if (!owner || !opened.guard.accepts(event)) return;
      const { visible } = opened.guard;
      closeModal(button);
      if (visible) change(part, t('overlay_owner_set', nameOf(owner)), () => part.actions.setOwner(owner.userId));
      else part.actions.openDashboard('#/keys');
    });
  }

  function closeModal(returnFocusTo: Element | null): void {
    const closing = modal;
    modal = null;
    closing?.close(returnFocusTo);
    tidy();
  }

  const world = { doc, setOwner, change, changed: (line: OwnerLine) => layer.resize(line) };

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
    { capture: true, signal },
  );

  function destroy(): void {
    if (signal.aborted) return;
    ends.abort();
    warning?.answer({ choice: 'keep' });
    closeModal(null);
    clearTimeout(spoken);
    for (const { line } of lines.values()) line.end();
    for (const { notice } of sayings.values()) notice.end();
    layer.end();
    for (const surface of inModals.values()) surface.unmount();
    main?.unmount();
  }
  if (options.signal.aborted) destroy();
  else options.signal.addEventListener('abort', destroy, { once: true, signal });

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
            old.also === part.also &&
            old.tone === part.tone &&
            old.label === part.label;
          if (same) return;
          layer.remove(placed);
          add(part);
        },
        remove: ({ placed }) => layer.remove(placed),
      });
    },
    dropBadges(rows) {
      for (const [id, { part, placed }] of badges) {
        if (!rows.has(part.row)) continue;
        badges.delete(id);
        layer.remove(placed);
      }
      tidy();
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
      const stays = (part: NoticePart): boolean => {
        const gone = dismissed.get(part.id);
        return gone !== undefined && sameList(gone, looksOf(part));
      };
      for (const id of dismissed.keys()) if (!parts.some((part) => part.id === id && stays(part))) dismissed.delete(id);
      const own = new Map([...sayings].filter(([, { part }]) => part.kind !== 'done'));
      reconcile(
        own,
        parts.filter((part) => !stays(part)),
        {
          add: addSaying,
          update(saying, part) {
            const old = saying.part;
            saying.part = part;
            if (sameList(looksOf(old), looksOf(part))) return;
            removeSaying(part.id, false);
            addSaying(part);
          },
          remove: ({ part }) => removeSaying(part.id, false),
        },
      );
    },
    warn(model, returnFocusTo) {
      // The caller lets the action pass and says so: a hold that cannot be shown would trap the admin.
      if (signal.aborted) return Promise.reject(new Error('overlay ended'));
      warning?.answer({ choice: 'keep' });
      return new Promise((resolve, reject) => {
        let opening = false;
        const answer = (result: WarningResult, focus: Element | null): void => {
          if (warning !== mine) return;
          warning = null;
          // Ended by what its own opening brought about: nobody has seen it.
          if (opening) return;
          closeModal(focus);
          if (result.choice === 'release') tell(t('overlay_hold_lifted'), [], returnFocusTo);
          resolve(result);
        };
        const mine = { answer: (result: WarningResult) => answer(result, null) };
        // From now on: what would be held before it is drawn must not get through either.
        warning = mine;
        rightAfter(view, () => {
          if (warning !== mine) return;
          opening = true;
          try {
            closeModal(null);
            const drawn = drawWarning(
              doc,
              model,
              (result, event) => {
                if (!opened.guard.accepts(event)) return;
                if (result.choice === 'release' && !opened.guard.visible) options.onNotVisible?.();
                else answer(result, returnFocusTo);
              },
              (event) => opened.guard.accepts(event),
            );
            const opened = openModal(mainSurface(), drawn.dialog, {
              watched: [drawn.release],
              focus: drawn.keep,
              onCancel: () => answer({ choice: 'keep' }, returnFocusTo),
            });
            if (drawn.plan)
              on(drawn.plan, 'click', (event) => {
                if (opened.guard.accepts(event)) model.onPlan?.();
              });
            modal = opened;
            if (warning !== mine) throw new Error('overlay ended');
            opening = false;
          } catch (error) {
            if (warning === mine) warning = null;
            closeModal(null);
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
      });
    },
    get warningOpen() {
      return warning !== null;
    },
    refresh() {
      layer.refresh();
      // A notice in the corner follows the page's modal dialogs, under which it could not be read.
      for (const saying of sayings.values()) if (saying.cornered) intoCorner(saying);
    },
    owns: isOurs,
    destroy,
  };
}

/**
 * Runs something once the event under way is over, and before the next frame is drawn: in a task of its own, or, where
 * the frame comes first, in that. (Nothing is drawn in a tab that nobody looks at.)
 */
function rightAfter(view: Window, run: () => void): void {
  const once = (): void => {
    clearTimeout(task);
    view.cancelAnimationFrame(frame);
    run();
  };
  const task = setTimeout(once);
  const frame = view.requestAnimationFrame(once);
}

/** Whether an element stands in the lower half of the window. */
function isLow(element: Element, view: Window): boolean {
  const { top, bottom } = rectOf(element);
  return top + bottom > view.innerHeight;
}

/** What can be seen of a notice; its functions cannot. */
function looksOf({ near, text, actions }: Pick<NoticePart, 'near' | 'text' | 'actions'>): readonly unknown[] {
  return [near, text, ...(actions ?? []).map(({ label }) => label)];
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

/** Where an element and its last child stand, as one text. */
function shapeOf(element: Element, child: Element | null): string {
  const boxes = [rectOf(element), ...(child && parentOf(child) ? [rectOf(child)] : [])];
  return boxes.map(({ left, top, width, height }) => [left, top, width, height].map(Math.round).join()).join(';');
}
