import { t } from '../ui/text.ts';

export function Dashboard() {
  return (
    <main>
      <h1>{t('extension_name')}</h1>
    </main>
  );
}
