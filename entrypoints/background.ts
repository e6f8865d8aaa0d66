import { defineBackground } from 'wxt/utils/define-background';

/** Service worker in Chrome, event page in Firefox. It dies at any line: register every listener in the first turn. */
export default defineBackground(() => {});
