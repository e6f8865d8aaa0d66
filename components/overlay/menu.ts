import { icon, make } from './dom.ts';
import { createGuard } from './guarded.ts';

export interface MenuItem<Value> {
  value: Value;
  label: string;
  checked: boolean;
}

/**
 * A menu with one choice, under its button, in the top layer, by mouse and keyboard (ARIA APG, "Menu Button"). Gives the function
 * that closes it.
 */
export function openMenu<Value>(options: {
  doc: Document;
  button: HTMLButtonElement;
  name: string;
  items: readonly MenuItem<Value>[];
  /** Called with `visible: false` where the browser says that the menu is not truly visible. */
  choose(value: Value, visible: boolean): void;
  onClose(): void;
}): () => void {
  const { doc, button, items } = options;
  const view = doc.defaultView as Window & typeof globalThis;
  const elements = items.map(({ label, checked }) =>
    make(
      doc,
      'div',
      { role: 'menuitemradio', tabindex: '-1', 'aria-checked': String(checked) },
      icon(doc, 'check'),
      make(doc, 'span', {}, label),
    ),
  );
  const menu = make(doc, 'div', { role: 'menu', 'aria-label': options.name, popover: 'manual' }, ...elements);
  const guard = createGuard(view, menu, [menu]);
  const ends = new view.AbortController();
  const { signal } = ends;

  const close = (focusBack: boolean): void => {
    if (signal.aborted) return;
    ends.abort();
    guard.end();
    menu.remove();
    button.setAttribute('aria-expanded', 'false');
    if (focusBack) button.focus({ preventScroll: true });
    options.onClose();
  };
  const focus = (index: number): void =>
    elements[(index + elements.length) % elements.length]?.focus({ preventScroll: false });
  const root = button.getRootNode() as ShadowRoot;
  const at = (): number => elements.indexOf(root.activeElement as HTMLDivElement);
  const choose = (index: number, event: Event): void => {
    const item = items[index];
    if (!item || !guard.accepts(event)) return;
    const { visible } = guard;
    close(true);
    options.choose(item.value, visible);
  };

  menu.addEventListener('click', (event) => {
    choose(
      elements.findIndex((element) => element.contains(event.target as Node)),
      event,
    );
  });
  menu.addEventListener('keydown', (event) => {
    if (!event.isTrusted) return;
    const { key } = event;
    if (key === 'ArrowDown') focus(at() + 1);
    else if (key === 'ArrowUp') focus(at() - 1);
    else if (key === 'Home') focus(0);
    else if (key === 'End') focus(-1);
    else if (key === 'Escape') close(true);
    else if (key === 'Tab') close(true);
    else if (key === 'Enter' || key === ' ') choose(at(), event);
    else if (key.length === 1) {
      const next = items.findIndex(
        ({ label }, index) => index > at() && label.toLowerCase().startsWith(key.toLowerCase()),
      );
      if (next >= 0) focus(next);
      else return;
    } else return;
    if (key !== 'Tab') event.preventDefault();
  });
  // Anything pressed elsewhere, in the page or in our own parts, closes it.
  doc.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && event.target !== root.host) close(false);
    },
    { capture: true, passive: true, signal },
  );
  root.addEventListener(
    'pointerdown',
    (event) => {
      const target = event.target as Node;
      if (!menu.contains(target) && !button.contains(target)) close(false);
    },
    { capture: true, passive: true, signal },
  );
  view.addEventListener('blur', () => close(false), { signal });
  doc.addEventListener('scroll', () => close(false), { capture: true, passive: true, signal });

  // In the button's own surface: a menu elsewhere would be inert under a modal dialog of the page.
  root.append(menu);
  menu.showPopover();
  button.setAttribute('aria-expanded', 'true');
  const anchor = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = anchor.bottom + 4 + height <= view.innerHeight - 8;
  menu.style.left = `${Math.max(8, Math.min(anchor.left, view.innerWidth - width - 8))}px`;
  menu.style.top = `${below ? anchor.bottom + 4 : Math.max(8, anchor.top - height - 4)}px`;
  guard.shown();
  focus(
    Math.max(
      0,
      items.findIndex(({ checked }) => checked),
    ),
  );
  return () => close(false);
}
