import { t } from '../../lib/texts/t.ts';

export function Popup() {
  return (
    <main>
      <h1>{t('extension_name')}</h1>
    </main>
  );
}
