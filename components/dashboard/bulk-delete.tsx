/** Deleting several records at once: what depends on them is shown before. */
import { useState } from 'preact/hooks';
import { Dialog } from '../ui/dialog.tsx';
import type { Estate } from '../ui/estate.ts';
import { Icon } from '../ui/icons.tsx';
import { plural, t } from '../ui/text.ts';
import { Depends } from './delete-part.tsx';

interface Props {
  estate: Estate;
  store: 'keys' | 'users' | 'workspaces';
  ids: readonly string[];
  /** What happens, in one sentence. */
  consequence: string;
  depends: () => readonly string[];
}

/** The button, and the question that it opens. */
export function BulkDelete({ estate, store, ids, consequence, depends }: Props) {
  const [asked, setAsked] = useState(false);
  const run = async (): Promise<void> => {
    const done = await estate.change(
      'own/delete',
      { store, ids: [...ids] },
      plural('dashboard_bulk_deleted', ids.length),
    );
    if (done) setAsked(false);
  };
  return (
    <>
      <button type="button" class="secondary danger small" onClick={() => setAsked(true)}>
        <Icon name="trash" />
        {t('dashboard_bulk_delete')}
      </button>
      {asked && (
        <Dialog title={t('dashboard_delete')} place="middle" onClose={() => setAsked(false)}>
          <div class="dialog-body">
            <p>{consequence}</p>
            <Depends lines={depends()} />
          </div>
          <div class="dialog-foot">
            <button type="button" class="secondary danger" onClick={() => void run()}>
              {t('dashboard_delete_really')}
            </button>
            <button type="button" class="secondary" autoFocus onClick={() => setAsked(false)}>
              {t('dashboard_delete_not')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
