/**
 * The guard: stands before the page's own handlers, and holds what would end a living key's owner. Everything here runs
 * inside the event, on what was fetched before (product.md, "The guard"; surface.md, "Holding and letting go").
 *
 * Intent (`controls.ts`) → surface → people (`targets.ts`) → workspaces (`scope.ts`) → impact → hold or let go.
 */
import { personKey } from '../domain/identity.ts';
import { impact, type Impact } from '../domain/impact.ts';
import { isLifted } from '../domain/lifts.ts';
import type { MappingIndex } from '../domain/mapping.ts';
import type { PersonReading } from '../domain/observation.ts';
import type { Lift } from '../domain/stakes.ts';
import type { Page } from '../pages/page.ts';
import type { PersonRow } from '../pages/people.ts';
import { nameOf, textOf, tidy } from '../pages/text.ts';
import { attr, contains, findAll, has, isSelect, matches, nearest, parentOf, targetOf } from '../pages/tree.ts';
import { says } from '../pages/words.ts';
import {
  type Control,
  controlAt,
  controlAtKey,
  defaultControl,
  isInteractive,
  onlyOpensOrChooses,
  promisesDialog,
  saysCancel,
  saysRemove,
} from './controls.ts';
import { Memory } from './memory.ts';
import { scopeOf, type ChosenScope } from './scope.ts';
import { askingBox, hasProse, type Surface, surfaceOf } from './surface.ts';
import { rowBeside, targetsOf } from './targets.ts';

export type Input = 'pointer' | 'keyboard' | 'submit' | 'change' | 'script';

/** What the guard sees of the page at the moment of an event. Kept ready by the page session. */
export interface View {
  page: Page;
  rows: readonly PersonRow[];
  rowElements: ReadonlySet<Element>;
  /** The workspace that the list belongs to, where known. */
  listWorkspaceId: string | null;
  index: MappingIndex;
  /** Our id of a known workspace by name; `null` where two carry it or none does. */
  workspaceIdOf: (name: string) => string | null;
  lifts: readonly Lift[];
  /** Our user ids for a person; `pending`: asked for and not answered yet; `blind`: no answer will come. */
  resolve: (person: PersonReading) => { state: 'ready'; userIds: string[] } | { state: 'pending' | 'blind' };
  now: string;
}

export interface Attempt {
  action: 'remove';
  control: Element;
  people: PersonReading[];
  /** Our ids; a person nobody knows has one that no record carries. */
  userIds: string[];
  /** One name fits several people, and nothing told them apart. */
  sameName: boolean;
  scope: ChosenScope;
  /** `start`: before any dialog. `confirm`: in a dialog about it. */
  stage: 'start' | 'confirm';
  impact: Impact;
  input: Input;
}

export interface GuardPorts {
  /** The page as it is now, read again if it changed since; `null` where nothing is guarded. */
  view(): View | null;
  /** Whether an event belongs to our own parts. */
  owns(target: EventTarget | null): boolean;
  /** Whether a warning is open; whatever would be held meanwhile is dropped. */
  warningOpen(): boolean;
  held(attempt: Attempt): void;
  /** A removal was recognised before the stakes had arrived. `true`: hold it; `false`: waited long enough, let pass. */
  starting(control: Element): boolean;
  /** Passed, though something about it is not known. */
  notKnown(attempt: Attempt): void;
  /** Passed, since nothing tells whom it removes. */
  nobody(control: Element): void;
  /** Passed, since nothing could be asked: the guard is blind for these people, and that is said. */
  blind(control: Element): void;
  /** Passed under a lift; what becomes of it is watched. */
  passedLifted(attempt: Attempt): void;
  /** Any control was worked that is no removal; the key page's Generate is noticed here. */
  worked(control: Element, label: string, view: View): void;
  /** Code of ours failed; the event passes. */
  failed(error: unknown): void;
  /** Milliseconds of the page's clock. */
  clock(): number;
}

/** An act that removes somebody, or may, before it is known whom. */
interface Recognised {
  view: View;
  control: Control;
  surface: Surface;
  stage: 'start' | 'confirm';
  input: Input;
}

interface Gesture {
  control: Element;
  attempt: Attempt | null;
}

const pointerDowns = new Set(['pointerdown', 'mousedown', 'touchstart']);
const pointerUps = new Set(['pointerup', 'mouseup', 'touchend']);
const watched = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'pointercancel',
  'click',
  'dblclick',
  'contextmenu',
  'keydown',
  'keyup',
  'submit',
  'focusin',
  'input',
  'change',
] as const;

function stop(event: Event): void {
  event.stopImmediatePropagation();
  // Touch and pointer starts keep their defaults: cancelling them would cancel scrolling, and no click would follow.
  if (event.cancelable && !/^(?:pointer|touch)/u.test(event.type)) event.preventDefault();
}

export class Guard {
  readonly memory = new Memory();
  readonly #ports: GuardPorts;
  #gesture: Gesture | null = null;
  /** A key whose way down was held; its way up, which works a control on some pages, is part of the same stroke. */
  #heldKey: string | null = null;
  /** What fields showed before they were worked; a held choice is taken back to it. */
  readonly #former = new WeakMap<HTMLSelectElement, number>();
  /** A field whose `input` was held; the `change` that belongs to it is held as well. */
  #heldField: HTMLSelectElement | null = null;
  #lastPassed: { control: Element; at: number } | null = null;

  constructor(ports: GuardPorts) {
    this.#ports = ports;
  }

  /** Starts to listen, before any listener of the page; ends with the signal. */
  listen(target: EventTarget, signal: AbortSignal): void {
    for (const type of watched) {
      // On the window, capturing, and added at document_start: nothing of the page's runs earlier.
      target.addEventListener(type, this.#onEvent, { capture: true, passive: false, signal });
    }
  }

  readonly #onEvent = (event: Event): void => {
    try {
      if (this.#ports.owns(event.target)) return;
      this.#handle(event);
    } catch (error) {
      // Never trap an admin: if our code fails, the click passes, and it is said.
      this.#gesture = null;
      this.#ports.failed(error);
    }
  };

  #handle(event: Event): void {
    if (this.#continueGesture(event) || this.#continueStroke(event)) return;
    if ('button' in event && (event as MouseEvent).button !== 0 && event.type !== 'contextmenu') return;
    const target = targetOf(event);
    if (!target) return;
    // A new act begins: what opens from now on was not opened by the one before.
    if (event.isTrusted && /^(?:pointerdown|mousedown|keydown)$/u.test(event.type)) this.memory.expectNoDialog();
    const found = this.#recognise(event, target);
    if (!found) return;
    const { view, control, surface, stage, input } = found;
    // Boxes that the page draws itself change without an event of their own: what is selected is looked at now.
    if (surface.kind !== 'row') this.memory.noteSelection(view.rows);
    const people = targetsOf(control.element, surface, view.page, view.rows, this.memory, this.#ports.clock());
    const decided = this.#decide(view, control.element, surface, people, stage, input);
    if (decided === 'starting') {
      if (this.#ports.starting(control.element)) this.#stop(event);
      return;
    }
    if (decided === 'blind') this.#ports.blind(control.element);
    // A removal on a page that lists people, and nothing tells whom it means: it passes, and that is said.
    if (decided === 'nobody' && isFinal(event) && view.rows.length > 0) this.#ports.nobody(control.element);
    if (decided === 'nobody' || decided === 'blind') return;
    const { attempt, lifted } = decided;
    if (attempt.impact.held && !lifted) {
      if (stage === 'start' && this.#dialogFollows(control, view)) {
        this.#pass(attempt, control, view, event);
        return;
      }
      this.#hold(event, attempt);
      return;
    }
    this.#pass(attempt, control, view, event);
    if (!isFinal(event)) return;
    if (lifted) this.#ports.passedLifted(attempt);
    else if (attempt.impact.unknown.length > 0) this.#ports.notKnown(attempt);
  }

  /** The rest of a gesture whose start was held: nothing of it reaches the page, and its end shows the warning. */
  #continueGesture(event: Event): boolean {
    const gesture = this.#gesture;
    if (!gesture) return false;
    if (event.type === 'pointercancel') {
      this.#gesture = null;
      return true;
    }
    const isPointer = event.type === 'click' || pointerDowns.has(event.type) || pointerUps.has(event.type);
    if (!isPointer) return false;
    const target = targetOf(event);
    const inside = target !== null && contains(gesture.control, target);
    if (pointerDowns.has(event.type) && (!inside || gesture.attempt === null)) {
      // A new gesture, elsewhere or after one whose end was held.
      this.#gesture = null;
      return false;
    }
    stop(event);
    if (event.type === 'click') {
      this.#gesture = null;
      if (gesture.attempt) this.#warn(gesture.attempt);
    } else if ((event.type === 'mouseup' || event.type === 'touchend') && !inside) {
      // Released elsewhere: the admin changed their mind, as anywhere.
      this.#gesture = null;
    }
    return true;
  }

  /** The end of a stroke whose start was held. */
  #continueStroke(event: Event): boolean {
    if (this.#heldKey === null || !isKeyboard(event)) return false;
    const same = event.key === this.#heldKey;
    if (event.type === 'keydown' && same && event.repeat) {
      stop(event);
      return true;
    }
    this.#heldKey = null;
    if (event.type !== 'keyup' || !same) return false;
    stop(event);
    return true;
  }

  #recognise(event: Event, target: Element): Recognised | null {
    if (event.type === 'change' || event.type === 'input') return this.#recogniseChange(event, target);
    if (isSelect(target)) this.#former.set(target, target.selectedIndex);
    if (event.type === 'focusin' || event.type === 'keyup' || event.type === 'dblclick') return null;
    if (isKeyboard(event)) return this.#recogniseKey(event, target);
    if (event.type === 'submit') return this.#recogniseSubmit(event as SubmitEvent, target);
    const view = this.#ports.view();
    if (!view) return null;
    this.#noteRow(target, view, event);
    if (event.type === 'contextmenu') return null;
    const control = controlAt(target);
    if (!control) return null;
    const judged = this.#judge(view, control, event.isTrusted ? 'pointer' : 'script');
    if (!judged && event.type === 'click') {
      this.#ports.worked(control.element, control.label, view);
      if (event.isTrusted) this.#leaveFlow(control, view);
    }
    return judged;
  }

  #recogniseKey(event: KeyboardEvent, target: Element): Recognised | null {
    const view = this.#ports.view();
    if (!view) return null;
    this.#noteRow(target, view, event);
    if (event.key === 'Delete' || event.key === 'Backspace') {
      if (isEditable(target)) return null;
      const row = nearest(target, (element) => view.rowElements.has(element));
      if (!row) return null;
      return {
        view,
        control: { element: target, label: '' },
        surface: { kind: 'row', element: row },
        stage: 'start',
        input: 'keyboard',
      };
    }
    if (event.key !== 'Enter' && event.key !== ' ') return null;
    const dialog = surfaceOf(target, view.rowElements, view.page.content);
    if (isEditable(target) || (dialog.kind === 'dialog' && dialog.element === target)) {
      // Enter in a field, or on the dialog itself, works the dialog's own button.
      if (event.key === ' ' || dialog.kind !== 'dialog' || matches(target, 'textarea')) return null;
      const control = defaultControl(dialog.element);
      return control ? this.#judge(view, control, 'keyboard') : null;
    }
    const control = controlAtKey(target);
    return control ? this.#judge(view, control, 'keyboard') : null;
  }

  /** A removal that is an option of a field: "Actions: Remove". In a dialog a choice sends nothing yet. */
  #recogniseChange(event: Event, target: Element): Recognised | null {
    if (event.type === 'change') this.#noteChange();
    if (!isSelect(target) || target.multiple) return null;
    const wasHeld = this.#heldField === target;
    this.#heldField = null;
    if (wasHeld && event.type === 'change') {
      stop(event);
      return null;
    }
    const label = tidy(target.selectedOptions[0]?.text ?? '');
    if (!saysRemove(label)) return null;
    const view = this.#ports.view();
    if (!view) return null;
    const surface = surfaceOf(target, view.rowElements, view.page.content);
    if (surface.kind === 'dialog') return null;
    return { view, control: { element: target, label }, surface, stage: 'start', input: 'change' };
  }

  #recogniseSubmit(event: SubmitEvent, target: Element): Recognised | null {
    const view = this.#ports.view();
    if (!view) return null;
    const submitter = event.submitter;
    const control = submitter ? { element: submitter, label: nameOf(submitter) } : defaultControl(target);
    return control ? this.#judge(view, control, 'submit') : null;
  }

  /** Whether working this control removes somebody, or may. */
  #judge(view: View, control: Control, input: Input): Recognised | null {
    const { label, element } = control;
    // Disabled controls do nothing; a hold over them would be a false alarm.
    if (matches(element, ':disabled') || attr(element, 'aria-disabled') === 'true') return null;
    const surface = this.#surface(control, view);
    if (surface.kind === 'dialog') {
      if (saysCancel(label) && !saysRemove(label)) {
        this.memory.end();
        return null;
      }
      if (onlyOpensOrChooses(element) || (label === '' && !matches(element, '[type=submit]'))) return null;
      if (!saysRemove(label) && !this.#asksForRemoval(surface.element)) return null;
      if (isToggle(element)) return null;
      return { view, control, surface, stage: 'confirm', input };
    }
    return saysRemove(label) ? { view, control, surface, stage: 'start', input } : null;
  }

  /** Where a control stands; a question that is no dialog (in the row, in a bubble, on a page of its own) counts as one. */
  #surface(control: Control, view: View): Surface {
    const { element, label } = control;
    const surface = surfaceOf(element, view.rowElements, view.page.content);
    if (surface.kind === 'dialog' || label === '' || onlyOpensOrChooses(element)) return surface;
    if (this.memory.flow(this.#ports.clock())) {
      const box =
        surface.kind === 'menu' && hasProse(surface.element) ? surface.element : askingBox(element, surface.element);
      return box ? { kind: 'dialog', element: box } : surface;
    }
    const page = surface.kind === 'page' ? removalHeaded(element, view) : null;
    return page && !saysRemove(label) && (says('save', label) || askingBox(element, page))
      ? { kind: 'dialog', element: page }
      : surface;
  }

  /** A control outside of any question was worked: a removal that was begun before is not gone on with. */
  #leaveFlow(control: Control, view: View): void {
    if (!this.memory.flow(this.#ports.clock()) || onlyOpensOrChooses(control.element)) return;
    const { kind } = this.#surface(control, view);
    if (kind === 'page' || kind === 'row') this.memory.end();
  }

  /** Whether a dialog is about a removal: it says so, or it followed one. */
  #asksForRemoval(dialog: Element): boolean {
    if (this.memory.flow(this.#ports.clock())) return true;
    // What its buttons are called is left out: a panel about a person offers a removal beside other things.
    const prose = textOf(dialog, (element) =>
      matches(element, 'button,a,select,input,[role=button],[role=link],[role=listbox],[role=combobox]'),
    );
    const text = `${attr(dialog, 'aria-label') ?? ''} ${prose.slice(0, 2_000)}`;
    return says('remove', text) || says('removed', text);
  }

  #decide(
    view: View,
    control: Element,
    surface: Surface,
    people: PersonReading[],
    stage: 'start' | 'confirm',
    input: Input,
  ): { attempt: Attempt; lifted: boolean } | 'starting' | 'blind' | 'nobody' {
    if (people.length === 0) return 'nobody';
    const userIds: string[] = [];
    let sameName = false;
    for (const person of people) {
      const resolved = view.resolve(person);
      if (resolved.state !== 'ready') return resolved.state === 'pending' ? 'starting' : 'blind';
      sameName ||= resolved.userIds.length > 1;
      // Somebody nobody knows is in no record; what is not known about them still counts.
      userIds.push(...(resolved.userIds.length > 0 ? resolved.userIds : [`unknown:${personKey(person)}`]));
    }
    const chosen = scopeOf(
      surface.kind === 'dialog' ? surface.element : null,
      view.page.known,
      view.workspaceIdOf,
      view.listWorkspaceId,
    );
    const found = impact(view.index, { kind: 'remove', users: userIds, scope: chosen.scope }, view.now);
    const attempt: Attempt = {
      action: 'remove',
      control,
      people,
      userIds: [...new Set(userIds)],
      sameName,
      scope: chosen,
      stage,
      impact: found,
      input,
    };
    const concerned = new Set([
      ...found.mayOwn.map((entry) => entry.userId),
      ...[...found.dies, ...found.narrows].map((id) => view.index.keys.get(id)?.ownerId ?? ''),
    ]);
    return {
      attempt,
      lifted:
        found.held &&
        isLifted(
          view.lifts,
          'remove',
          attempt.userIds.filter((id) => concerned.has(id)),
          found,
          view.now,
        ),
    };
  }

  #dialogFollows(control: Control, view: View): boolean {
    return promisesDialog(control.element, control.label) || this.memory.opensDialog(this.#openerKey(control, view));
  }

  #stop(event: Event): void {
    const field = targetOf(event);
    if (field !== null && isSelect(field) && (event.type === 'input' || event.type === 'change')) {
      // The one value of the page's that is ever set: what the event had already changed (surface.md).
      field.selectedIndex = this.#former.get(field) ?? [...field.options].findIndex((option) => option.defaultSelected);
      if (event.type === 'input') this.#heldField = field;
    }
    if (event.type === 'keydown') this.#heldKey = (event as KeyboardEvent).key;
    stop(event);
  }

  /** Controls of one label do one thing in a row's menu and another in the toolbar; each needs its own evidence. */
  #openerKey(control: Control, view: View): string {
    const { kind } = surfaceOf(control.element, view.rowElements, view.page.content);
    return `${view.page.route.key} ${kind} ${control.label.toLowerCase()}`;
  }

  #hold(event: Event, attempt: Attempt): void {
    this.#stop(event);
    if (this.#ports.warningOpen()) return;
    if (pointerDowns.has(event.type)) {
      this.#gesture = { control: attempt.control, attempt };
      return;
    }
    if (pointerUps.has(event.type)) {
      // Pressed elsewhere and released here (drag-to-select menus): no click need follow.
      this.#gesture = { control: attempt.control, attempt: null };
    }
    this.#warn(attempt);
  }

  #warn(attempt: Attempt): void {
    if (!this.#ports.warningOpen()) this.#ports.held(attempt);
  }

  #pass(attempt: Attempt, control: Control, view: View, event: Event): void {
    const at = this.#ports.clock();
    this.memory.begin(attempt.people, at);
    if (attempt.stage === 'start' && isFinal(event)) this.memory.expectDialog(this.#openerKey(control, view), at);
    this.#lastPassed = { control: attempt.control, at };
  }

  /** When a control was last let through, for telling what the page did because of it. */
  get lastPassed(): { control: Element; at: number } | null {
    return this.#lastPassed;
  }

  #noteRow(target: Element, view: View, event: Event): void {
    if (isKeyboard(event) && !/^(?:Enter| |ArrowDown|ArrowUp|ContextMenu|F10)$/u.test(event.key)) return;
    const element = nearest(target, (candidate) => view.rowElements.has(candidate));
    const row = element ? view.rows.find((candidate) => candidate.element === element) : this.#rowBeside(target, view);
    if (row) {
      // Ticking a row selects it; a menu that opens next is the toolbar's, and acts on all that are ticked.
      if (!matches(target, 'input[type=checkbox],[role=checkbox]')) {
        this.memory.touchRow(row, this.#ports.clock(), nearest(target, isInteractive, row.element));
      }
      return;
    }
    // Working something of the page itself closes a row's menu; what opens next is not that row's.
    if (
      /^(?:pointerdown|mousedown|keydown)$/u.test(event.type) &&
      surfaceOf(target, view.rowElements, view.page.content).kind === 'page'
    ) {
      this.memory.leaveRow();
    }
  }

  /** The row that an opener outside of all rows belongs to; looked for only on pages whose rows hold no controls. */
  #rowBeside(target: Element, view: View): PersonRow | null {
    const opener = nearest(target, isInteractive, view.page.content);
    return opener && surfaceOf(opener, view.rowElements, view.page.content).kind === 'page'
      ? rowBeside(opener, view.rows)
      : null;
  }

  #noteChange(): void {
    // Boxes change before their event: what is ticked is read when it counts, and selections are taken over now.
    const view = this.#ports.view();
    if (view) this.memory.noteSelection(view.rows);
  }
}

/** Events of a frame are instances of the frame's classes, so their type tells. */
function isKeyboard(event: Event): event is KeyboardEvent {
  return event.type === 'keydown' || event.type === 'keyup';
}

/** The events at which a control has been worked, not merely touched. */
function isFinal(event: Event): boolean {
  return event.type === 'click' || event.type === 'submit' || event.type === 'keydown' || event.type === 'change';
}

/** The part of the page around a control whose heading asks for a removal: a question that has a page to itself. */
function removalHeaded(element: Element, view: View): Element | null {
  for (let box = parentOf(element); box; box = parentOf(box)) {
    const heading = findAll(box, 'h1,h2,h3,h4,legend,[role=heading]')[0];
    if (heading) return saysRemove(textOf(heading)) ? box : null;
    if (box === view.page.content) return null;
  }
  return null;
}

function isEditable(element: Element): boolean {
  if ((element as HTMLElement).isContentEditable === true) return true;
  return matches(
    element,
    'textarea,input:not([type=button]):not([type=submit]):not([type=image]):not([type=reset]):not([type=checkbox]):not([type=radio])',
  );
}

function isToggle(element: Element): boolean {
  return has(element, 'aria-pressed') || attr(element, 'aria-checked') !== null;
}
