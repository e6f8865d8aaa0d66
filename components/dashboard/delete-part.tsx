/** Deleting, asked for twice, with what goes along; it can be undone afterwards. */
import { useState } from 'preact/hooks';
import { Icon } from '../ui/icons.tsx';
import { t } from '../ui/text.ts';

/** A button that opens the question, and the question. `consequence` says what depends on it. */
export function DeletePart({ consequence, onDelete }: { consequence: string; onDelete: () => void }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" class="secondary danger small" onClick={() => setAsked(true)}>
        <Icon name="trash" />
        {t('dashboard_delete')}
      </button>
    );
  }
  return (
    <div class="delete" role="group" aria-label={t('dashboard_delete')}>
      <p>{consequence}</p>
      <div class="actions">
        <button type="button" class="secondary danger small" onClick={onDelete}>
          {t('dashboard_delete_really')}
        </button>
        {/* The safe answer has the focus: the button that was pressed is gone. */}
        <button type="button" class="secondary small" autoFocus onClick={() => setAsked(false)}>
          {t('dashboard_delete_not')}
        </button>
      </div>
    </div>
  );
}
