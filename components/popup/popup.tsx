import { t } from '../ui/text.ts';

export function Popup() {
  return (
    <main>
      <h1>{t('extension_name')}</h1>
    </main>
  );
}
