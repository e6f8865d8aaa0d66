/** Deleting, asked for twice, with what goes along; it can be undone afterwards. */
import { useState } from 'preact/hooks';
import { Icon } from '../ui/icons.tsx';
import { takeFocus } from '../ui/take-focus.ts';
import { plural, t } from '../ui/text.ts';

/** More lines than this are only counted. */
const mostLines = 20;

/** What depends on what is to be deleted, a line each; nothing where nothing does. */
export function Depends({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="depends" aria-label={t('dashboard_delete_depends')}>
      {lines.slice(0, mostLines).map((line, index) => (
        <li key={index}>{line}</li>
      ))}
      {lines.length > mostLines && <li>{plural('ui_more', lines.length - mostLines)}</li>}
    </ul>
  );
}

interface Props {
  /** What happens. */
  consequence: string;
  depends: readonly string[];
  onDelete: () => void;
}

/** A button that opens the question, and the question. */
export function DeletePart({ consequence, depends, onDelete }: Props) {
  // `null`: not asked yet, so that nothing takes the focus before somebody pressed something.
  const [asked, setAsked] = useState<boolean | null>(null);
  if (!asked) {
    return (
      <button
        ref={asked === null ? null : takeFocus}
        type="button"
        class="secondary danger small delete-ask"
        onClick={() => setAsked(true)}
      >
        <Icon name="trash" />
        {t('dashboard_delete')}
      </button>
    );
  }
  return (
    <div class="delete" role="group" aria-label={t('dashboard_delete')}>
      <p>{consequence}</p>
      <Depends lines={depends} />
      <div class="actions">
        <button type="button" class="secondary danger small" onClick={onDelete}>
          {t('dashboard_delete_really')}
        </button>
        {/* The safe answer has the focus: the button that was pressed is gone. */}
        <button type="button" class="secondary small" ref={takeFocus} onClick={() => setAsked(false)}>
          {t('dashboard_delete_not')}
        </button>
      </div>
    </div>
  );
}
