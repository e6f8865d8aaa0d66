/** Which workspaces an act reaches: ticked in the dialog, else the list's, else all (product.md, "The guard"). */
import type { Scope } from '../domain/impact.ts';
import { knownWorkspaceIn, type Known } from '../pages/page.ts';
import { findAll } from '../pages/tree.ts';
import { says } from '../pages/words.ts';
import { boxLabel, choosable, isChosen, workspaceIn } from './settings.ts';
import { dialogText } from './targets.ts';

export interface ChosenScope {
  scope: Scope;
  /** How it is known: the act itself or the dialog says so; the list's workspace; or nothing, so all where the person owns keys. */
  from: 'act' | 'dialog' | 'list' | 'nothing';
}

interface Choice {
  workspaceId: string | null;
  /** Stands for all of them. */
  all: boolean;
  chosen: boolean;
}

function choicesIn(dialog: Element, known: Known, idOf: (name: string) => string | null): Choice[] {
  const choices: Choice[] = [];
  const boxes = findAll(dialog, choosable);
  for (const box of boxes) {
    const label = boxLabel(box, dialog);
    const name = workspaceIn(label, known);
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
