/**
 * What a control looks like it does, where its words are in no language that is known: icons, tone, colour, and its place
 * in a question. Beliefs of 2026-11: libraries mark what destroys by a tone in an attribute (Shoelace `variant`, Polaris
 * and shadcn `data-variant`, Naive and Element `type`), draw it red, and put it at the end of a menu; a question has one
 * way on and one way out, and the way out comes first or has the focus.
 */
import { iconWords, nameOf, pieces, textOf } from './text.ts';
import { attr, childrenOf, contains, findAll, isShown, matches, nearest, parentOf } from './tree.ts';
import { plain } from './words.ts';

type Look = 'icon' | 'tone' | 'colour';

const destroys =
  /\b(?:trash|delete|remove|bin|dustbin|wastebasket|user ?(?:minus|x|slash|times)|person ?remove|minus ?circle|unlink)\b/u;
const tones = /^(?:danger|dangerous|destructive|negative|critical|error|destroy|delete|remove)$/u;
const toneAttributes = [
  'variant',
  'color',
  'colour',
  'tone',
  'intent',
  'appearance',
  'theme',
  'kind',
  'type',
  'status',
  'severity',
  'level',
  'data-variant',
  'data-color',
  'data-tone',
  'data-intent',
  'data-appearance',
  'data-kind',
  'data-severity',
  'data-status',
  'data-danger',
  'data-destructive',
];

function hasTone(control: Element): boolean {
  return toneAttributes.some((name) => {
    const value = attr(control, name);
    if (value === null) return false;
    return tones.test(value.toLowerCase()) || (/^data-(?:danger|destructive)$/u.test(name) && value !== 'false');
  });
}

function channels(colour: string): [number, number, number, number] {
  const [r = 0, g = 0, b = 0, alpha = 1] = (/\(([^)]*)\)/u.exec(colour)?.[1] ?? '').split(/[\s,/]+/u).map(Number);
  return [r, g, b, alpha];
}

/** Red enough that nobody draws an ordinary control in it: strong, and nearer to red than to orange or pink. */
export function isRed(colour: string): boolean {
  const [r, g, b, alpha] = channels(colour);
  return alpha > 0.5 && r >= 140 && r - Math.max(g, b) >= 80 && Math.abs(g - b) <= 90;
}

function isDrawnRed(control: Element): boolean {
  const { color, backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(control);
  // A link is red by itself as long as it is pressed, and so is what stands in it.
  const pressedRed = 'rgb(255, 0, 0)';
  const isPressed = color === pressedRed && matches(control, 'a:active');
  if ((isRed(color) && !isPressed) || isRed(backgroundColor) || (borderTopWidth !== '0px' && isRed(borderTopColor)))
    return true;
  const inner = findAll(control, 'span,svg,i,p').slice(0, 6);
  return inner.some((element) => {
    const { color: own } = getComputedStyle(element);
    return isRed(own) && !(isPressed && own === pressedRed);
  });
}

const actions = 'button,input[type=submit],input[type=button],[role=button],a[role=button]';

/** The ways on and out of a question, in the order of the page; those that only close it by a cross are left out. */
function answersOf(question: Element): Element[] {
  return findAll(question, actions).filter((element) => {
    const name = nameOf(element);
    return (
      name !== '' &&
      !matches(element, '[aria-haspopup],[aria-expanded],[aria-pressed]') &&
      /\p{L}{2,}/u.test(name) &&
      !isCross(element)
    );
  });
}

function isCross(element: Element): boolean {
  return (
    !/\p{L}{2,}/u.test(element.textContent ?? '') && /\b(?:x|close|cross|times|dismiss)\b/u.test(iconWords(element))
  );
}

/** What a question is headed by: its heading or label, else the first that it says. */
function headOf(question: Element): string {
  const heading = findAll(question, 'h1,h2,h3,h4,h5,h6,[role=heading]')[0];
  const label = attr(question, 'aria-label') ?? '';
  const said = heading ? textOf(heading) : (pieces(question)[0]?.text ?? '');
  return plain(`${label} ${said}`);
}

/** "Poista käyttäjä?" with "Poista" below it: what goes on says the heading again, the way out never does. */
function saysAgain(answer: Element, head: string): boolean {
  const label = plain(nameOf(answer));
  return label.length >= 2 && head !== label && head.includes(label);
}

/** Filled with a colour, as pages draw what they want to be pressed; grey and white are no colour. */
function isFilled(answer: Element): boolean {
  const [r, g, b, alpha] = channels(getComputedStyle(answer).backgroundColor);
  return alpha > 0.5 && Math.max(r, g, b) - Math.min(r, g, b) >= 40;
}

/**
 * The control of a question that goes on with what was begun: the one drawn as destroying, else the one that says the
 * heading again, submits, or is filled with a colour; else, of two, the one without the focus, else the last.
 *
 * @param focus what had the focus before anything was worked, where that is known: pages give it to the way out, and the
 *   hand takes it to whatever it works
 * @returns `null` where the box has no answers, or too many for a question
 */
export function wayOn(question: Element, focus: Element | null): Element | null {
  const answers = answersOf(question);
  if (answers.length === 0 || answers.length > 3) return null;
  if (answers.length === 1) return answers[0]!;
  const head = headOf(question);
  for (const tells of [
    (answer: Element) => looksDestructive(answer) !== null,
    (answer: Element) => saysAgain(answer, head),
    (answer: Element) => attr(answer, 'type') === 'submit',
    isFilled,
  ]) {
    const told = answers.filter(tells);
    if (told.length === 1) return told[0]!;
  }
  const focused = answers.filter((answer) => contains(answer, focus) || matches(answer, '[autofocus]'));
  if (answers.length === 2 && focused.length === 1) return answers.find((answer) => answer !== focused[0])!;
  return answers[answers.length - 1]!;
}

/** Entries that no role or tag marks: what stands side by side in the menu, when each says something. */
function boxesIn(menu: Element): Element[] {
  let boxes = childrenOf(menu);
  while (boxes.length === 1) boxes = childrenOf(boxes[0]!);
  return boxes.every((box) => textOf(box) !== '') ? boxes : [];
}

/** Whether an entry is the last of its menu, where what takes something away stands, and no other looks like it does. */
export function isLastEntry(entry: Element, menu: Element): boolean {
  const marked = findAll(menu, '[role=menuitem],button,a,li');
  const entries = (marked.length > 0 ? marked : boxesIn(menu)).filter((one) => isShown(one));
  const last = entries[entries.length - 1];
  const is = (one: Element): boolean => one === entry || contains(one, entry) || contains(entry, one);
  return last !== undefined && is(last) && !entries.some((one) => !is(one) && looksDestructive(one) !== null);
}

/**
 * Whether a control looks like it takes something away, and by what; `null` where nothing speaks for it. To be asked only
 * of controls whose words are not known. Asks for styles, so only inside an event.
 */
export function looksDestructive(control: Element): Look | null {
  if (destroys.test(iconWords(control))) return 'icon';
  if (nearest(control, hasTone, parentOf(control))) return 'tone';
  return isDrawnRed(control) ? 'colour' : null;
}
