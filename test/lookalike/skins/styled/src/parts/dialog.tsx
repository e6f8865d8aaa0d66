import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styled from 'styled-components';
import { theme } from '../theme.ts';
import { IconButton } from './controls.tsx';
import { Icon } from './icons.tsx';

const Frame = styled.dialog`
  width: min(480px, calc(100vw - 32px));
  max-height: calc(100vh - 48px);
  padding: 0;
  border: 0;
  border-radius: 10px;
  color: ${theme.text};
  box-shadow: ${theme.shadow};
  &::backdrop {
    background: rgb(23 32 40 / 45%);
  }
`;

const Head = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 12px;
  padding: 18px 16px 0 24px;
  h2 {
    font-size: 18px;
    line-height: 26px;
    font-weight: 600;
  }
`;

const Body = styled.div`
  display: flex;
  flex-direction: column;
  gap: 16px;
  padding: 12px 24px 20px;
`;

const Foot = styled.div`
  display: flex;
  justify-content: flex-end;
  gap: 8px;
  padding: 14px 24px;
  border-top: 1px solid ${theme.line};
`;

/**
 * A modal dialog after PandaDoc's house style (section 4): native `<dialog>`, opened by `showModal()`, named by
 * `aria-label`, closed by Escape and by a click beside it.
 */
export function Dialog({
  label,
  closeLabel,
  onClose,
  children,
  footer,
}: {
  label: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  footer: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    if (dialog?.open === false) dialog.showModal();
    return () => {
      // The element goes away without close(), which would have given the focus back.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return createPortal(
    <Frame
      ref={ref}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <Head>
        <h2 id={title}>{label}</h2>
        <IconButton aria-label={closeLabel} data-testid="close-dialog" onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </Head>
      <Body>{children}</Body>
      <Foot>{footer}</Foot>
    </Frame>,
    document.body,
  );
}
