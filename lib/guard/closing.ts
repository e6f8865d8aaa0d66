/**
 * Workspaces that are closed: by a control that says so, by a switch, a list or a choice of their state, several of them at
 * once. Where a page is about workspaces and lists nobody, what removes, or turns off, removes a workspace.
 */
import { nameKey } from '../domain/identity.ts';
import { columnsOf } from '../pages/columns.ts';
import { knownWorkspaceIn } from '../pages/page.ts';
import { isDialog } from '../pages/people.ts';
import { isTableRow } from '../pages/rows.ts';
import { pieces, textOf, tidy } from '../pages/text.ts';
import {
  attr,
  childrenOf,
  contains,
  findAll,
  matches,
  nearest,
  nextElement,
  parentOf,
  previousElement,
  role,
  tag,
} from '../pages/tree.ts';
import { says, saysOnly, without } from '../pages/words.ts';
import type { Act } from './act.ts';
import type { Control } from './controls.ts';
import { isOn, saysRemove } from './labels.ts';
import { isSelected, type Memory } from './memory.ts';
import { boxLabel, choosable, isChosen, workspaceIn } from './settings.ts';
import type { Surface } from './surface.ts';
import { dialogText } from './targets.ts';
import type { View } from './view.ts';

type Closing = Extract<Act, { kind: 'deactivate-workspace' }>;

/** Whether a page is about workspaces and nobody: then whatever is taken away there is a workspace. */
export function listsWorkspaces(view: View): boolean {
  return view.aboutWorkspaces && view.rows.length === 0;
}

/** The known workspace that a text names; the word that closes one may be the name of another ("Archive Finance?"). */
function idIn(text: string, view: View): string | null {
  const { known } = view.page;
  const name = knownWorkspaceIn(text, known) ?? knownWorkspaceIn(without('close-workspace', text), known);
  return name === null ? null : view.workspaceIdOf(name);
}

/** Whether a control is called by what closes a workspace; what leads to one is called by its name, whatever that says. */
function isVerb(control: Element): boolean {
  return !matches(control, 'a[href]') && says('close-workspace', textOf(control));
}

/** The known workspace that a line of several names, for lists of somebody's workspaces. */
export function lineWorkspace(control: Element, view: View): string | null {
  const { known, content } = view.page;
  const verb = isVerb(control) ? control : null;
  let line: Element | null = control;
  // Whatever holds the content is no line of a list; what stands in a menu beside it is in none.
  for (let climb = 0; line && !contains(line, content) && climb < 6; line = parentOf(line)) {
    // A box around one other is no step of its own.
    if (previousElement(line) || nextElement(line)) climb += 1;
    if (line === verb) continue;
    const names = new Set(
      pieces(line, (element) => element === verb)
        .map((piece) => known.workspaces.get(nameKey(piece.text)))
        .filter((name) => name !== undefined),
    );
    if (names.size === 0) continue;
    if (names.size > 1) return null;
    const above = parentOf(line);
    const repeats =
      isTableRow(line) ||
      tag(line) === 'li' ||
      role(line) === 'listitem' ||
      (above !== null &&
        childrenOf(above).some(
          (other) => other !== line && knownWorkspaceIn(textOf(other).slice(0, 200), known) !== null,
        ));
    if (repeats) return view.workspaceIdOf([...names][0]!);
  }
  return null;
}

/** The known workspace that is named around a box, as far as no other box stands there; the page's own where it has one box. */
function workspaceAround(element: Element, view: View): string | null {
  const { content, headings, known } = view.page;
  let line = element;
  let up = parentOf(element);
  for (; up && up !== content && findAll(up, choosable).length <= 1; up = parentOf(up)) line = up;
  const alone = up === content && findAll(content, choosable).length === 1;
  const name = [textOf(line).slice(0, 400), ...(alone ? headings.map(({ text }) => text) : [])]
    .map((text) => knownWorkspaceIn(text, known))
    .find((found) => found !== null);
  return name == null ? null : view.workspaceIdOf(name);
}

/** The workspaces whose lines are ticked, or say that they are selected. */
function selectedWorkspaces(view: View): string[] {
  if (!listsWorkspaces(view)) return [];
  const ids = new Set<string>();
  const selecting = 'input[type=checkbox],input[type=radio],[role=checkbox],[role=radio]';
  for (const box of findAll(
    view.page.content,
    `${selecting},[aria-selected=true],[data-selected],[class*=selected i]`,
  )) {
    if (nearest(box, isDialog, view.page.content)) continue;
    const isBox = matches(box, selecting);
    const isTicked = isBox && isChosen(box) && isState(box, boxLabel(box, view.page.content), view) !== true;
    if (isBox ? !isTicked : !isSelected(box)) continue;
    const id = lineWorkspace(box, view);
    if (id !== null) ids.add(id);
  }
  return [...ids];
}

/** The workspaces that an act on workspaces is about; none where nothing tells. */
export function workspacesMeant(control: Control, surface: Surface, view: View, memory: Memory): string[] {
  const said = without('close-workspace', control.label);
  const own = said === '' ? null : idIn(control.label, view);
  if (own !== null) return [own];
  const before =
    surface.kind === 'dialog' ? memory.begun?.acts.find((act) => act.kind === 'deactivate-workspace') : null;
  const begun = before?.kind === 'deactivate-workspace' ? before.workspaceIds : [];
  if (surface.kind === 'dialog') {
    const named = idIn(`${attr(surface.element, 'aria-label') ?? ''} ${dialogText(surface.element)}`, view);
    // "Finance and 2 others"
    if (named !== null) return begun.includes(named) ? [...begun] : [named];
    // What is asked in a workspace's own line is about that one, whatever was closed before.
    const line = contains(view.page.content, surface.element) ? lineWorkspace(control.element, view) : null;
    if (line !== null) return [line];
    // So is what was opened from such a line: a workspace that was closed before may have been another one.
    const opened = memory.origin ? lineWorkspace(memory.origin, view) : null;
    if (opened !== null) return [opened];
    if (begun.length > 0) return [...begun];
  }
  const from = { menu: memory.opener, dialog: memory.origin, row: control.element, page: control.element }[
    surface.kind
  ];
  const verb = isVerb(control.element) ? control.element : null;
  for (let box = from; box && !contains(box, view.page.content); box = parentOf(box)) {
    const id = box === verb ? null : idIn(textOf(box, (element) => element === verb).slice(0, 400), view);
    if (id !== null) return [id];
    // The line of one that nobody knows; what stands around it is about others.
    if (isTableRow(box) || /^(?:li|article)$/u.test(tag(box)) || role(box) === 'listitem') break;
  }
  const selected = selectedWorkspaces(view);
  if (selected.length > 0) return selected;
  for (const heading of view.page.headings) {
    const id = idIn(heading.text, view);
    if (id !== null) return [id];
  }
  const page = view.listWorkspaceId ?? view.keysWorkspaceId;
  return page === null ? [] : [page];
}

/** The act of closing whatever a control is about. */
export function closing(control: Control, surface: Surface, view: View, memory: Memory): Closing {
  return { kind: 'deactivate-workspace', workspaceIds: workspacesMeant(control, surface, view, memory) };
}

/** Whether a control closes a workspace: it says so, or it removes or closes on a page about workspaces that lists nobody. */
export function closesWorkspace({ element, label }: Control, view: View): boolean {
  if (says('deactivate-workspace', label)) return true;
  if (!listsWorkspaces(view)) return false;
  if (saysRemove(label)) return true;
  const isName = matches(element, 'a[href]') && view.page.known.workspaces.has(nameKey(label));
  return label.length <= 80 && says('close-workspace', label) && !isName;
}

/** What was set on a page about workspaces: what would end somebody's access elsewhere closes a workspace here. */
export function asClosings(
  acts: readonly Act[],
  control: Control,
  surface: Surface,
  view: View,
  memory: Memory,
): Act[] {
  if (!listsWorkspaces(view)) return [...acts];
  return acts.map((act) => {
    if (act.kind !== 'remove') return act;
    return act.workspaces === null
      ? closing(control, surface, view, memory)
      : { kind: 'deactivate-workspace', workspaceIds: act.workspaces };
  });
}

/** What stands above a box in the head of its table. */
function headOver(element: Element, row: Element): string {
  const table = nearest(row, (up) => tag(up) === 'table');
  const head = table ? findAll(table, 'tr').find((line) => findAll(line, 'td').length === 0) : undefined;
  const cell = head ? childrenOf(head)[childrenOf(row).findIndex((each) => contains(each, element))] : undefined;
  return cell ? textOf(cell) : '';
}

/** Whether a box turns on and off what its line is about; `null` where nothing tells. */
function isState(element: Element, label: string, view: View): boolean | null {
  const row = nearest(element, isTableRow, view.page.content);
  const head = row ? headOver(element, row) : '';
  if (saysOnly('active', label) || saysOnly('active', head)) return true;
  if ([label, head].some((text) => says('email', text) || says('not-a-person', text))) return false;
  const column = row && columnsOf(row).get('status');
  if (column) return contains(column, element);
  return matches(element, '[role=switch]') ? true : null;
}

/** Whether a box selects its row: one that somebody ticked first, or with a box for all of them in the head of its list. */
export function isSelection(element: Element, memory: Memory): boolean {
  const list = nearest(element, (up) => matches(up, 'table,[role=table],[role=grid],[role=treegrid]'));
  const heads = list ? findAll(list, 'th,[role=columnheader]') : [];
  return memory.ticked.has(element) || heads.some((head) => findAll(head, choosable).length > 0);
}

/** What a tick or switch that is taken out closes at once on a page about workspaces; `null` where it closes nothing. */
export function turnedOff(element: Element, label: string, view: View, memory: Memory): Closing | null {
  if (!listsWorkspaces(view)) return null;
  const name = workspaceIn(label, view.page.known);
  const id = name === null ? null : view.workspaceIdOf(name);
  const isPlain = (id !== null || label === '') && !isSelection(element, memory);
  if (!(isState(element, label, view) ?? isPlain)) return null;
  const around = id ?? workspaceAround(element, view);
  return { kind: 'deactivate-workspace', workspaceIds: around === null ? [] : [around] };
}

/** Whether a choice among states ends what it is the state of: "Active", then "Archived". */
export function endsState(offered: readonly string[], former: readonly string[], to: readonly string[]): boolean {
  if (offered.some((text) => saysOnly('every', text)) || to.length === 0 || to.some(isOn)) return false;
  return former.some(isOn) || (offered.some(isOn) && to.some((text) => says('removed', tidy(text))));
}
