/**
 * One open question after the other, by keyboard: whose key is this, what kind of account is that.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OwnerType } from '../../lib/domain/owner-type.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { Estate } from '../ui/estate.ts';
import { shownName } from '../ui/find-people.ts';
import { dateText, listText } from '../ui/format.ts';
import { keyTitle, ownerTypeText } from '../ui/impact-text.ts';
import { newUserInput, PersonPicker, type Picked } from '../ui/person-picker.tsx';
import { codesOf, suggestedType, suggestionFor, suggestionText } from '../ui/suggestion.tsx';
import { failureText } from '../ui/toast.tsx';
import { takeFocus } from '../ui/take-focus.ts';
import { plural, t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import type { OpenItem } from './sweep-model.ts';

/** The tags that say something, in the order of their number keys. */
const tags = [
  'service-account',
  'person',
  'org-admin-service-account',
  'org-admin-person',
] as const satisfies readonly OwnerType[];

/** So many keys are named; more are counted. */
const mostKeys = 6;

interface StepProps<K extends OpenItem['kind']> {
  model: DashboardModel;
  item: Extract<OpenItem, { kind: K }>;
  skip: () => void;
}

function OwnerStep({ model, item: { row }, skip }: StepProps<'owner'>) {
  const { estate } = model;
  const form = useRef<HTMLFormElement>(null);
  const [owner, setOwner] = useState<Picked>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!owner) return;
    const { id: organizationId, region } = row.organization;
    const change =
      'userId' in owner
        ? { edit: { ownerId: owner.userId } }
        : { edit: {}, owner: newUserInput(owner, { organizationId, region }) };
    // Once it is taken, the question is no longer open, and the next one stands here.
    await estate.change('own/edit-keys', { keyIds: [row.id], ...change }, null);
  };
  const known = [
    row.key.hint === null ? null : t('ui_hint', row.key.hint),
    row.key.createdOn === null ? null : t('ui_made_on', dateText(row.key.createdOn)),
    row.key.usedBy.length === 0 ? null : t('dashboard_delete_used_by', listText(row.key.usedBy)),
  ].filter((part) => part !== null);
  return (
    <form ref={form} class="editor" onSubmit={(event) => void save(event)}>
      <div class="dialog-body">
        <p class="strong">{keyTitle(row.key, row.workspace.name)}</p>
        {known.length > 0 && <p class="soft">{known.join(' · ')}</p>}
        <PersonPicker
          label={t('inbox_who')}
          organization={row.organization}
          workspaceId={row.workspace.id}
          people={model.people.value}
          picked={owner}
          onPick={setOwner}
        />
        <p class="soft">{t('inbox_who_note')}</p>
      </div>
      <div class="dialog-foot">
        <button type="submit" class="primary" disabled={!owner}>
          {t('inbox_save')}
        </button>
        <button type="button" class="secondary" onClick={skip}>
          {t('inbox_skip')}
        </button>
      </div>
    </form>
  );
}

function TagStep({ model, item: { user, rows }, skip }: StepProps<'tag'>) {
  const first = useRef<HTMLButtonElement>(null);
  const suggestion = suggestionFor(rows[0]!.organization, user);
  useEffect(() => first.current?.focus(), []);
  const choose = (ownerType: OwnerType): void =>
    void model.estate.change(
      'own/set-owner-type',
      {
        userIds: [user.id],
        ownerType,
        // Taken is a suggestion here by pressing the tag that it names.
        ...(suggestion && ownerType === suggestedType(suggestion, user) && { why: codesOf(suggestion) }),
      },
      null,
    );
  return (
    <div
      class="editor"
      onKeyDown={(event) => {
        const tag = tags[Number(event.key) - 1];
        if (tag === undefined || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        choose(tag);
      }}
    >
      <div class="dialog-body">
        <p class="strong">{shownName(user) ?? t('ui_person_unnamed')}</p>
        {user.name !== null && user.email !== null && <p class="soft">{user.email}</p>}
        <p>{t('inbox_what')}</p>
        {suggestion && <p class="soft">{suggestionText(suggestion)}</p>}
        <div class="inbox-tags" role="group" aria-label={t('inbox_what')}>
          {tags.map((tag, index) => (
            <button
              key={tag}
              ref={index === 0 ? first : null}
              type="button"
              class="secondary"
              aria-keyshortcuts={String(index + 1)}
              onClick={() => choose(tag)}
            >
              <kbd aria-hidden="true">{index + 1}</kbd>
              {ownerTypeText(tag)}
            </button>
          ))}
        </div>
        <ul class="soft">
          {rows.slice(0, mostKeys).map((row) => (
            <li key={row.id}>{keyTitle(row.key, row.workspace.name)}</li>
          ))}
          {rows.length > mostKeys && <li>{plural('ui_more', rows.length - mostKeys)}</li>}
        </ul>
      </div>
      <div class="dialog-foot">
        <button type="button" class="secondary" onClick={skip}>
          {t('inbox_skip')}
        </button>
      </div>
    </div>
  );
}

/** Why the last answer was not taken, said where the focus is. */
function Refused({ estate }: { estate: Estate }) {
  const notice = estate.notice.value;
  if (notice?.kind !== 'failed') return null;
  return (
    <p class="alert" role="alert">
      {failureText(notice.code, notice.details)}
    </p>
  );
}

function Inbox({ model, onClose }: { model: DashboardModel; onClose: () => void }) {
  const { estate } = model;
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const shown = useRef<string | null>(null);
  const left = model.openItems.value.filter(({ id }) => !skipped.has(id));
  // The question that is shown stays until it is answered, whatever else becomes open meanwhile.
  const item = left.find(({ id }) => id === shown.current) ?? left[0];
  shown.current = item?.id ?? null;
  const step = {
    model,
    skip: () => item && setSkipped(new Set([...skipped, item.id])),
  };
  return (
    <Dialog title={t('inbox_title')} place="middle" onClose={onClose}>
      <p class="inbox-left soft" role="status">
        {item ? plural('inbox_left', left.length) : t('inbox_done')}
      </p>
      <Refused estate={estate} />
      {item?.kind === 'owner' && <OwnerStep key={item.id} item={item} {...step} />}
      {item?.kind === 'tag' && <TagStep key={item.id} item={item} {...step} />}
      {!item && (
        <div class="dialog-foot">
          <button type="button" class="primary" ref={takeFocus} onClick={onClose}>
            {t('ui_close')}
          </button>
        </div>
      )}
    </Dialog>
  );
}

/** The button that says how much there is; nothing where there is nothing. */
export function InboxButton({ model, small = true }: { model: DashboardModel; small?: boolean }) {
  const [open, setOpen] = useState(false);
  const count = model.openItems.value.length;
  if (count === 0 && !open) return null;
  return (
    <>
      <button type="button" class={`secondary${small ? ' small' : ''}`} onClick={() => setOpen(true)}>
        {plural('inbox_open', count)}
      </button>
      {open && <Inbox model={model} onClose={() => setOpen(false)} />}
    </>
  );
}
