/** Accepting findings: why, and until when. */
import { useState } from 'preact/hooks';
import type { Estate } from '../ui/estate.ts';
import { Dialog } from '../ui/dialog.tsx';
import { InputField, TextField } from '../ui/field.tsx';
import type { FindingRow } from '../ui/finding-rows.ts';
import { findingSentence } from '../ui/finding-text.ts';
import { plural, t } from '../ui/text.ts';

/** Suggested length of an acceptance. */
const suggestedDays = 90;

function dayAfter(now: string, days: number): string {
  return new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Asks for reason and end; the findings are of one organization. */
export function AcceptDialog({
  estate,
  rows,
  onClose,
}: {
  estate: Estate;
  rows: readonly FindingRow[];
  onClose: () => void;
}) {
  const now = estate.now.value;
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(dayAfter(now, suggestedDays));
  const [busy, setBusy] = useState(false);
  const [first] = rows;
  if (!first) return null;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const findings = rows.map(({ finding: { rule, subjectKind, subjectId, severity, basis } }) => ({
      rule,
      subjectKind,
      subjectId,
      severity,
      basis,
    }));
    const body = { organizationId: first.organization.id, findings, reason: reason.trim(), until };
    const answer = await estate.change('own/accept-findings', body, plural('finding_accepted_done', rows.length));
    setBusy(false);
    if (answer) onClose();
  };
  return (
    <Dialog title={t('finding_accept_title')} place="middle" onClose={onClose}>
      <form class="dialog-body form" onSubmit={(event) => void submit(event)}>
        <p>{findingSentence(first.finding, first.organization.index, first.organization.policy)}</p>
        <p class="soft">{t('finding_accept_about')}</p>
        <TextField
          label={t('finding_accept_reason')}
          required
          rows={3}
          maxLength={2000}
          value={reason}
          onValue={setReason}
        />
        <InputField
          label={t('finding_accept_until')}
          note={t('finding_accept_until_note')}
          type="date"
          required
          min={now.slice(0, 10)}
          value={until}
          onValue={setUntil}
        />
        <div class="actions">
          <button type="submit" class="primary" disabled={busy || reason.trim() === '' || until === ''}>
            {t('finding_accept_now')}
          </button>
          <button type="button" class="quiet" onClick={onClose}>
            {t('dashboard_cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
