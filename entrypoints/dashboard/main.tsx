import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Dashboard } from '../../components/dashboard/dashboard.tsx';
import { readTextsFrom, textLocale } from '../../components/ui/text.ts';

readTextsFrom((key, substitutions) => browser.i18n.getMessage(key, substitutions));
document.documentElement.lang = textLocale();
render(<Dashboard />, document.getElementById('app')!);
