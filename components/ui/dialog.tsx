/** A modal dialog of the browser's own: traps the focus, closes on Escape, gives the focus back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { t } from './text.ts';

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** `side`: a panel along the end of the window; `middle`: a small question. */
  place?: 'side' | 'middle';
}

/** Shown as long as it is rendered. */
export function Dialog({ title, onClose, children, place = 'side' }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    // What was opened to be filled in starts at its first field, not at the button that closes it.
    dialog.current?.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea)')?.focus();
    return () => {
      // The row whose button opened it may have been drawn anew meanwhile; then its place in the page has to do.
      if (before?.isConnected) before.focus();
      else document.querySelector<HTMLElement>('main')?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${place}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="quiet icon-only" aria-label={t('ui_close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
