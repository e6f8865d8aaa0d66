/** The dialog `Set owner`: a combobox over the people whom Keyholder knows (ARIA APG, "Editable Combobox With List"). */
import type { KeyLine, OwnerCandidate } from '../../lib/messages/protocol.ts';
import { ownerTypeText } from '../ui/impact-text.ts';
import { t } from '../ui/text.ts';
import { make } from './dom.ts';
import { on } from './events.ts';
import { nameOf } from './words.ts';

export interface OwnerDialogView {
  dialog: HTMLDialogElement;
  input: HTMLInputElement;
  save: HTMLButtonElement;
  cancel: HTMLButtonElement;
  chosen(): OwnerCandidate | null;
}

/** Draws the dialog; whoever shows it judges the presses on its buttons. */
export function drawOwnerDialog(
  doc: Document,
  line: KeyLine,
  candidates: (query: string) => Promise<OwnerCandidate[]>,
): OwnerDialogView {
  let found: OwnerCandidate[] = [];
  let at = -1;
  let chosen: OwnerCandidate | null = null;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const input = make(doc, 'input', {
    id: 'o',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-controls': 'l',
    'aria-expanded': 'false',
    placeholder: t('overlay_owner_hint'),
  });
  const list = make(doc, 'div', { id: 'l', role: 'listbox', 'aria-label': t('overlay_owner_field') });
  const nobody = make(doc, 'div', { class: 'soft', role: 'status' });
  const caution = make(doc, 'div', { class: 'caution', role: 'status' });
  const save = make(doc, 'button', { type: 'button', class: 'safe', disabled: true }, t('overlay_save_owner'));
  const cancel = make(doc, 'button', { type: 'button' }, t('overlay_cancel'));
  list.hidden = true;
  nobody.hidden = true;

  const mark = (index: number): void => {
    at = index;
    [...list.children].forEach((option, position) => option.classList.toggle('at', position === index));
    const option = list.children[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const choose = (candidate: OwnerCandidate | null): void => {
    chosen = candidate;
    save.disabled = candidate === null;
    caution.replaceChildren(candidate && !candidate.admin ? t('overlay_chosen_not_admin', nameOf(candidate)) : '');
  };
  const showList = (open: boolean): void => {
    list.hidden = !open || found.length === 0;
    nobody.hidden = !open || found.length > 0;
    nobody.replaceChildren(nobody.hidden ? '' : t('overlay_nobody_found'));
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark(-1);
  };
  const ask = async (): Promise<void> => {
    const mine = (asked += 1);
    let answer: OwnerCandidate[];
    try {
      answer = await candidates(input.value.trim());
    } catch {
      answer = [];
    }
    // A slow answer to an earlier question must not overwrite a later one.
    if (mine !== asked) return;
    found = answer.slice(0, 50);
    list.replaceChildren(
      ...found.map((candidate, index) => {
        const name = nameOf(candidate);
        const notes = [
          candidate.name && candidate.email ? candidate.email : null,
          candidate.signedIn ? t('overlay_candidate_signed_in') : null,
          ownerTypeText(candidate.ownerType),
          t(candidate.admin ? 'overlay_candidate_admin' : 'overlay_candidate_not_admin'),
        ].filter((note) => note !== null);
        return make(
          doc,
          'div',
          { role: 'option', id: `l${index}`, 'aria-selected': String(candidate.userId === chosen?.userId) },
          make(doc, 'div', {}, name),
          make(doc, 'div', { class: 'soft' }, notes.join(' · ')),
        );
      }),
    );
    showList(true);
    // Typed out in full, there is nothing left to choose.
    const typed = input.value.trim().toLowerCase();
    const meant = found.filter(({ name, email }) => [name, email].some((text) => text?.toLowerCase() === typed));
    if (meant.length === 1) choose(meant[0] ?? null);
  };
  const take = (index: number): void => {
    const candidate = found[index];
    if (!candidate) return;
    // An answer that is still on its way would open the list again, under the pointer that goes to `Save owner`.
    clearTimeout(timer);
    asked += 1;
    choose(candidate);
    input.value = nameOf(candidate);
    showList(false);
  };

  on(input, 'input', () => {
    // What is typed after a choice is a new search: no owner is saved that is not shown.
    choose(null);
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), 120);
  });
  on(input, 'click', () => {
    if (list.hidden) void ask();
  });
  on(input, 'keydown', (event) => {
    if (!event.isTrusted || event.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (list.hidden) void ask();
      else if (found.length > 0) mark((at + (key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1) + found.length) % found.length);
    } else if (key === 'Enter') {
      if (event.repeat) return;
      if (!list.hidden) take(at < 0 && found.length === 1 ? 0 : at);
      else if (chosen) save.focus();
    } else return;
    event.preventDefault();
  });
  // Before the input loses the focus, which a click would bring about.
  on(list, 'mousedown', (event) => event.preventDefault());
  on(list, 'click', (_event, target) => {
    take([...list.children].findIndex((option) => option.contains(target)));
  });

  const body = make(
    doc,
    'div',
    { class: 'body' },
    make(doc, 'h2', { id: 'h' }, t('overlay_set_owner')),
    make(doc, 'p', { class: 'soft' }, t('overlay_set_owner_of', line.label)),
    make(doc, 'label', { class: 'field', for: 'o' }, t('overlay_owner_field')),
    input,
    list,
    nobody,
    caution,
  );
  const dialog = make(
    doc,
    'dialog',
    { 'aria-labelledby': 'h' },
    body,
    make(doc, 'div', { class: 'foot' }, cancel, save),
  );
  void ask();
  return { dialog, input, save, cancel, chosen: () => chosen };
}
