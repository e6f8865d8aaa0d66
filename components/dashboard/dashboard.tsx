import { t } from '../../lib/texts/t.ts';

export function Dashboard() {
  return (
    <main>
      <h1>{t('extension_name')}</h1>
    </main>
  );
}
