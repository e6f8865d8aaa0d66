import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { createPortal } from 'react-dom';
import styled from 'styled-components';
import { theme } from '../theme.ts';
import { IconButton } from './controls.tsx';
import { Icon } from './icons.tsx';

const Panel = styled.div`
  position: fixed;
  z-index: 1000;
  min-width: 180px;
  max-height: min(420px, calc(100vh - 16px));
  overflow-y: auto;
  padding: 6px;
  border: 1px solid ${theme.line};
  border-radius: 8px;
  background: ${theme.surface};
  box-shadow: ${theme.shadow};
`;

const Entry = styled.div<{ $danger?: boolean }>`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 16px;
  min-height: 34px;
  padding: 6px 10px;
  border-radius: ${theme.radius};
  color: ${({ $danger }) => ($danger === true ? theme.danger : 'inherit')};
  cursor: pointer;
  &:hover,
  &:focus {
    background: ${theme.ground};
    outline: none;
  }
  &:focus-visible {
    outline: 2px solid ${theme.focus};
    outline-offset: -2px;
  }
`;

const GroupTitle = styled.div`
  padding: 8px 10px 4px;
  font-size: 12px;
  font-weight: 500;
  color: ${theme.muted};
`;

type EntryRole = 'menuitem' | 'menuitemradio' | 'option';

/** One line of a menu or list box. */
export interface PopupEntry {
  readonly key: string;
  readonly label: string;
  readonly danger?: boolean;
  /** For `menuitemradio` and `option`. */
  readonly checked?: boolean;
  readonly onSelect: () => void;
}

/** Lines that belong together, with a title where there are several groups. */
export interface PopupGroup {
  readonly title?: string;
  readonly entries: readonly PopupEntry[];
}

/**
 * Menu or list box at the end of `<body>`, far from what opened it. Arrows, Home and End move, Enter and Space choose,
 * Escape closes and gives the focus back.
 */
function Popup({
  anchor,
  role,
  entryRole,
  label,
  groups,
  header,
  align,
  onClose,
}: {
  anchor: RefObject<HTMLElement | null>;
  role: 'menu' | 'listbox';
  entryRole: EntryRole;
  label: string;
  groups: readonly PopupGroup[];
  header?: ReactNode;
  align: 'start' | 'end';
  onClose: (how: { refocus: boolean }) => void;
}) {
  const panel = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = panel.current;
    const box = anchor.current?.getBoundingClientRect();
    if (element === null || box === undefined) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const left = align === 'end' ? box.right - width : box.left;
    const below = box.bottom + 4;
    const top = below + height > innerHeight - 8 ? Math.max(8, box.top - height - 4) : below;
    element.style.left = `${String(Math.max(8, Math.min(left, innerWidth - width - 8)))}px`;
    element.style.top = `${String(top)}px`;
    const entries = element.querySelectorAll<HTMLElement>(`[role=${entryRole}]`);
    const chosen = [...entries].find((entry) => entry.ariaChecked === 'true' || entry.ariaSelected === 'true');
    (chosen ?? entries[0])?.focus({ preventScroll: true });
  }, [anchor, align, entryRole]);

  const closeRef = useRef(onClose);
  useEffect(() => {
    closeRef.current = onClose;
  });
  useEffect(() => {
    const outside = (event: Event): void => {
      const target = event.target as Node;
      if (panel.current?.contains(target) === true || anchor.current?.contains(target) === true) return;
      closeRef.current({ refocus: false });
    };
    document.addEventListener('pointerdown', outside, true);
    addEventListener('scroll', outside, true);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      removeEventListener('scroll', outside, true);
    };
  }, [anchor]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>(`[role=${entryRole}]`)];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const go = (index: number): void => {
      event.preventDefault();
      entries[(index + entries.length) % entries.length]?.focus();
    };
    switch (event.key) {
      case 'ArrowDown':
        go(at + 1);
        break;
      case 'ArrowUp':
        go(at - 1);
        break;
      case 'Home':
        go(0);
        break;
      case 'End':
        go(entries.length - 1);
        break;
      case 'Enter':
      case ' ':
        event.preventDefault();
        entries[at]?.click();
        break;
      case 'Escape':
        event.preventDefault();
        onClose({ refocus: true });
        break;
      case 'Tab':
        onClose({ refocus: true });
        break;
      default:
    }
  };

  return createPortal(
    <Panel ref={panel} role={role} aria-label={label} onKeyDown={onKeyDown}>
      {header}
      {groups.map((group, index) => (
        <div key={index} role="group" {...(group.title === undefined ? {} : { 'aria-label': group.title })}>
          {group.title !== undefined && <GroupTitle aria-hidden="true">{group.title}</GroupTitle>}
          {group.entries.map((entry) => (
            <Entry
              key={entry.key}
              role={entryRole}
              tabIndex={-1}
              data-kit="menu-item"
              $danger={entry.danger ?? false}
              {...(entryRole === 'menuitemradio' ? { 'aria-checked': entry.checked ?? false } : {})}
              {...(entryRole === 'option' ? { 'aria-selected': entry.checked ?? false } : {})}
              onClick={() => {
                onClose({ refocus: true });
                entry.onSelect();
              }}
            >
              <span>{entry.label}</span>
              {entry.checked === true && <Icon name="check" size={16} />}
            </Entry>
          ))}
        </div>
      ))}
    </Panel>,
    document.body,
  );
}

/** What a control that opens a popup has to spread over its button. */
interface TriggerProps {
  ref: RefObject<HTMLButtonElement | null>;
  'aria-haspopup': 'menu' | 'listbox';
  'aria-expanded': boolean;
  onClick: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

/** A button of any look that opens a menu or a list box. */
export function PopupButton({
  role,
  entryRole,
  label,
  groups,
  header,
  align = 'start',
  children,
}: {
  role: 'menu' | 'listbox';
  entryRole: EntryRole;
  /** Name of the menu or list box, not of the button. */
  label: string;
  groups: readonly PopupGroup[];
  header?: ReactNode;
  align?: 'start' | 'end';
  children: (trigger: TriggerProps) => ReactNode;
}) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      {children({
        ref: anchor,
        'aria-haspopup': role,
        'aria-expanded': open,
        onClick: () => {
          setOpen((before) => !before);
        },
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        },
      })}
      {open && (
        <Popup
          anchor={anchor}
          role={role}
          entryRole={entryRole}
          label={label}
          groups={groups}
          header={header}
          align={align}
          onClose={({ refocus }) => {
            setOpen(false);
            if (refocus) anchor.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </>
  );
}

/** The "…" button of a row. */
export function RowMenu({ name, entries }: { name: string; entries: readonly PopupEntry[] }) {
  return (
    <PopupButton role="menu" entryRole="menuitem" label={name} groups={[{ entries }]} align="end">
      {(trigger) => (
        <IconButton {...trigger} aria-label={name}>
          <Icon name="more" />
        </IconButton>
      )}
    </PopupButton>
  );
}

const ValueButton = styled.button.attrs({ type: 'button' })`
  display: inline-flex;
  align-items: center;
  gap: 4px;
  min-height: 32px;
  padding: 0 6px 0 10px;
  margin-left: -10px;
  border: 1px solid transparent;
  border-radius: ${theme.radius};
  background: none;
  cursor: pointer;
  &:hover,
  &[aria-expanded='true'] {
    border-color: #cfd6dc;
    background: ${theme.surface};
  }
  svg {
    color: ${theme.muted};
  }
`;

/** A value that can be changed in place from a list box, at once and without a question. */
export function ValueList({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly { value: string; text: string }[];
  onChange: (value: string) => void;
}) {
  const shown = options.find((option) => option.value === value)?.text ?? value;
  return (
    <PopupButton
      role="listbox"
      entryRole="option"
      label={label}
      groups={[
        {
          entries: options.map((option) => ({
            key: option.value,
            label: option.text,
            checked: option.value === value,
            onSelect: () => {
              if (option.value !== value) onChange(option.value);
            },
          })),
        },
      ]}
    >
      {(trigger) => (
        <ValueButton {...trigger}>
          <span>{shown}</span>
          <Icon name="caret" size={16} />
        </ValueButton>
      )}
    </PopupButton>
  );
}
