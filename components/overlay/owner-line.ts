import { icon, make } from './dom.ts';
import { on } from './events.ts';
import { createGuard, type Guard } from './guarded.ts';
import type { Placed } from './layer.ts';
import { openMenu } from './menu.ts';
import { lineSizes, type Size } from './place.ts';
import type { OwnerLinePart } from './types.ts';
import { nameOf } from './words.ts';
import { type OwnerType, ownerTypes } from '../../lib/domain/owner-type.ts';
import { dateText } from '../ui/format.ts';
import { ownerTypeText } from '../ui/impact-text.ts';
import { t } from '../ui/text.ts';

/** What an owner line needs of its surroundings. */
export interface OwnerLineWorld {
  doc: Document;
  /** Opens the dialog `Set owner`; the focus comes back to the button. */
  setOwner(part: OwnerLinePart, button: HTMLElement): void;
  /** Carries out a change and says what came of it beside the row, with Undo. */
  change(part: OwnerLinePart, done: string, run: () => Promise<{ undo: string | null }>): void;
  changed(line: OwnerLine): void;
}

export interface OwnerLine extends Placed {
  update(part: OwnerLinePart): void;
  end(): void;
}

type Look = 'whole' | 'tight' | 'small';

/** Below this width of the window a line may leave a text out, so that its buttons stay inside. */
const smallWindow = 400;

/** Widest text and widest tag in the tighter looks, see `styles.ts`; 0 = left out, its text is told otherwise. */
const mostWide: Record<Look, Record<string, number>> = {
  whole: {},
  tight: { own: 132, made: 132, type: 132, hint: 14 },
  small: { own: 80, made: 0, type: 80, hint: 14 },
};

/** The line beside a key row: whose key it is, the owner's tag, and the two ways to say so. */
export function createOwnerLine(first: OwnerLinePart, world: OwnerLineWorld): OwnerLine {
  const { doc } = world;
  const view = doc.defaultView as Window & typeof globalThis;
  let part = first;
  let looks: { size: Size; look: Look }[] = [];
  let worn: { size: Size; look: Look } | null = null;
  let closeMenu: (() => void) | null = null;
  let guard: Guard | null = null;
  const element = make(doc, 'div', { class: 'part line', role: 'group' });

  /** Runs where the press is the admin's and the line can be seen; else leads to our own page. */
  const press = (button: HTMLButtonElement, run: () => void): void => {
    on(button, 'click', (event) => {
      if (!guard?.accepts(event)) return;
      if (guard.visible) run();
      else part.actions.openDashboard('#/keys');
    });
  };

  function draw(): void {
    const { line } = part;
    const { owner, proposed } = line;
    closeMenu?.();
    guard?.end();
    element.setAttribute('aria-label', line.label);
    element.classList.toggle('none', owner === null && proposed === null);
    const pieces: HTMLElement[] = [];
    const whose = owner ?? proposed;
    const say = whose ? t('overlay_owner', nameOf(whose)) : t('overlay_owner_unknown');
    pieces.push(make(doc, 'span', { class: 'own', title: whose?.email ?? null }, say));
    if (proposed) {
      const made = t('overlay_owner_proposed', dateText(proposed.createdOn));
      pieces.push(make(doc, 'span', { class: 'made', title: made }, made));
      const confirm = make(
        doc,
        'button',
        { type: 'button', class: 'main', 'aria-description': made },
        t('overlay_confirm_owner'),
      );
      press(confirm, () => {
        world.change(part, t('overlay_owner_set', nameOf(proposed)), () => part.actions.setOwner(proposed.userId));
      });
      pieces.push(confirm);
    }
    if (owner) {
      if (line.ownerNotAdmin && !proposed) {
        pieces.push(
          make(doc, 'span', { class: 'hint' }, icon(doc, 'warn'), make(doc, 'span', {}, t('overlay_owner_not_admin'))),
        );
      }
      const type = make(
        doc,
        'button',
        { type: 'button', class: 'type', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
        t('overlay_owner_type', ownerTypeText(owner.ownerType)),
      );
      press(type, () => {
        if (closeMenu) closeMenu();
        else openTypes(type, owner);
      });
      pieces.push(type);
    }
    const set = make(
      doc,
      'button',
      { type: 'button', class: 'set', 'aria-haspopup': 'dialog', 'aria-description': line.label },
      t('overlay_set_owner'),
    );
    press(set, () => world.setOwner(part, set));
    pieces.push(set);
    const focused = (element.getRootNode() as Partial<ShadowRoot>).activeElement?.className;
    element.replaceChildren(...pieces);
    // A redraw under the admin's fingers keeps the focus where it was.
    if (focused) pieces.find((piece) => piece.className === focused)?.focus({ preventScroll: true });
    guard = createGuard(view, element, [element]);
    guard.shown();
  }

  function openTypes(button: HTMLButtonElement, owner: NonNullable<OwnerLinePart['line']['owner']>): void {
    closeMenu = openMenu<OwnerType>(
      button,
      t('overlay_owner_types'),
      ownerTypes.map((value) => ({ value, label: ownerTypeText(value), checked: value === owner.ownerType })),
      (value, visible) => {
        if (!visible) part.actions.openDashboard('#/owners');
        else if (value !== owner.ownerType) {
          world.change(part, t('overlay_owner_type_set', nameOf(owner), ownerTypeText(value)), () =>
            part.actions.setOwnerType(owner.userId, value),
          );
        }
      },
      () => (closeMenu = null),
    );
  }

  draw();
  const self: OwnerLine = {
    get row() {
      return part.row;
    },
    get anchor() {
      return part.anchor;
    },
    element,
    aligned: true,
    looks() {
      worn = null;
      element.classList.remove('tight', 'small');
      element.style.width = '';
      // The pieces do not wrap inside, so their widths hold for every look.
      const pieces = [...element.children] as HTMLElement[];
      const widths = pieces.map((piece) => piece.offsetWidth);
      // Elsewhere the day that is asked about is worth a place that covers something.
      const all: Look[] = view.innerWidth < smallWindow ? ['whole', 'tight', 'small'] : ['whole', 'tight'];
      looks = all.flatMap((look) => {
        const most = Object.entries(mostWide[look]);
        const within = pieces.map((piece, index) =>
          Math.min(widths[index] ?? 0, most.find(([name]) => piece.classList.contains(name))?.[1] ?? Infinity),
        );
        return lineSizes(within.filter((width) => width > 0)).map((size) => ({ size, look }));
      });
      return looks.map(({ size }) => size);
    },
    wear(index) {
      const look = looks[index];
      if (!look || look === worn) return;
      worn = look;
      element.classList.toggle('tight', look.look === 'tight');
      element.classList.toggle('small', look.look === 'small');
      element.style.width = `${look.size.width}px`;
    },
    update(next) {
      const same = JSON.stringify(next.line) === JSON.stringify(part.line);
      part = next;
      if (same) return;
      draw();
      world.changed(self);
    },
    end() {
      closeMenu?.();
      guard?.end();
    },
  };
  return self;
}
