/** What all side panels share: a form that saves, says why it could not, and closes. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from '../ui/dialog.tsx';
import type { Estate, FailureCode } from '../ui/estate.ts';
import { t } from '../ui/text.ts';
import { failureText } from '../ui/toast.tsx';
import { DeletePart } from './delete-part.tsx';

interface Props {
  title: string;
  estate: Estate;
  /** Saves; `false` when it was refused, with the reason in the estate's notice. */
  save: () => Promise<boolean>;
  /** Where there is something to delete: what happens, and what depends on it. */
  remove?: { consequence: string; depends: readonly string[]; run: () => Promise<boolean> } | null;
  /** What the saving button says. */
  saveText?: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** The panel with its form. A refusal is said inside it: what stands outside is covered by the dialog. */
export function Editor({ title, estate, save, saveText, remove, onClose, children }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ code: FailureCode; details: string[] } | null>(null);
  const run = async (work: () => Promise<boolean>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const done = await work();
    setBusy(false);
    if (done) {
      onClose();
      return;
    }
    const notice = estate.notice.value;
    if (notice?.kind === 'failed') {
      setFailure(notice);
      estate.notice.value = null;
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="editor"
        onSubmit={(event) => {
          event.preventDefault();
          void run(save);
        }}
      >
        <div class="dialog-body">
          {children}
          {remove && (
            <DeletePart
              consequence={remove.consequence}
              depends={remove.depends}
              onDelete={() => void run(remove.run)}
            />
          )}
        </div>
        <div class="dialog-foot">
          {failure && (
            <p class="alert" role="alert">
              {failureText(failure.code, failure.details)}
            </p>
          )}
          <button type="submit" class="primary" disabled={busy}>
            {saveText ?? t('dashboard_save')}
          </button>
          <button type="button" class="secondary" onClick={onClose}>
            {t('dashboard_cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
