import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { theme } from '../theme.ts';

const Stack = styled.div`
  position: fixed;
  z-index: 1100;
  right: 24px;
  bottom: 24px;
  display: flex;
  flex-direction: column;
  gap: 8px;
`;

const Toast = styled.div<{ $problem: boolean }>`
  max-width: 420px;
  padding: 12px 16px;
  border-radius: 8px;
  color: #fff;
  background: ${({ $problem }) => ($problem ? theme.dangerDark : '#26313a')};
  box-shadow: ${theme.shadow};
`;

/** How long a message stays. */
const VISIBLE_MS = 6000;

interface ToastApi {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

const ToastContext = createContext<ToastApi | null>(null);

/** Short messages at the edge of the window. */
export function useToasts(): ToastApi {
  const toasts = useContext(ToastContext);
  if (toasts === null) throw new Error('useToasts() needs <Toasts>');
  return toasts;
}

/** Shows the messages of everything inside it. */
export function Toasts({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly { id: number; text: string; problem: boolean }[]>([]);
  const lastId = useRef(0);
  const show = useCallback((text: string, problem: boolean) => {
    lastId.current += 1;
    const id = lastId.current;
    setShown((before) => [...before, { id, text, problem }]);
    setTimeout(() => {
      setShown((before) => before.filter((toast) => toast.id !== id));
    }, VISIBLE_MS);
  }, []);
  const toasts = useMemo(
    () => ({
      say: (text: string) => {
        show(text, false);
      },
      complain: (text: string) => {
        show(text, true);
      },
    }),
    [show],
  );
  return (
    <ToastContext value={toasts}>
      {children}
      <Stack>
        {shown.map((toast) => (
          <Toast key={toast.id} role={toast.problem ? 'alert' : 'status'} $problem={toast.problem}>
            {toast.text}
          </Toast>
        ))}
      </Stack>
    </ToastContext>
  );
}
