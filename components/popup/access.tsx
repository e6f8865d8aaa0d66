/** Keyholder is not let near PandaDoc: one sentence, and one click to change that. */
import { Icon } from '../ui/icons.tsx';
import { t, textLocale } from '../ui/text.ts';
import type { AccessModel } from './access-model.ts';

const hostOf = (site: string): string => site.replace(/^https:\/\/([^/]+)\/.*$/, '$1');

/** Nothing where all is granted. */
export function Access({ model }: { model: AccessModel }) {
  const missing = model.missing.value;
  if (missing.length === 0) return null;
  const hosts = new Intl.ListFormat(textLocale(), { type: 'conjunction' }).format(missing.map(hostOf));
  return (
    <div class="where where-blind">
      <Icon name="shieldOff" />
      <p>
        <strong>{t('popup_access_missing', hosts)}</strong>
      </p>
      <button type="button" class="primary small" onClick={() => void model.ask()}>
        {t('popup_access_allow')}
      </button>
    </div>
  );
}
