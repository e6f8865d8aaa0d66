import { render } from 'preact';
import { Dashboard } from '../../components/dashboard/dashboard.tsx';
import { language } from '../../lib/texts/t.ts';

document.documentElement.lang = language();
render(<Dashboard />, document.getElementById('app')!);
