/** Which workspaces an act reaches: ticked in the dialog, else the list's, else all (product.md, "The guard"). */
import { nameKey } from '../domain/identity.ts';
import type { Scope } from '../domain/impact.ts';
import { knownWorkspaceIn, type Known } from '../pages/page.ts';
import { fieldName, textOf } from '../pages/text.ts';
import { attr, findAll, isInput, parentOf, tag } from '../pages/tree.ts';
import { says } from '../pages/words.ts';
import { dialogText } from './targets.ts';

export interface ChosenScope {
  scope: Scope;
  /** How it is known: the dialog says so; the list's workspace; or nothing says, so all where the person owns keys. */
  from: 'dialog' | 'list' | 'nothing';
}

interface Choice {
  workspaceId: string | null;
  /** Stands for all of them. */
  all: boolean;
  chosen: boolean;
}

const choosable =
  'input[type=checkbox],input[type=radio],[role=checkbox],[role=radio],[role=switch],[role=menuitemcheckbox],option,' +
  '[role=listbox][aria-multiselectable=true] [role=option]';

/** What a box stands for: its name, or the text of the line that it stands in. */
function labelOf(box: Element, dialog: Element): string {
  const name = fieldName(box);
  if (name !== '') return name;
  for (let line = parentOf(box); line && line !== dialog; line = parentOf(line)) {
    if (findAll(line, choosable).length > 1) return '';
    const text = textOf(line);
    if (text !== '') return text;
  }
  return '';
}

function isChosen(element: Element): boolean {
  if (isInput(element)) return element.checked;
  if (tag(element) === 'option') return (element as HTMLOptionElement).selected;
  return attr(element, 'aria-checked') === 'true' || attr(element, 'aria-selected') === 'true';
}

function choicesIn(dialog: Element, known: Known, idOf: (name: string) => string | null): Choice[] {
  const choices: Choice[] = [];
  const boxes = findAll(dialog, choosable);
  for (const box of boxes) {
    const label = labelOf(box, dialog);
    const name = known.workspaces.get(nameKey(label)) ?? knownWorkspaceIn(label, known);
    const all = name === null && says('select-all', label);
    if (name === null && !all) continue;
    choices.push({
      workspaceId: name === null ? null : idOf(name),
      all,
      chosen: isChosen(box),
    });
  }
  return choices;
}

/**
 * The scope of a removal.
 *
 * @param dialog the dialog that is being confirmed, `null` at an earlier step
 * @param listWorkspaceId the workspace that the list behind it belongs to, where known
 * @param idOf our id of a known workspace by its name; `null` where two carry it
 */
export function scopeOf(
  dialog: Element | null,
  known: Known,
  idOf: (name: string) => string | null,
  listWorkspaceId: string | null,
): ChosenScope {
  if (dialog) {
    const choices = choicesIn(dialog, known, idOf);
    if (choices.some((choice) => choice.all && choice.chosen)) return { scope: 'all', from: 'dialog' };
    const boxes = choices.filter((choice) => choice.workspaceId !== null);
    if (boxes.length > 0) {
      const chosen = boxes.filter((choice) => choice.chosen);
      // Nothing ticked: what would be sent is not known, so every workspace offered counts.
      const counted = chosen.length > 0 ? chosen : boxes;
      return { scope: { workspaces: [...new Set(counted.map((choice) => choice.workspaceId!))] }, from: 'dialog' };
    }
    const named = knownWorkspaceIn(dialogText(dialog), known);
    const id = named === null ? null : idOf(named);
    if (id !== null) return { scope: { workspaces: [id] }, from: 'dialog' };
    if (says('select-all', dialogText(dialog))) return { scope: 'all', from: 'dialog' };
  }
  if (listWorkspaceId !== null) return { scope: { workspaces: [listWorkspaceId] }, from: 'list' };
  return { scope: 'all', from: 'nothing' };
}
