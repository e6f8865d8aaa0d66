/** Above everything while the demo organization is shown: that nothing here is real, and the ways out. */
import { Icon } from '../ui/icons.tsx';
import { t } from '../ui/text.ts';
import type { Demo } from './demo.ts';

export function DemoBanner({ demo }: { demo: Demo }) {
  if (!demo.active) return null;
  return (
    <section class="demo-banner" aria-label={t('demo_title')}>
      <Icon name="flask" />
      <p>
        <strong>{t('demo_title')}</strong> <span>{t('demo_about')}</span>
      </p>
      <div class="actions">
        <a class="secondary small button" href={demo.popup}>
          {t('demo_popup')}
        </a>
        <button type="button" class="secondary small" onClick={() => demo.leave()}>
          {t('demo_leave')}
        </button>
        <button type="button" class="secondary small" onClick={() => void demo.remove()}>
          {t('demo_remove')}
        </button>
      </div>
    </section>
  );
}
