/** A button that opens a menu: arrow keys, Home, End, first letters, Enter, Escape; focus goes back to the button. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { showBeside } from './popover.ts';

export interface MenuItem {
  id: string;
  text: string;
  /** Set in menus that choose one of several. */
  checked?: boolean;
}

interface Props {
  /** Whole name of the button; its visible text has to be part of it. */
  name: string;
  children: ComponentChildren;
  items: readonly MenuItem[];
  onChoose: (id: string) => void;
  class?: string;
  disabled?: boolean;
}

/** The button and, while it is open, its menu. */
export function MenuButton({ name, children, items, onChoose, class: className = '', disabled = false }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open || !menu.current || !button.current) return;
    showBeside(menu.current, button.current);
    const entries = [...menu.current.querySelectorAll<HTMLElement>('[role^=menuitem]')];
    (entries.find((entry) => entry.ariaChecked === 'true') ?? entries[0])?.focus();
    const away = (event: Event): void => {
      const target = event.target as Node;
      if (!menu.current?.contains(target) && !button.current?.contains(target)) setOpen(false);
    };
    // A menu that stays where it was while its button scrolls away belongs to nothing any more.
    const gone = (event: Event): void => {
      if (event.type === 'resize' || !menu.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away, true);
    window.addEventListener('scroll', gone, true);
    window.addEventListener('resize', gone);
    return () => {
      document.removeEventListener('pointerdown', away, true);
      window.removeEventListener('scroll', gone, true);
      window.removeEventListener('resize', gone);
    };
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (item: string): void => {
    close();
    onChoose(item);
  };
  const onKey = (event: KeyboardEvent): void => {
    const entries = [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const move = (to: number): void => {
      event.preventDefault();
      entries[(to + entries.length) % entries.length]?.focus();
    };
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(entries.length - 1);
    else if (event.key === 'Tab') setOpen(false);
    else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key.length === 1 && event.key !== ' ') {
      const starts = (entry: HTMLElement): boolean =>
        entry.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
      [...entries.slice(at + 1), ...entries].find(starts)?.focus();
    }
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class={className}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabled={disabled}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
        <Icon name="down" class="caret" />
      </button>
      {open && (
        <div ref={menu} id={id} role="menu" aria-label={name} popover="manual" class="menu" onKeyDown={onKey}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              tabIndex={-1}
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              onClick={() => choose(item.id)}
            >
              {item.checked !== undefined && <Icon name="check" class={item.checked ? '' : 'unseen'} />}
              {item.text}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
