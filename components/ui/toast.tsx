/** What became of a change: done, with its undo, or not done, with what was kept and what to do. */
import { useEffect } from 'preact/hooks';
import type { Estate, FailureCode } from './estate.ts';
import { Icon } from './icons.tsx';
import { type MessageKey, t } from './text.ts';

const failures = {
  'not-allowed': 'error_not_allowed',
  'bad-message': 'error_bad_message',
  'reload-needed': 'error_reload_needed',
  'not-found': 'error_not_found',
  'changed-meanwhile': 'error_changed_meanwhile',
  stopped: 'ui_stopped',
  'read-only': 'error_read_only',
  'storage-full': 'error_storage_full',
  'storage-failed': 'error_storage_failed',
  rejected: 'error_rejected',
  internal: 'error_internal',
  'no-answer': 'error_no_answer',
  orphaned: 'error_orphaned',
  unreadable: 'error_unreadable',
} as const satisfies Record<FailureCode, MessageKey>;

/** Why something that was entered is not taken, by what the background says of it. */
const refusals: Record<string, MessageKey> = {
  'looks-like-a-key': 'error_looks_like_a_key',
  name: 'error_name_missing',
  nobody: 'error_nobody',
  'email-taken': 'error_email_taken',
};

/** What happened, what was kept, what to do. */
export function failureText(code: FailureCode, details: readonly string[] = []): string {
  const refusal = code === 'rejected' ? refusals[details[0] ?? ''] : undefined;
  return t(refusal ?? failures[code]);
}

/** A message that stays long enough to reach its button by keyboard; failures stay until they are put away. */
const stayMs = 20_000;

/** The place for notices; always there, so that assistive technology hears what comes into it. */
export function Toast({ estate }: { estate: Estate }) {
  const notice = estate.notice.value;
  useEffect(() => {
    if (notice?.kind !== 'done') return;
    const timer = setTimeout(() => {
      if (estate.notice.value === notice && !document.querySelector('.toast:focus-within')) estate.notice.value = null;
    }, stayMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div class="toasts" aria-live="polite">
      {notice && (
        <div class={`toast toast-${notice.kind}`}>
          <Icon name={notice.kind === 'done' ? 'check' : 'warning'} />
          <p>{notice.kind === 'done' ? notice.text : failureText(notice.code, notice.details)}</p>
          {notice.kind === 'done' && notice.undo !== null && (
            <button type="button" class="small" onClick={() => void estate.undo(t('ui_undone'))}>
              {t('ui_undo')}
            </button>
          )}
          <button
            type="button"
            class="quiet icon-only"
            aria-label={t('ui_dismiss')}
            onClick={() => (estate.notice.value = null)}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
