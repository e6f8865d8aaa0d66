/** Which key is this, and `Fingerprint a key`: the only places that take a secret, and each forgets it within the call. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Asked, askedOf } from '../../lib/domain/fingerprint.ts';
import { nameKey } from '../../lib/domain/identity.ts';
import { Combobox } from './combobox.tsx';
import { Dialog } from './dialog.tsx';
import type { Estate } from './estate.ts';
import { Field } from './field.tsx';
import { findKeys } from './find-keys.ts';
import { Icon } from './icons.tsx';
import { keyTitle } from './impact-text.ts';
import { t } from './text.ts';
import { type Found, type Question, questionOf, whichKey } from './which-key.ts';

/** A text that nobody took stays in its field no longer than this. */
const forgetAfterMs = 30_000;

interface SecretFieldProps {
  label: string;
  note: ComponentChildren;
  /** `null`: what was pasted is no key. */
  onTake: (asked: Asked | null) => void;
}

/** A field that gives what was put into it once and is empty then: no state, no attribute, no undo history keeps it. */
function SecretField({ label, note, onTake }: SecretFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // Another element each time: the browser's own undo would bring back what was typed into this one.
  const [turn, setTurn] = useState(0);
  const refocus = useRef(false);
  useEffect(() => {
    if (refocus.current) input.current?.focus();
    refocus.current = false;
  }, [turn]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const forget = (): void => {
    clearTimeout(timer.current);
    if (input.current === null || input.current.value === '') return;
    refocus.current = document.activeElement === input.current;
    input.current.value = '';
    setTurn((before) => before + 1);
  };
  const take = (text: string, stays: 'stays' | 'goes'): void => {
    if (text.trim() === '') return forget();
    const asked = askedOf(text);
    if (stays === 'goes' || asked?.kind !== 'end') forget();
    onTake(asked);
  };
  return (
    <Field label={label} note={note}>
      {(ids) => (
        <input
          key={turn}
          ref={input}
          type="text"
          class="secret"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          data-1p-ignore
          {...ids}
          onPaste={(event) => {
            const text = event.clipboardData?.getData('text/plain') ?? '';
            if (askedOf(text)?.kind === 'end') return;
            // Never in the page at all.
            event.preventDefault();
            take(text, 'goes');
          }}
          onInput={(event) => {
            const field = event.currentTarget;
            clearTimeout(timer.current);
            timer.current = setTimeout(forget, forgetAfterMs);
            field.classList.toggle('hidden-text', field.value.length > 4);
            // Whoever types a key letter by letter says by Enter that it is whole.
            const asked = askedOf(field.value);
            const typing = (event as InputEvent).data?.length === 1;
            if (asked?.kind === 'secret' && !typing) take(field.value, 'goes');
            else if (asked?.kind === 'end' && asked.end.length === 4) take(field.value, 'stays');
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            take(event.currentTarget.value, 'stays');
          }}
          onBlur={(event) => {
            if (event.currentTarget.value !== '') take(event.currentTarget.value, 'goes');
          }}
        />
      )}
    </Field>
  );
}

const icons = { yes: 'check', maybe: 'question', no: 'question' } as const;

function Answer({ found }: { found: Found }) {
  return (
    <div class={`found found-${found.sure}`}>
      <p class="found-head">
        <Icon name={icons[found.sure]} />
        <strong>{found.head}</strong>
      </p>
      {found.keys.map(({ id, text, details }) => (
        <div key={id} class="found-key">
          <p>{text}</p>
          {details.map((detail) => (
            <p key={detail} class="soft">
              {detail}
            </p>
          ))}
        </div>
      ))}
      {found.coverage.map((sentence) => (
        <p key={sentence} class="soft">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function LookUp({ estate, onClose }: { estate: Estate; onClose: () => void }) {
  const [question, setQuestion] = useState<Question | 'no-key' | null>(null);
  const look = (asked: Asked | null): void => {
    if (asked === null) setQuestion('no-key');
    else void questionOf(estate, asked).then(setQuestion);
  };
  return (
    <Dialog title={t('which_key')} onClose={onClose} place="middle">
      <div class="dialog-body">
        <SecretField label={t('which_field')} note={t('which_field_note')} onTake={look} />
        <div role="status">
          {question === 'no-key' && <p class="alert">{t('which_no_key')}</p>}
          {question !== null && question !== 'no-key' && <Answer found={whichKey(estate, question)} />}
        </div>
      </div>
    </Dialog>
  );
}

/** So many choices are looked for; the list draws fewer. */
function choicesFor(estate: Estate, text: string) {
  return findKeys(estate.rows.value, { text, region: 'all', unknownOwner: false }, estate).map((row) => ({
    id: row.id,
    text: keyTitle(row.key, row.workspace.name),
    secondary: row.owner?.name ?? row.owner?.email ?? null,
    tag: row.organization.region.toUpperCase(),
  }));
}

function Keep({ estate, onClose }: { estate: Estate; onClose: () => void }) {
  const [taken, setTaken] = useState<Question | 'no-key' | null>(null);
  const [keyId, setKeyId] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const prepared = useRef<Promise<unknown> | null>(null);
  useEffect(() => void (prepared.current = estate.ask('own/prepare-fingerprints', {})), []);
  const row = keyId === null ? undefined : estate.rowsById.value.get(keyId);
  const question = taken === 'no-key' ? null : taken;

  const take = (asked: Asked | null): void => {
    if (asked?.kind !== 'secret') return setTaken('no-key');
    void (async () => {
      await prepared.current;
      const made = await questionOf(estate, asked);
      if (made.id === null) return;
      setTaken(made);
      // Last characters that only one key has, or the key that it is known for already: most likely that one again.
      const known = whichKey(estate, made).keys;
      if (keyId === null && known.length === 1) setKeyId(known[0]!.id);
    })();
  };
  const save = async (): Promise<void> => {
    if (!row || !question?.id) return;
    setSaving(true);
    const done = t('which_saved', keyTitle(row.key, row.workspace.name));
    const saved = await estate.change('own/save-fingerprint', { keyId: row.id, fingerprint: question.id }, done);
    setSaving(false);
    if (saved) onClose();
  };
  const known = question && whichKey(estate, question);
  const nameOf = (id: string): string => {
    const found = estate.rowsById.value.get(id)!;
    return keyTitle(found.key, found.workspace.name);
  };
  return (
    <Dialog title={t('which_fingerprint')} onClose={onClose}>
      <div class="dialog-body">
        <p>{t('which_fingerprint_why')}</p>
        <SecretField label={t('which_paste')} note={t('which_paste_note')} onTake={take} />
        <div role="status">
          {taken === 'no-key' && <p class="alert">{t('which_no_key')}</p>}
          {known && (
            <p class="taken">
              <Icon name="check" />
              <span>{t('which_taken', question.end)}</span>
            </p>
          )}
          {known?.sure === 'yes' && <p>{t('which_known', nameOf(known.keys[0]!.id))}</p>}
        </div>
        <Combobox
          label={t('which_whose')}
          labelled
          find={(text) => choicesFor(estate, nameKey(text))}
          value={row ? keyTitle(row.key, row.workspace.name) : ''}
          onChoose={(choice) => setKeyId(choice?.id ?? null)}
          nothing={() => t('ui_no_key_fits')}
        />
      </div>
      <footer class="dialog-foot">
        <button type="button" class="primary" disabled={!row || !question || saving} onClick={() => void save()}>
          {t('which_save')}
        </button>
        <button type="button" class="secondary" onClick={onClose}>
          {t('ui_cancel')}
        </button>
      </footer>
    </Dialog>
  );
}

/** Both buttons with their dialogs. */
export function KeyFinder({ estate }: { estate: Estate }) {
  const [open, setOpen] = useState<'look-up' | 'keep' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <div class="key-finder">
      <button type="button" class="quiet small" onClick={() => setOpen('look-up')}>
        <Icon name="question" />
        {t('which_key')}
      </button>
      <button type="button" class="quiet small" onClick={() => setOpen('keep')}>
        <Icon name="key" />
        {t('which_fingerprint')}
      </button>
      {open === 'look-up' && <LookUp estate={estate} onClose={close} />}
      {open === 'keep' && <Keep estate={estate} onClose={close} />}
    </div>
  );
}
