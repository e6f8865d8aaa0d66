/** A newer saying of lower rank that contradicts what is believed: shown beside its field, never swallowed (product.md, "Words"). */
import type { Fact } from '../../lib/domain/facts.ts';
import { Icon } from '../ui/icons.tsx';
import { sourceText } from '../ui/provenance.tsx';
import { t } from '../ui/text.ts';

/** What the other saying says, and a button that takes it. */
export function ConflictNote({ fact, text, onTake }: { fact: Fact<string>; text: string; onTake: () => void }) {
  return (
    <div class="conflict">
      <Icon name="conflict" />
      <p>{t('dashboard_conflict', text, sourceText(fact) ?? '')}</p>
      <button type="button" class="secondary small" onClick={onTake}>
        {t('dashboard_conflict_take')}
      </button>
    </div>
  );
}
