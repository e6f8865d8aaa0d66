/**
 * The guard: stands before the page's own handlers, and holds what would end a living key's owner. Everything here runs
 * inside the event, on what was fetched before (product.md, "The guard"; surface.md, "Holding and letting go").
 *
 * Intent (`controls.ts`) → surface → people (`targets.ts`) → workspaces (`scope.ts`) → impact → hold or let go.
 */
import { samePerson } from '../domain/identity.ts';
import type { PersonReading } from '../domain/observation.ts';
import { isLanguageKnown } from '../pages/language.ts';
import { looksDestructive } from '../pages/looks.ts';
import { inOnePass, oncePerPass, outsideOfPass } from '../pages/pass.ts';
import { knownWorkspaceIn } from '../pages/page.ts';
import type { PersonRow } from '../pages/people.ts';
import { drawingOf } from '../pages/signs.ts';
import { nameOf, tidy } from '../pages/text.ts';
import {
  attr,
  childrenOf,
  contains,
  findAll,
  isElement,
  isInput,
  isSelect,
  isShown,
  matches,
  nearest,
  role,
  shownIn,
  tag,
  targetOf,
  walk,
} from '../pages/tree.ts';
import { says } from '../pages/words.ts';
import type { Act } from './act.ts';
import {
  actsOfRows,
  changedActs,
  choiceActs,
  componentActs,
  confirmActs,
  keyRowAt,
  letterActs,
  listUnfolded,
  noteFormer,
  noteSettingsAt,
  placeOf,
  selectActs,
  sendsLater,
  startActs,
} from './acts.ts';
import {
  boxBehind,
  choosesByKey,
  type Control,
  controlAt,
  controlAtKey,
  entryAround,
  isInteractive,
  markedBeside,
  onlyOpensOrChooses,
  promisesDialog,
} from './controls.ts';
import { closesWorkspace, listsWorkspaces } from './closing.ts';
import { type Attempt, decide, type Decided, type Input, isAboutPeople, type Recognised, together } from './decide.ts';
import { doubtfulActs, signAt } from './doubt.ts';
import { binBelow, rowPressed } from './drags.ts';
import { foreignActs, foreignChoice, foreignQuestion, foreignSelect, isForeignWayOut } from './foreign.ts';
import { guardedEvents, isKeyboard } from './guarded-events.ts';
import { saysCancel, saysRemove } from './labels.ts';
import { type Flow, isAbout, Memory, type Standing } from './memory.ts';
import { Questions } from './questions.ts';
import { sendsRows } from './several.ts';
import { choosable, isTypedSetting } from './settings.ts';
import { keyRemoves } from './shortcuts.ts';
import { isInReport, type Surface, surfaceOf } from './surface.ts';
import { type Dragged, dropActs, type Place, placeIn, scaleActs, take, typedActs } from './stored.ts';
import { rowBeside, targetsOf } from './targets.ts';
import { isScale, isTyped } from './typed.ts';
import { listedOn, listsPeople, type View } from './view.ts';

export interface GuardPorts {
  /** The page as it is now, read again if it changed since; `null` where nothing is guarded. */
  view(): View | null;
  /** Whether an event belongs to our own parts. */
  owns(target: EventTarget | null): boolean;
  /** Whether a warning is open; whatever would be held meanwhile is dropped. */
  warningOpen(): boolean;
  held(attempt: Attempt): void;
  /** An act was recognised before the stakes had arrived. `true`: hold it; `false`: waited long enough, let pass. */
  starting(control: Element): boolean;
  /** Passed, though something about it is not known. */
  notKnown(attempt: Attempt): void;
  /** Passed, since nothing tells whom it removes. */
  nobody(control: Element): void;
  /** Passed, since nothing could be asked: the guard is blind for these people, and that is said. */
  blind(control: Element): void;
  /** Passed under a lift; what becomes of it is watched. */
  passedLifted(attempt: Attempt): void;
  /** A control was worked and nothing stood in its way; the key page's Generate is noticed here. */
  worked(control: Element, label: string, view: View): void;
  /** Code of ours failed; the event passes. */
  failed(error: unknown): void;
  /** Milliseconds of the page's clock. */
  clock(): number;
}

interface Gesture {
  control: Element;
  attempt: Attempt | null;
}

/** A removal of which nothing but the place says from where. */
const wholeRemoval: Act = { kind: 'remove', workspaces: null, everywhere: false };

const pointerDowns = new Set(['pointerdown', 'mousedown', 'touchstart']);
const pointerUps = new Set(['pointerup', 'mouseup', 'touchend']);

function stop(event: Event): void {
  event.stopImmediatePropagation();
  // Touch and pointer starts keep their defaults: cancelling them would cancel scrolling, and no click would follow.
  if (event.cancelable && !/^(?:pointer|touch)/u.test(event.type)) event.preventDefault();
}

/** Where the guard hears events: a window, or what stands in for one that was listened to before. */
export interface Listening {
  addEventListener(type: string, listener: (event: Event) => void, options: AddEventListenerOptions): void;
}

export class Guard {
  readonly memory = new Memory();
  readonly #questions: Questions;
  readonly #ports: GuardPorts;
  #gesture: Gesture | null = null;
  /** A key whose way down was held, or was ours; its way up, which works a control on some pages, is part of the same stroke. */
  #heldKey: string | null = null;
  /** What fields showed before they were worked; a held choice is taken back to it. */
  readonly #former = new WeakMap<HTMLSelectElement, boolean[]>();
  /** A field whose `input` was held; the `change` that belongs to it is held as well. */
  #heldField: HTMLSelectElement | null = null;
  /** Where the press began whose other events are still to come: libraries open and close boxes below the finger. */
  #pressed: Element | null = null;
  /** What was pressed is gone from below the hand, and the rest of the press falls on something that nobody meant. */
  #strays = false;
  /** Where the press began that an event is the rest of. */
  #restOf: Element | null = null;
  /** The control that what is under way was begun with, or went on with. */
  #begunBy: Element | null = null;
  #lastPassed: { control: Element; at: number } | null = null;
  /** The box behind what was pressed, and whether it was ticked then. */
  #drawn: { box: HTMLInputElement; was: boolean } | null = null;
  /** What was let through last, where it was not understood. */
  #unread: { control: Element; key: string } | null = null;

  /** A typed field whose storing was held: the page does not hear that it is left. */
  #kept: Element | null = null;
  /** The field that Escape was pressed in last. */
  #escaped: Element | null = null;
  /** Where ranges stood before they were worked, and what stood in fields before they were entered. */
  readonly #places = new WeakMap<Element, Place>();
  /** Whoever's row was pressed, and among whom they stood. */
  #taken: Dragged | null = null;

  constructor(ports: GuardPorts) {
    this.#ports = ports;
    this.#questions = new Questions(this.memory, () => ports.clock());
  }

  /** Starts to listen, before any listener of the page; ends with the signal. */
  listen(target: Listening, signal: AbortSignal): void {
    for (const type of guardedEvents) {
      // On the window, capturing, and added at document_start: nothing of the page's runs earlier.
      target.addEventListener(type, this.#onEvent, { capture: true, passive: false, signal });
    }
  }

  /** The row that a press began in, or that is dragged: the browser ends the press where a drag begins. */
  #dragged: PersonRow | null = null;

  readonly #onEvent = (event: Event): void => {
    try {
      this.#noteOwnKey(event);
      if (this.#ports.owns(event.target)) return;
      inOnePass(() => this.#handle(event));
    } catch (error) {
      // Never trap an admin: if our code fails, the click passes, and it is said.
      this.#gesture = null;
      this.#ports.failed(error);
    }
  };

  /** An answer of ours gives the focus back to the page, where the rest of the stroke would work what was asked about. */
  #noteOwnKey(event: Event): void {
    if (!isKeyboard(event) || !this.#ports.owns(event.target)) return;
    this.#heldKey = event.type === 'keydown' && /^(?:Enter| )$/u.test(event.key) ? event.key : null;
  }

  #handle(event: Event): void {
    if (event.type === 'blur' || event.type === 'focusout') return this.#handleLeaving(event);
    if (this.#continueGesture(event) || this.#continueStroke(event)) return;
    if ('button' in event && (event as MouseEvent).button !== 0 && event.type !== 'contextmenu') return;
    const target = targetOf(event);
    if (!target) return;
    const pressed = this.#pressed;
    const begins = this.#begins(event, target);
    // A drag is let go of elsewhere, but is down where it was pressed.
    if (/^(?:pointer|key)down$/u.test(event.type)) this.#strays = false;
    else if (event.type === 'mousedown' && event.isTrusted)
      this.#strays = pressed !== null && !contains(pressed, target) && !contains(target, pressed);
    else if (pointerUps.has(event.type)) this.#strays ||= pressed !== null && !isShown(pressed);
    this.#restOf = event.isTrusted && !isKeyboard(event) && event.type !== 'pointerdown' ? pressed : null;
    // A new act begins: what opens from now on was not opened by the one before.
    if (event.isTrusted && begins) {
      this.#learnOpener(target);
      this.memory.expectNoDialog();
    }
    this.#findFlow(target, begins);
    const found = this.#recognise(event, target, begins);
    if (found && found.acts.length > 0) this.#carry(event, found);
  }

  /** What was recognised is held or let go. */
  #carry(event: Event, found: Recognised): void {
    const { view, control, surface, stage, acts } = found;
    if (surface.kind !== 'row') this.#noteSelection(view);
    const people = found.whose
      ? [...found.whose.values()].flat()
      : acts.some(isAboutPeople)
        ? (found.people ?? targetsOf(control.element, surface, view.page, view.rows, this.memory, this.#ports.clock()))
        : [];
    const decided: Decided[] = [];
    let isTold = true;
    for (const act of acts) {
      const one = decide(found, act, found.whose?.get(act) ?? people, this.memory);
      if (one === 'starting') {
        if (this.#ports.starting(control.element)) this.#stop(event);
        return;
      }
      if (one === 'blind') this.#ports.blind(control.element);
      // A removal on a page that lists people, and nothing tells whom it means: it passes, and that is said.
      if (one === 'nobody' && act.kind === 'remove' && isFinal(event) && view.rows.length > 0)
        this.#ports.nobody(control.element);
      if (one === 'nobody') isTold = false;
      if (typeof one !== 'string') decided.push(one);
    }
    // Whom it is about may be told only later, by what sends it.
    if (isTold && isFinal(event) && !decided.some(({ attempt }) => attempt.impact.held))
      this.memory.settle(placeOf(control.element, surface, view).place, people);
    if (decided.length === 0) {
      // Where no word is known, the next step of something harmless says nothing of itself.
      if (stage === 'confirm' && people.length > 0 && !isLanguageKnown(view.page)) this.#pass(found, people, event);
      if (event.type === 'click') this.#ports.worked(control.element, control.label, view);
      return;
    }
    const [held, ...more] = decided.filter(({ attempt, lifted }) => attempt.impact.held && !lifted);
    if (held && !(stage === 'start' && this.#dialogFollows(control, view, event))) {
      this.#hold(event, together([held, ...more], view));
      return;
    }
    this.#pass(found, people, event);
    if (held || !isFinal(event)) return;
    if (event.type === 'click') this.#ports.worked(control.element, control.label, view);
    for (const { attempt, lifted } of decided) {
      if (lifted) this.#ports.passedLifted(attempt);
      else if (attempt.impact.unknown.length > 0) this.#ports.notKnown(attempt);
    }
  }

  /** A field is left: some pages store now what was typed in it. Where that is held, the page does not hear of it. */
  #handleLeaving(event: Event): void {
    const target = targetOf(event);
    if (!target || !isTyped(target)) return;
    this.#restOf = null;
    if (this.#kept === target) return event.stopImmediatePropagation();
    // Escape takes back what was typed, and many pages leave the field with it.
    if (event.type !== 'blur' || this.#escaped === target) return;
    const view = this.#ports.view();
    const found = view && this.#typed(view, target, 'change', true);
    if (found) this.#carry(event, found);
  }

  /** What was typed in a field, where Enter or leaving it stores that. */
  #typed(view: View, element: Element, input: Input, isLeft: boolean): Recognised | null {
    const acts = typedActs(element, isLeft, view, this.memory);
    const surface = surfaceOf(element, view.rowElements, view.page.content);
    return acts.length > 0 ? { view, control: { element, label: '' }, surface, stage: 'start', input, acts } : null;
  }

  /** Somebody who was pressed is let go of among others. */
  #recogniseMove(event: Event, target: Element): Recognised | null {
    const view = /^(?:pointerdown|pointerup|mouseup|drop)$/u.test(event.type) ? this.#ports.view() : null;
    if (!view) return null;
    if (event.type === 'pointerdown') {
      const taken = take(target, view);
      if (taken || this.#taken?.isHeld !== true) this.#taken = taken;
      return null;
    }
    const dragged = this.#taken;
    if (!dragged) return null;
    const { clientX, clientY } = event as MouseEvent;
    const acts = dropActs(dragged, target.ownerDocument.elementsFromPoint(clientX, clientY));
    if (acts.length === 0) {
      dragged.isHeld = false;
      return null;
    }
    return {
      view,
      control: { element: dragged.row, label: '' },
      surface: { kind: 'row', element: dragged.row },
      stage: 'start',
      input: event.isTrusted ? 'pointer' : 'script',
      acts,
      people: this.#draggedWith(dragged.person, view),
    };
  }

  /**
   * Whether something new is worked by an event. The mouse events that follow a press are the same act, wherever the
   * page has put something else in their way meanwhile.
   */
  #begins(event: Event, target: Element): boolean {
    if (event.type === 'keydown' || event.type === 'pointercancel') this.#pressed = null;
    if (event.type === 'keydown' || event.type === 'contextmenu') return true;
    if (event.type === 'pointerdown') this.#pressed = target;
    else if (event.type !== 'mousedown' && event.type !== 'click') return false;
    else if (event.isTrusted && this.#pressed !== null) {
      const same = this.#pressed === target;
      if (event.type === 'click') this.#pressed = null;
      return same;
    }
    return true;
  }

  /**
   * Whether what is worked has to do with what was begun before. It has not in somebody else's row, nor where it was there
   * before and begins an act by itself, nor in what has opened since the admin turned to somebody else.
   */
  #findFlow(target: Element, begins: boolean): void {
    this.memory.workElsewhere(false);
    const now = this.#ports.clock();
    const view = this.memory.flow(now) && this.#ports.view();
    if (!view) return;
    const control = controlAt(target)?.element ?? target;
    const surface = surfaceOf(control, view.rowElements, view.page.content);
    const row = surface.kind === 'row' && listsPeople(view) ? this.#rowOf(surface.element, view) : null;
    const stood = ({ aside }: Flow): boolean =>
      aside !== null && (aside.has(control) || findAll(control, '*').some((inner) => aside.has(inner)));
    if (begins) this.memory.takeUpEarlier((earlier) => (row ? isAbout(earlier, row.person) : stood(earlier)));
    const flow = this.memory.flow(now);
    if (!flow) return;
    if (row) return this.memory.workElsewhere(!isAbout(flow, row.person));
    const name = nameOf(control);
    const begun =
      saysRemove(name) || closesWorkspace({ element: control, label: name }, view) || says('generate', name);
    const starts = begun || (!isLanguageKnown(view.page) && looksDestructive(control) !== null);
    if (starts && flow.there.get(control) === name) return this.memory.workElsewhere(true);
    if (!flow.aside) return;
    this.memory.workElsewhere(!stood(flow));
    // Gone on with: what it opens next is its own again.
    if (stood(flow) && begins && !flow.there.has(control)) flow.aside = null;
  }

  /** A sign that nobody could read, and a list is worked that was not there before: the sign opens lists. */
  #learnOpener(target: Element): void {
    const sign = this.#unread;
    this.#unread = null;
    const view = sign && isShown(sign.control) ? this.#ports.view() : null;
    if (sign && view && !isInReport(target) && surfaceOf(target, view.rowElements, view.page.content).kind === 'menu')
      this.memory.noteOpens(sign.key);
  }

  #rowOf(element: Element, view: View): PersonRow | null {
    return view.rows.find((row) => row.element === element) ?? null;
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

  #recognise(event: Event, target: Element, begins: boolean): Recognised | null {
    if (event.type === 'change' || event.type === 'input') return this.#recogniseChange(event, target);
    if (isSelect(target))
      this.#former.set(
        target,
        [...target.options].map((option) => option.selected),
      );
    const place = placeIn(target);
    if (place) this.#places.set(target, place);
    if (place && /down$/u.test(event.type)) this.#kept = null;
    if (event.type === 'focusin') this.#noteField(target);
    if (/^(?:focusin|keyup|dblclick)$/u.test(event.type)) return null;
    const dropped = this.#recogniseDrop(event, target) ?? this.#recogniseMove(event, target);
    if (dropped || event.type === 'dragstart' || event.type === 'drop') return dropped;
    if (isKeyboard(event)) return this.#recogniseKey(event, target);
    if (event.type === 'submit') return this.#recogniseSubmit(event as SubmitEvent, target);
    const view = this.#ports.view();
    if (!view) return null;
    this.#questions.noteFocus(target, view, event);
    this.#note(target, view, event, begins);
    if (event.type === 'contextmenu') return null;
    const input = event.isTrusted ? 'pointer' : 'script';
    // A box of the browser's own has no label in it, and is worked by its click alone.
    if (isInput(target) && matches(target, '[type=checkbox],[type=radio]'))
      return event.type === 'click' ? this.#judgeChoice(view, { element: target, label: '' }, input) : null;
    const box = boxBehind(target);
    const turned = box && this.#judgeChoice(view, this.#behind(box, event), input);
    if (turned) return turned;
    const slider = event.type === 'pointerdown' ? nearest(target, isScale) : null;
    const moved = slider && !isInput(slider) ? this.#moved(view, slider, input) : null;
    if (moved) return moved;
    const control = this.#entryAt(target, view) ?? controlAt(target) ?? signAt(target, view);
    if (!control) return null;
    const judged = this.#judge(view, control, input, begins, begins || event.type === 'click');
    if (!judged && event.type === 'click') {
      this.#ports.worked(control.element, control.label, view);
      if (event.isTrusted && begins) this.#leaveFlow(control, view);
    }
    return judged;
  }

  /** A box behind its drawing, as it was before the page could turn it. */
  #behind(box: HTMLInputElement, event: Event): Control {
    if (event.type === 'pointerdown' || !event.isTrusted || this.#drawn?.box !== box)
      this.#drawn = { box, was: box.checked };
    return { element: box, label: '', was: this.#drawn.was };
  }

  /** A removal that stands in the first line of an entry, wherever in the entry it is pressed. */
  #entryAt(target: Element, view: View): Control | null {
    const surface = surfaceOf(target, view.rowElements, view.page.content);
    const entry = surface.kind === 'menu' ? entryAround(target, surface.element) : null;
    return entry && saysRemove(entry.label) ? entry : null;
  }

  /** What is written in a field is compared with what stood there when it was entered. */
  #noteField(target: Element): void {
    if (!isTyped(target)) return;
    this.#kept = this.#escaped = null;
    if (isInput(target)) this.#places.set(target, { raw: target.value, called: target.value });
    const view = this.#ports.view();
    const surface = view && surfaceOf(target, view.rowElements, view.page.content);
    if (view && surface?.kind === 'row') noteSettingsAt(placeOf(target, surface, view), view, this.memory, true);
  }

  #recogniseKey(event: KeyboardEvent, target: Element): Recognised | null {
    const view = this.#ports.view();
    if (!view) return null;
    if (event.key === 'Escape') this.memory.noteEscape(this.#ports.clock());
    this.#escaped = event.key === 'Escape' ? target : null;
    this.#questions.noteFocus(target, view, event);
    this.#note(target, view, event, true);
    const isDeletion = !isEditable(target) && (deletes(event) || keyRemoves(event, view.page.document));
    if (isDeletion || deletes(event))
      return isDeletion ? (this.#deletion(target, view) ?? this.#takenOut(target, view)) : null;
    if (/^(?:Arrow|Home$|End$|Page)/u.test(event.key) && !isInput(target)) return this.#moved(view, target, 'keyboard');
    if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const surface = surfaceOf(target, view.rowElements, view.page.content);
      const acts = letterActs(target, surface, view);
      return acts.length > 0
        ? { view, control: { element: target, label: '' }, surface, stage: 'start', input: 'keyboard', acts }
        : null;
    }
    // Where nothing was typed, Enter takes what is marked beside the field.
    const isWritten = !isInput(target) || this.#places.get(target)?.raw !== target.value;
    const typed = event.key === 'Enter' && isWritten ? this.#typed(view, target, 'keyboard', false) : null;
    if (typed) return typed;
    if (event.key !== 'Enter' && event.key !== ' ') return null;
    const marked = markedBeside(target);
    if (marked && marked.element !== target && event.key === 'Enter') {
      const judged = this.#judge(view, marked, 'keyboard');
      if (judged) return judged;
    }
    const dialog = surfaceOf(target, view.rowElements, view.page.content);
    if (isEditable(target) || (dialog.kind === 'dialog' && dialog.element === target)) {
      // Enter in a field, or on the dialog itself, works the dialog's own button.
      if (event.key === ' ' || dialog.kind !== 'dialog') return null;
      // Where Enter begins a line, Control or Command sends.
      if ((matches(target, 'textarea') || isTypedInto(target)) && !event.ctrlKey && !event.metaKey) return null;
      const control = this.#questions.defaultOf(dialog.element, view);
      return control ? this.#judge(view, control, 'keyboard') : null;
    }
    if (isInput(target) && matches(target, '[type=checkbox],[type=radio]')) return null;
    const control = controlAtKey(target);
    const judged = control && this.#judge(view, control, 'keyboard');
    // Pages that act on the key need not let a click follow.
    if (control && !judged && event.isTrusted) this.#leaveFlow(control, view);
    return judged;
  }

  /** The key that removes, on a row that has the focus, or is marked as current, or on the rows that are selected. */
  #deletion(target: Element, view: View): Recognised | null {
    this.memory.noteSelection(view.rows);
    const current = markedBeside(target)?.element ?? target;
    const row = nearest(current, (element) => view.rowElements.has(element));
    const isSelection = this.memory.selected.length > 0 && !nearest(target, (element) => tag(element) === 'dialog');
    if (!row && !isSelection) return this.#deletedLine(target, view);
    // A key of the page's own acts on whatever it has marked, wherever the focus is.
    const own = row && this.#rowOf(row, view)?.person;
    const people = [...(own ? [own] : []), ...(isSelection ? this.memory.selected : [])];
    return {
      people: people.filter((person, at) => people.findIndex((other) => samePerson(other, person)) === at),
      view,
      control: { element: target, label: '' },
      surface: row ? { kind: 'row', element: row } : { kind: 'page', element: view.page.content },
      stage: 'start',
      input: 'keyboard',
      acts: [wholeRemoval],
    };
  }

  /** The key that removes, on what is chosen in a field and says that it can be taken out. */
  #takenOut(target: Element, view: View): Recognised | null {
    const control = /^(?:option|listitem|gridcell|row)$/u.test(role(target) ?? '') ? controlAtKey(target) : null;
    return control && saysRemove(control.label) ? this.#judge(view, control, 'keyboard') : null;
  }

  /** The same key on a workspace of somebody's: a tag with a cross on their page, or in a panel that acts at once. */
  #deletedLine(target: Element, view: View): Recognised | null {
    const surface = surfaceOf(target, view.rowElements, view.page.content);
    const isTheirs = surface.kind === 'dialog' ? !sendsLater(surface.element, target) : !listsPeople(view);
    const text = nameOf(target);
    const named = isTheirs && text.length <= 60 ? knownWorkspaceIn(text, view.page.known) : null;
    const id = named === null ? null : view.workspaceIdOf(named);
    if (id === null) return null;
    const control = { element: target, label: '' };
    const acts: Act[] = [{ kind: 'remove', workspaces: [id], everywhere: false }];
    return { view, control, surface, stage: 'start', input: 'keyboard', acts };
  }

  /** A choice in a field of the browser's own: a role, a licence, "Actions: Remove". */
  #recogniseChange(event: Event, target: Element): Recognised | null {
    if (event.type === 'change') this.#noteChange(target);
    if (isInput(target) && isScale(target)) {
      if (this.#kept === target) stop(event);
      const view = this.#kept === target ? null : this.#ports.view();
      return view && this.#moved(view, target, 'change');
    }
    if (event.type === 'change' && isTyped(target)) {
      if (this.#kept === target) stop(event);
      const view = this.#kept === target ? null : this.#ports.view();
      return view && this.#typed(view, target, 'change', true);
    }
    if (!isSelect(target)) return this.#componentChanged(target);
    const wasHeld = this.#heldField === target;
    this.#heldField = null;
    if (wasHeld && event.type === 'change') {
      stop(event);
      return null;
    }
    const label = tidy(target.selectedOptions[0]?.text ?? '');
    const view = this.#ports.view();
    if (!view) return null;
    const surface = surfaceOf(target, view.rowElements, view.page.content);
    const was = this.#former.get(target);
    const former = was
      ? [...target.options].filter((_, at) => was[at]).map((option) => tidy(option.text))
      : defaultsOf(target).map((option) => tidy(option.text));
    const known = selectActs(target, former, surface, view, this.memory);
    const acts = known.length > 0 ? known : foreignSelect(target, former, view);
    // Assistive technology and scripts set a field that nobody was seen to touch.
    if (acts.length === 0 && !was) noteFormer(target, former, placeOf(target, surface, view), view, this.memory);
    return { view, control: { element: target, label }, surface, stage: 'start', input: 'change', acts };
  }

  /** An element of the page's own says that it was changed. */
  #componentChanged(target: Element): Recognised | null {
    const view = tag(target).includes('-') ? this.#ports.view() : null;
    if (!view) return null;
    const surface = surfaceOf(target, view.rowElements, view.page.content);
    const acts = componentActs(target, surface, view, this.memory);
    return acts.length > 0
      ? { view, control: { element: target, label: '' }, surface, stage: 'start', input: 'change', acts }
      : null;
  }

  /** Somebody's row is let go of over a bin. */
  #recogniseDrop(event: Event, target: Element): Recognised | null {
    const begins = /^(?:pointerdown|mousedown|touchstart|dragstart)$/u.test(event.type);
    if (!begins && event.type !== 'drop' && !pointerUps.has(event.type)) return null;
    const row = this.#dragged;
    const view = begins || row ? this.#ports.view() : null;
    if (begins) this.#dragged = view && listsPeople(view) ? rowPressed(target, view) : null;
    const bin = !begins && row && view ? binBelow(event, row, view) : null;
    if (!bin || !row || !view) return null;
    return {
      view,
      control: { element: bin, label: nameOf(bin) },
      surface: { kind: 'page', element: view.page.content },
      stage: 'start',
      input: event.isTrusted ? 'pointer' : 'script',
      acts: [wholeRemoval],
      people: this.#draggedWith(row.person, view),
    };
  }

  /** With somebody who is selected go all who are. */
  #draggedWith(person: PersonReading, view: View): PersonReading[] {
    this.#noteSelection(view);
    const { selected } = this.memory;
    return selected.some((other) => samePerson(other, person)) ? selected : [person];
  }

  /** A slider is moved. */
  #moved(view: View, element: Element, input: Input): Recognised | null {
    const acts = scaleActs(element, this.#places.get(element) ?? null, view);
    const surface = surfaceOf(element, view.rowElements, view.page.content);
    return acts.length > 0 ? { view, control: { element, label: '' }, surface, stage: 'start', input, acts } : null;
  }

  #recogniseSubmit(event: SubmitEvent, target: Element): Recognised | null {
    const view = this.#ports.view();
    if (!view) return null;
    const submitter = event.submitter;
    const control = submitter
      ? { element: submitter, label: nameOf(submitter) }
      : this.#questions.defaultOf(target, view);
    return control ? this.#judge(view, control, 'submit') : null;
  }

  /**
   * What working this control does, or may do.
   *
   * @param begins whether the act begins here: the rest of a press may fall on what the page put below it meanwhile
   * @param works whether the control is pressed or clicked, and not merely let go of
   */
  #judge(view: View, control: Control, input: Input, begins = true, works = true): Recognised | null {
    const { label, element } = control;
    // Disabled controls do nothing; a hold over them would be a false alarm.
    if (matches(element, ':disabled') || attr(element, 'aria-disabled') === 'true') return null;
    if (isInReport(element) && !saysRemove(label) && !says('save', label) && !says('proceed', label)) return null;
    const surface = this.#questions.surface(control, view);
    // Before anything is asked of it: what a control does may be told by somebody's being selected.
    if (surface.kind !== 'row' && listsPeople(view)) this.#noteSelection(view);
    if (surface.kind === 'dialog') {
      if (saysCancel(label) && !saysRemove(label)) {
        if (works) this.memory.leave();
        return null;
      }
      if (isChoice(element)) return this.#judgeChoice(view, control, input);
      if (onlyOpensOrChooses(element) || (label === '' && !matches(element, '[type=submit]'))) return null;
      const question = foreignQuestion(control, surface, view);
      if (question && !saysRemove(label) && isForeignWayOut(control, question, this.#questions.focusIn(question))) {
        if (works) this.memory.leave();
        return null;
      }
      const told = confirmActs(control, surface.element, view, this.memory, this.#ports.clock());
      const acts = told.length > 0 ? told : this.#otherActs(control, surface, view);
      if (acts.length > 0) return { view, control, surface, stage: 'confirm', input, acts };
      return this.#judgeRows(view, control, input, 'confirm');
    }
    // What only unfolds sends nothing; a question below it is one of its own.
    if (tag(element) === 'summary') {
      if (begins && (saysRemove(label) || closesWorkspace(control, view))) this.#unfold(view, control, surface);
      return null;
    }
    const acts = startActs(control, surface, view, this.memory);
    if (acts.length > 0) {
      // What is meant may be told only by what asks beside the list, and not by the list.
      const isNobodys = surface.kind === 'page' && listsPeople(view) && acts.every(isAboutPeople);
      const isTold = !isNobodys || this.#isMeant(control, surface, view);
      const asked = isTold ? null : this.#judgeBeside(view, control, input);
      return asked ?? { view, control, surface, stage: 'start', input, acts };
    }
    const ofRows = this.#judgeRows(view, control, input, 'start');
    if (ofRows) return ofRows;
    const beside = surface.kind === 'page' && listsPeople(view) ? this.#judgeBeside(view, control, input) : null;
    if (beside) return beside;
    const sends = surface.kind === 'page' && (says('save', label) || says('proceed', label) || input === 'submit');
    const moved = sends && listsPeople(view) ? this.memory.moves.moved(view.rows) : [];
    if (moved.length > 0) return { view, control, surface, stage: 'start', input, acts: [wholeRemoval], people: moved };

    const list = surface.kind === 'row' && listsPeople(view) ? listUnfolded(element, surface.element) : null;
    if (list) {
      const chosen = choiceActs(control, { kind: 'menu', element: list }, view, this.memory);
      if (chosen.length > 0) return { view, control, surface, stage: 'start', input, acts: chosen };
    }
    const choice = surface.kind === 'menu' || isChoice(element) ? this.#judgeChoice(view, control, input) : null;
    if (choice || (isChoice(element) && surface.kind !== 'menu')) return choice;
    const foreign = this.#otherActs(control, surface, view);
    return foreign.length > 0 ? { view, control, surface, stage: 'start', input, acts: foreign } : null;
  }

  /** What was set in several rows and is sent by one control. */
  #judgeRows(view: View, control: Control, input: Input, stage: Recognised['stage']): Recognised | null {
    if (!sendsRows(control.element, view, false)) return null;
    const whose = actsOfRows(view, this.memory);
    const surface: Surface = { kind: 'page', element: view.page.content };
    return whose.size > 0 ? { view, control, surface, stage, input, acts: [...whose.keys()], whose } : null;
  }

  /** What a control looks like it does where no word tells, and only where somebody, or a workspace, is meant. */
  #otherActs(control: Control, surface: Surface, view: View): Act[] {
    const foreign = foreignActs(control, surface, view, this.memory, this.#questions.focusIn(surface.element));
    const acts = foreign.length > 0 ? foreign : doubtfulActs(control, surface, view, this.memory);
    if (acts.length > 0 && !acts.some(isAboutPeople)) return acts;
    return acts.length > 0 && this.#isMeant(control, surface, view) ? acts : [];
  }

  /** What sends the settings of a box with a way out that stands beside a list, about somebody of that list. */
  #judgeBeside(view: View, control: Control, input: Input): Recognised | null {
    const box = onlyOpensOrChooses(control.element) ? null : this.#questions.boxBeside(control.element, view);
    if (!box || saysCancel(control.label)) return null;
    const surface: Surface = { kind: 'dialog', element: box };
    if (foreignQuestion(control, surface, view) && isForeignWayOut(control, box, this.#questions.focusIn(box)))
      return null;
    const acts = changedActs(noteSettingsAt(placeOf(control.element, surface, view), view, this.memory, true));
    return acts.length > 0 && this.#isMeant(control, surface, view)
      ? { view, control, surface, stage: 'confirm', input, acts }
      : null;
  }

  /** Whether anything tells whom a control is about. */
  #isMeant({ element }: Control, surface: Surface, view: View): boolean {
    return targetsOf(element, surface, view.page, view.rows, this.memory, this.#ports.clock()).length > 0;
  }

  /** A removal that begins with something to unfold: whom it is about is known from here on. */
  #unfold(view: View, control: Control, surface: Surface): void {
    const at = this.#ports.clock();
    const people = targetsOf(control.element, surface, view.page, view.rows, this.memory, at);
    const acts = startActs(control, surface, view, this.memory);
    if (people.length > 0 || (acts.length > 0 && !acts.some(isAboutPeople)))
      this.memory.begin(people, acts, at, standing(view));
  }

  /** A tick, switch, radio or entry of a list: an act where nothing sends it later. */
  #judgeChoice(view: View, control: Control, input: Input): Recognised | null {
    const plain = surfaceOf(control.element, view.rowElements, view.page.content);
    // What asks beside a list has a control of its own that sends what is set in it.
    const box = plain.kind === 'page' && listsPeople(view) ? this.#questions.boxBeside(control.element, view) : null;
    const surface: Surface = box ? { kind: 'dialog', element: box } : plain;
    const told = choiceActs(control, surface, view, this.memory);
    const acts = told.length > 0 ? told : foreignChoice(control.element, surface, view);
    return acts.length > 0 ? { view, control, surface, stage: 'start', input, acts } : null;
  }

  /** A control outside of any question was worked: what was begun before is not gone on with. */
  #leaveFlow(control: Control, view: View): void {
    const flow = this.memory.flow(this.#ports.clock());
    if (!flow || onlyOpensOrChooses(control.element)) return;
    const lists = listsPeople(view) || (view.aboutWorkspaces && !flow.acts.some(isAboutPeople));
    // The steps of something that has pages to itself hold more than questions.
    const { content } = view.page;
    const within =
      contains(content, control.element) && !nearest(control.element, (up) => matches(up, 'nav,[role=navigation]'));
    if (!lists && within && !saysCancel(control.label)) return;
    const { kind } = this.#questions.surface(control, view);
    if (kind === 'page' || kind === 'row') this.memory.end();
  }

  #dialogFollows(control: Control, view: View, event: Event): boolean {
    // What a row says of itself, or a name in it that is cut short, tells nothing of what Delete does to it.
    const isDeletion = isKeyboard(event) && deletes(event);
    const promised = !isDeletion && promisesDialog(control.element, control.label);
    return promised || this.memory.opensDialog(this.#openerKey(control, view));
  }

  #stop(event: Event): void {
    const field = targetOf(event);
    if (field && isInput(field) && (isTyped(field) || isScale(field))) {
      this.#kept = field;
      // As with a list: what the event has changed already gets its former value back.
      const was = /^(?:input|change)$/u.test(event.type) ? this.#places.get(field) : undefined;
      if (was) field.value = was.raw;
    } else if (field && isTyped(field)) this.#kept = field;
    if (field !== null && isSelect(field) && (event.type === 'input' || event.type === 'change')) {
      // The one value of the page's that is ever set: what the event had already changed (surface.md).
      const was = this.#former.get(field);
      const options = [...field.options];
      if (field.multiple) options.forEach((option, at) => (option.selected = was?.[at] ?? option.defaultSelected));
      else field.selectedIndex = was ? was.indexOf(true) : options.indexOf(defaultsOf(field)[0]!);
      if (event.type === 'input') this.#heldField = field;
    }
    if (event.type === 'keydown') this.#heldKey = (event as KeyboardEvent).key;
    stop(event);
  }

  /** Controls of one label do one thing in a row's menu and another in the toolbar; each needs its own evidence. */
  #openerKey(control: Control, view: View): string {
    const { kind } = surfaceOf(control.element, view.rowElements, view.page.content);
    const called = control.label === '' ? drawingOf(control.element) : control.label.toLowerCase();
    return `${view.page.route.key} ${kind} ${called}`;
  }

  #hold(event: Event, attempt: Attempt): void {
    this.#stop(event);
    if (this.#taken?.row === attempt.control) this.#taken.isHeld = true;
    if (this.#ports.warningOpen() || (this.#strays && event.isTrusted)) return;
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
    // The warning takes the focus, which the page hears.
    if (!this.#ports.warningOpen()) outsideOfPass(() => this.#ports.held(attempt));
  }

  #pass({ control, view, stage, acts }: Recognised, people: PersonReading[], event: Event): void {
    const at = this.#ports.clock();
    // The rest of a press is the same act, wherever it falls, and its question may be open by now.
    const begins = /^(?:pointerdown|keydown|input|change)$/u.test(event.type) || !event.isTrusted;
    const isSame = !/^(?:pointerdown|keydown)$/u.test(event.type) && this.#begunBy === control.element;
    const goesOn = stage === 'confirm' || !begins || isSame;
    const isStray =
      this.#restOf !== null && !contains(control.element, this.#restOf) && !contains(this.#restOf, control.element);
    // The rest of a press answers nothing that stood there for somebody else.
    if (isStray && stage === 'start') this.memory.mayBegin(people, acts, at, () => standing(view));
    else if (!isStray) this.memory.begin(people, acts, at, goesOn ? undefined : standing(view));
    this.#begunBy = control.element;
    const key = this.#openerKey(control, view);
    if (stage === 'start' && isFinal(event)) this.memory.expectDialog(key, at);
    const isUnread = stage === 'start' && acts.every((act) => act.kind === 'remove' && act.doubtful === true);
    if (isUnread) this.#unread = { control: control.element, key };
    this.#lastPassed = { control: control.element, at };
  }

  /** When a control was last let through, for telling what the page did because of it. */
  get lastPassed(): { control: Element; at: number } | null {
    return this.#lastPassed;
  }

  /** Whose row, which key and which control an event is about; and what a surface has set before it is worked. */
  #note(target: Element, view: View, event: Event, begins: boolean): void {
    // A letter, End or an arrow chooses as well, in whatever is there to choose from.
    const works = !isKeyboard(event) || /^(?:Enter| |ArrowDown|ArrowUp|ContextMenu|F10)$/u.test(event.key);
    // Pages give keys of their own to the row that has the focus.
    const isOfRow = (): boolean =>
      isKeyboard(event) &&
      event.key.length === 1 &&
      !isEditable(target) &&
      nearest(target, (up) => view.rowElements.has(up)) !== null;
    if (!works && !choosesByKey(target) && !isTypedSetting(target) && !isOfRow()) return;
    const element = nearest(target, (candidate) => view.rowElements.has(candidate));
    const row = element ? view.rows.find((candidate) => candidate.element === element) : this.#rowBeside(target, view);
    const lists = listsPeople(view);
    if (begins && lists) this.memory.moves.note(view.rows);
    // A list may unfold inside its row, or inside its own field: what opened it is not what is chosen in it.
    const inMenu = row !== null && surfaceOf(target, view.rowElements, view.page.content).kind === 'menu';
    const control = row && !inMenu ? nearest(target, isInteractive, row.element) : null;
    // Ticking a row selects it; a menu that opens next is the toolbar's, and acts on all that are ticked.
    if (row && begins && !matches(target, 'input[type=checkbox],[role=checkbox]')) {
      this.memory.touchRow(row, this.#ports.clock(), control);
      if (lists) this.memory.turnFrom(row.person, () => standing(view));
    }
    if (row && begins && !inMenu) this.memory.noteOpener(control ?? target, event.type !== 'contextmenu');
    // The right button opens a menu wherever it is pressed, of a key or a workspace as well.
    if (
      event.type === 'contextmenu' &&
      !row &&
      surfaceOf(target, view.rowElements, view.page.content).kind === 'page'
    ) {
      this.memory.noteOpener(target, false);
      this.memory.touchKey(keyRowAt(target, view.keys));
    }
    if (!/^(?:pointerdown|mousedown|click|keydown)$/u.test(event.type)) return;
    if (row && lists) {
      noteSettingsAt({ box: row.element, place: row.element }, view, this.memory, true);
      return;
    }
    const key = keyRowAt(target, view.keys);
    if (key && begins) this.memory.touchKey(key);
    const surface = this.#questions.bubble(surfaceOf(target, view.rowElements, view.page.content), target, view);
    if (surface.kind === 'menu') {
      // A list that stands in a dialog, or in the page, is one of its fields.
      const around = shownIn(surface.element);
      const outer = around && surfaceOf(around, view.rowElements, view.page.content);
      if (outer?.kind === 'dialog' || (outer?.kind === 'page' && contains(view.page.content, around))) {
        const box = outer.kind === 'page' && lists ? this.#questions.boxBeside(surface.element, view) : null;
        this.#noteSettings(around!, box ? { kind: 'dialog', element: box } : outer, view);
      }
      return;
    }
    if (!row && begins) {
      const opener = nearest(target, isInteractive, view.page.content) ?? target;
      this.memory.noteOpener(opener, event.type !== 'contextmenu');
      if (surface.kind === 'page') this.memory.noteOrigin(opener);
      if (isInteractive(opener) && onlyOpensOrChooses(opener)) this.memory.turnFrom(opener, () => standing(view));
    }
    // Who has a page alone may stand in a row that is most of the page.
    if (surface.kind === 'row' && lists) return;
    // Something that asks may stand in the page itself, beside the list that it was begun in.
    const box = surface.kind === 'page' && lists ? this.#questions.boxBeside(target, view) : null;
    if (box) return this.#noteSettings(target, { kind: 'dialog', element: box }, view);
    if (surface.kind === 'dialog') return this.#noteSettings(target, surface, view);
    if (begins && !row) {
      // Working something of the page itself closes a row's menu; what opens next is not that row's.
      this.memory.leaveRow();
      if (lists || !contains(view.page.content, target)) this.memory.leadElsewhere();
    }
    if (begins && !key && view.keys.length > 0) this.memory.touchKey(null);
    this.#noteSettings(target, surface, view);
  }

  /** Takes over what the dialog or page around a control has set. */
  #noteSettings(control: Element, surface: Surface, view: View): void {
    const isSettings =
      view.keys.length === 0 &&
      (!view.aboutWorkspaces || listsWorkspaces(view)) &&
      (!listsPeople(view) || this.memory.selected.length > 0);
    if (surface.kind === 'dialog' || isSettings)
      noteSettingsAt(placeOf(control, surface, view), view, this.memory, true);
  }

  /** The row that an opener outside of all rows belongs to; looked for only on pages whose rows hold no controls. */
  #rowBeside(target: Element, view: View): PersonRow | null {
    const opener = nearest(target, isInteractive, view.page.content);
    return opener && surfaceOf(opener, view.rowElements, view.page.content).kind === 'page'
      ? rowBeside(opener, view.rows)
      : null;
  }

  /** Boxes that the page draws itself change without an event of their own: what is selected is looked at when it counts. */
  readonly #noteSelection = oncePerPass((view: View) => this.memory.noteSelection(view.rows));

  #noteChange(target: Element): void {
    // Boxes change before their event: what is ticked is read when it counts, and selections are taken over now.
    const view = this.#ports.view();
    if (!view) return;
    this.memory.noteSelection(view.rows);
    const row = listsPeople(view) && nearest(target, (up) => view.rowElements.has(up));
    if (row && this.memory.isNoted(row)) noteSettingsAt({ box: row, place: row }, view, this.memory, true);
  }
}

function deletes({ key }: KeyboardEvent): boolean {
  return key === 'Delete' || key === 'Backspace';
}

/** What can be worked outside of all rows, and how it is called. */
function standing(view: View): Standing {
  const rows = listedOn(view);
  const found = new Map<Element, string>();
  walk(view.page.document.body, (node) => {
    if (!isElement(node)) return;
    if (rows.has(node)) return false;
    const isWorked = isInteractive(node) || matches(node, 'input,select,textarea') || childrenOf(node).length === 0;
    if (isWorked && isShown(node)) found.set(node, nameOf(node));
    return;
  });
  return found;
}

/** What a field is rendered with: the options marked so, else the first of a field that shows one. */
function defaultsOf(field: HTMLSelectElement): HTMLOptionElement[] {
  const options = [...field.options];
  const marked = options.filter((option) => option.defaultSelected);
  return marked.length > 0 || field.multiple ? marked : options.slice(0, 1);
}

/** The events at which a control has been worked, not merely touched. */
function isFinal(event: Event): boolean {
  return (
    event.type === 'click' ||
    event.type === 'submit' ||
    event.type === 'keydown' ||
    event.type === 'change' ||
    event.type === 'blur' ||
    event.type === 'drop'
  );
}

function isTypedInto(element: Element): boolean {
  return (element as HTMLElement).isContentEditable === true;
}

function isEditable(element: Element): boolean {
  if (isTypedInto(element)) return true;
  return matches(
    element,
    'textarea,input:not([type=button]):not([type=submit]):not([type=image]):not([type=reset]):not([type=checkbox]):not([type=radio])',
  );
}

/** Ticks, switches, radios and entries of lists. */
function isChoice(element: Element): boolean {
  return matches(element, `${choosable},[role=option],[role=menuitemradio],button[aria-pressed]`);
}
