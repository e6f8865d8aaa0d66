import { make } from './dom.ts';
import { on } from './events.ts';
import { createGuard } from './guarded.ts';

export interface MenuItem<Value> {
  value: Value;
  label: string;
  checked: boolean;
}

/**
 * A menu with one choice, under its button, in the top layer, by mouse and keyboard (ARIA APG, "Menu Button"). Gives the
 * function that closes it.
 */
export function openMenu<Value>(
  button: HTMLButtonElement,
  name: string,
  items: readonly MenuItem<Value>[],
  /** `visible: false` where the browser says that the menu is not truly visible. */
  choose: (value: Value, visible: boolean) => void,
  onClose: () => void,
): () => void {
  const doc = button.ownerDocument;
  const view = doc.defaultView as Window & typeof globalThis;
  const root = button.getRootNode() as ShadowRoot;
  const elements = items.map(({ label, checked }) =>
    make(doc, 'div', { role: 'menuitemradio', tabindex: '-1', 'aria-checked': String(checked) }, label),
  );
  const menu = make(doc, 'div', { role: 'menu', 'aria-label': name, popover: 'manual' }, ...elements);
  const guard = createGuard(view, menu, [menu]);
  const ends = new view.AbortController();

  const close = (focusBack: boolean): void => {
    if (ends.signal.aborted) return;
    ends.abort();
    guard.end();
    menu.remove();
    button.setAttribute('aria-expanded', 'false');
    if (focusBack) button.focus({ preventScroll: true });
    onClose();
  };
  const press = (index: number, event: Event): void => {
    const item = items[index];
    if (!item || !guard.accepts(event)) return;
    const { visible } = guard;
    close(true);
    choose(item.value, visible);
  };
  on(menu, 'click', (event, target) => press(elements.indexOf(target as HTMLDivElement), event));
  on(menu, 'keydown', (event) => {
    const { key } = event;
    const at = elements.indexOf(root.activeElement as HTMLDivElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
    if (to !== undefined) elements.at(to % elements.length)?.focus();
    else if (key === 'Enter' || key === ' ') press(at, event);
    else if (key === 'Escape' || key === 'Tab') close(true);
    else return;
    if (key !== 'Tab') event.preventDefault();
  });
  // Anything pressed elsewhere, in the page or in our own parts, closes it; so does what moves the button away.
  const quiet = { capture: true, passive: true, signal: ends.signal };
  const leave = (target: Node): void => {
    if (target !== root.host && !menu.contains(target) && !button.contains(target)) close(false);
  };
  for (const scope of [doc, root])
    for (const name of ['pointerdown', 'scroll'])
      scope.addEventListener(name, ({ target }) => leave(target as Node), quiet);
  on(root, 'pointerdown', (_event, target) => leave(target));

  // In the button's own root: a menu elsewhere would be inert under a modal dialog of the page.
  root.append(menu);
  menu.showPopover();
  button.setAttribute('aria-expanded', 'true');
  const { left, top, bottom } = button.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = menu;
  const under = bottom + 4 + offsetHeight <= view.innerHeight - 8 ? bottom + 4 : Math.max(8, top - offsetHeight - 4);
  menu.style.left = `${Math.max(8, Math.min(left, view.innerWidth - offsetWidth - 8))}px`;
  menu.style.top = `${under}px`;
  guard.shown();
  elements[
    Math.max(
      0,
      items.findIndex(({ checked }) => checked),
    )
  ]?.focus();
  return () => close(false);
}
