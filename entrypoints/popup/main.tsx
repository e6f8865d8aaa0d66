import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Popup } from '../../components/popup/popup.tsx';
import { readTextsFrom, textLocale } from '../../components/ui/text.ts';

readTextsFrom((key, substitutions) => browser.i18n.getMessage(key, substitutions));
document.documentElement.lang = textLocale();
render(<Popup />, document.getElementById('app')!);
