import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * The script in PandaDoc's pages, from `document_start`, in the top frame (see `content_scripts` in `wxt.config.ts`).
 * All that is imported here ships into every PandaDoc page: no polyfill, zod or idb (a contract test watches that).
 */
export default defineUnlistedScript(() => {});
