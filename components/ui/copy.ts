/** Copying a text, and telling what became of it. */
import type { Estate } from './estate.ts';
import { t } from './text.ts';

/** Puts a text on the clipboard; only within a click or a key press. */
export async function copyText(estate: Estate, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    estate.notice.value = { kind: 'done', text: t('ui_copied'), undo: null };
  } catch {
    estate.notice.value = { kind: 'failed', code: 'internal', details: ['clipboard'] };
  }
}
