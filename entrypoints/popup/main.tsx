import { render } from 'preact';
import { Popup } from '../../components/popup/popup.tsx';
import { language } from '../../lib/texts/t.ts';

document.documentElement.lang = language();
render(<Popup />, document.getElementById('app')!);
