/**
 * Which workspace a page is about, by the order in product.md, "The guard": heading, breadcrumb or column of the list;
 * heading of the settings group that holds the current entry; the switcher's label. No address names a workspace, and
 * a member list may belong to another workspace than the switcher's (settings-ui.md, section 1.3).
 */
import { nameKey } from '../domain/identity.ts';
import type { WorkspaceClaim } from '../domain/observation.ts';
import { type Heading, isBreadcrumb, isHeadingLike, knownWorkspaceIn, type Page } from './page.ts';
import { routeOf } from './route.ts';
import { cut, emailsIn, nameOf, pieces, textOf } from './text.ts';
import {
  attr,
  childrenOf,
  contains,
  findAll,
  has,
  isSelect,
  isShown,
  matches,
  nearest,
  parentOf,
  previousElement,
  role,
  tag,
} from './tree.ts';
import { says, saysOnly } from './words.ts';

const nothing: WorkspaceClaim = { name: null, pandadocId: null, evidence: null, candidates: [] };

/** Texts that head parts of settings and are nobody's name. */
function isConcept(text: string): boolean {
  return (
    saysOnly('group', text) ||
    saysOnly('settings', text) ||
    saysOnly('member-list', text) ||
    saysOnly('all-users', text) ||
    saysOnly('workspaces', text) ||
    saysOnly('workspace', text) ||
    saysOnly('organization', text) ||
    saysOnly('api-keys', text) ||
    saysOnly('api-area', text) ||
    saysOnly('sandbox-key', text) ||
    saysOnly('production-key', text) ||
    saysOnly('invited', text) ||
    // What heads a question.
    saysOnly('generate', text) ||
    saysOnly('remove', text) ||
    saysOnly('switch-workspace', text) ||
    saysOnly('role', text) ||
    saysOnly('licence', text) ||
    saysOnly('account-menu', text)
  );
}

const separators = /\s+[–—|·›»/>]\s+|\s+-\s+|:\s+|\s*›\s*/u;
const prepositions =
  /^(?:of|in|for|from|at|the|von|in|im|für|des|der|de|du|dans|pour|en|para|do|da|em|van|voor|för|av|i|di|nel|per|w|dla)\s+/iu;

/**
 * The name in a heading that says a concept and a name: "Team and seats – EMEA Sales", "Members of EMEA Sales",
 * "Workspace: EMEA Sales". Only there does an unknown text stand where a workspace stands.
 */
function nameBesideConcept(text: string): string | null {
  const parts = text.split(separators).map((part) => part.trim());
  if (parts.length === 2) {
    const [first, second] = parts as [string, string];
    if (isConcept(first) && !isConcept(second)) return second;
    if (isConcept(second) && !isConcept(first)) return first;
  }
  // "Members of …", "Team members of …"
  for (const start of [/^(\p{L}+)\s+(.+)$/u, /^(\p{L}+\s\p{L}+)\s+(.+)$/u]) {
    const of = start.exec(text);
    if (!of || !isConcept(of[1]!) || !prepositions.test(of[2]!)) continue;
    const name = of[2]!.replace(prepositions, '').replace(prepositions, '').trim();
    if (name !== '' && !isConcept(name)) return name;
  }
  return null;
}

function fromHeadings(page: Page): string | null {
  for (const { text } of page.headings) {
    const known = knownWorkspaceIn(text, page.known);
    if (known !== null) return known;
  }
  for (const trail of findAll(page.document.body, 'nav,ol,ul,div').filter(isBreadcrumb)) {
    if (nearest(trail, comesAndGoes)) continue;
    const steps = pieces(trail)
      .map((piece) => piece.text)
      .filter((text) => /\p{L}/u.test(text));
    for (const step of steps) {
      const known = page.known.workspaces.get(nameKey(step));
      if (known !== undefined) return known;
    }
    const at = steps.findIndex((step) => saysOnly('workspaces', step));
    const after = at >= 0 ? steps[at + 1] : undefined;
    if (after !== undefined && !isConcept(after)) return after;
  }
  for (const { text } of page.headings) {
    const name = nameBesideConcept(text);
    if (name !== null) return name;
  }
  // A heading whose page is a list of one workspace's members, by its address: /workspaces/<id>/members.
  const under = page.route.segments.findIndex((segment) => /^workspaces?$/u.test(segment));
  if (under >= 0 && page.route.segments.length > under + 2) {
    const own = page.headings.find((heading) => !isConcept(heading.text));
    if (own) return own.text;
  }
  return null;
}

/** The entry of the settings' navigation that is the page shown. */
function currentEntry(page: Page): Element | null {
  const isAround = (entry: Element): boolean =>
    !(page.content !== page.document.body && contains(page.content, entry)) &&
    !nearest(entry, (up) => isBreadcrumb(up) || comesAndGoes(up));
  const marked = findAll(page.document.body, '[aria-current]').find((entry) => {
    const current = attr(entry, 'aria-current');
    // The step of a wizard or the day of a calendar is no page.
    return current !== null && /^(?:page|true|location)$/u.test(current) && isAround(entry) && isShown(entry);
  });
  if (marked) return marked;
  return (
    findAll(page.document.body, 'a[href]').find((entry) => {
      const { href } = entry as HTMLAnchorElement;
      if (!isAround(entry) || !/^https?:/u.test(href)) return false;
      return routeOf(href).key === page.route.key && isShown(entry);
    }) ?? null
  );
}

function headingBefore(element: Element): Element | null {
  for (let before = previousElement(element); before; before = previousElement(before)) {
    const links = findAll(before, 'a[href],[role=link]').length;
    const text = textOf(before);
    if (text === '') continue;
    if (isHeadingLike(before) || (links === 0 && !matches(before, 'a,li,input') && text.length <= 60)) return before;
    // Another group's entries: its heading is not ours.
    if (links > 0) return null;
  }
  return null;
}

/** The heading of the group of settings entries that holds the current one. */
function fromSettingsGroup(page: Page): string | null {
  const entry = currentEntry(page);
  if (!entry) return null;
  let element: Element | null = entry;
  for (let climb = 0; element && climb < 6; climb += 1, element = parentOf(element)) {
    if (matches(element, 'body,main')) return null;
    const label = element === entry ? '' : groupLabel(element);
    const heading = label === '' ? headingBefore(element) : null;
    const texts = label !== '' ? [label] : heading ? pieces(heading).map((piece) => piece.text) : [];
    if (texts.length === 0) continue;
    for (const text of texts) {
      const known = page.known.workspaces.get(nameKey(text));
      if (known !== undefined) return known;
    }
    const named = texts
      .map((text) => nameBesideConcept(text) ?? text)
      .filter((text) => !isConcept(text) && /\p{L}/u.test(text));
    // The first heading above the entry decides, even when it names no workspace: "Organization" is not "EMEA Sales".
    return named.length === 1 &&
      (page.known.organization === null || nameKey(named[0]!) !== nameKey(page.known.organization))
      ? named[0]!
      : null;
  }
  return null;
}

function groupLabel(element: Element): string {
  const kind = role(element) ?? tag(element);
  if (!/^(?:group|region|section|ul|list|menu|fieldset|details)$/u.test(kind)) return '';
  return attr(element, 'aria-label') !== null || attr(element, 'aria-labelledby') !== null ? nameOf(element) : '';
}

/**
 * Places where an app keeps its switcher: navigation and header, and whatever else stands beside the content where the
 * page says which part that is (`<main>`): a column of plain boxes is as good a sidebar as a `<nav>`.
 */
function chrome(page: Page): Element[] {
  const { body } = page.document;
  const landmarks = 'nav,header,aside,[role=navigation],[role=banner],[role=complementary]';
  const places = findAll(body, landmarks);
  if (page.content !== body) {
    for (let around: Element | null = page.content; around && around !== body; around = parentOf(around))
      for (const beside of childrenOf(parentOf(around) ?? body)) if (beside !== around) places.push(beside);
  }
  const outside = places.filter(
    (place) =>
      !nearest(place, isBreadcrumb) &&
      (page.content === body || !(contains(place, page.content) || contains(page.content, place))),
  );
  return outside.filter((place) => !outside.some((outer) => outer !== place && contains(outer, place)));
}

/** What comes and goes over the page: dialogs, menus, messages. */
function comesAndGoes(element: Element): boolean {
  return (
    matches(element, 'dialog,[popover],[aria-modal=true]') ||
    /^(?:dialog|alertdialog|menu|listbox|tooltip|status|alert|log)$/u.test(role(element) ?? '')
  );
}

/** What the menus of the app's frame say that is no workspace: what is a part of settings, and the app's own name. */
function isNobodys(text: string): boolean {
  return isConcept(text) || /^pandadoc$/iu.test(text);
}

/** "DR", "N": letters of an avatar or a logo; nobody's name. */
function isInitials(text: string): boolean {
  return text.length <= 2 || !/\p{L}/u.test(text);
}

function linesOf(control: Element): string[] {
  if (isSelect(control)) return [cut(control.selectedOptions[0]?.text ?? '').trim()].filter((text) => text !== '');
  const shown = pieces(control, (element) => matches(element, '[role=menu],[role=listbox],ul'))
    .map((piece) => piece.text)
    .filter((text) => !isInitials(text) && !isNobodys(text));
  if (shown.length > 0) return [...new Set(shown)];
  // Nothing shown but a label: "Switch workspace, EMEA Sales", "Workspace: EMEA Sales".
  const label = nameOf(control);
  return label
    .split(/[:,]\s+|\s+[–—-]\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isInitials(part) && !isNobodys(part));
}

const switcherSelector = 'button,select,summary,[role=button],[role=combobox],[aria-haspopup],[aria-expanded]';

function fromSwitcher(page: Page): { name: string | null; candidates: string[] } {
  const controls = chrome(page)
    .flatMap((place) => findAll(place, switcherSelector))
    .filter(
      (control) =>
        isShown(control) &&
        !says('account-menu', nameOf(control)) &&
        emailsIn(nameOf(control)).length === 0 &&
        !nearest(control, comesAndGoes),
    );
  const judge = (control: Element): { name: string | null; candidates: string[] } | null => {
    const lines = linesOf(control);
    if (lines.length === 0 || lines.length > 3) return null;
    const known = lines.map((line) => page.known.workspaces.get(nameKey(line))).filter((name) => name !== undefined);
    if (known.length === 1) return { name: known[0]!, candidates: lines };
    const open = lines.filter(
      (line) => page.known.organization === null || nameKey(line) !== nameKey(page.known.organization),
    );
    if (known.length === 0 && open.length === 1) return { name: open[0]!, candidates: lines };
    return { name: null, candidates: lines };
  };
  const labelled = controls.filter((control) =>
    says('switch-workspace', `${attr(control, 'aria-label') ?? ''} ${attr(control, 'title') ?? ''}`),
  );
  for (const control of labelled) {
    const judged = judge(control);
    if (judged) return judged;
  }
  for (const control of controls) {
    const judged = judge(control);
    if (judged?.name != null && page.known.workspaces.has(nameKey(judged.name))) return judged;
  }
  // The first control of the navigation that opens something and says one or two lines is where a switcher stands.
  for (const control of controls) {
    const opens = has(control, 'aria-haspopup') || has(control, 'aria-expanded') || isSelect(control);
    if (!opens) continue;
    const name = nameOf(control);
    if (
      says('settings', name) ||
      says('invite', name) ||
      says('search', name) ||
      saysOnly('actions', name) ||
      says('generate', name)
    )
      continue;
    const judged = judge(control);
    if (judged && judged.candidates.every((line) => line.length <= 80)) return judged;
    return { name: null, candidates: [] };
  }
  return { name: null, candidates: [] };
}

const worked =
  'a,button,input,select,li,option,[role=button],[role=link],[role=option],[role^=menuitem],[role=treeitem],[role=tab]';

/** The one known workspace that the app's frame names by a text of its own, such as a header beside its menu. */
function fromFrame(page: Page): string | null {
  const names = new Set<string>();
  for (const place of chrome(page)) {
    for (const { text, element } of pieces(place)) {
      const name = page.known.workspaces.get(nameKey(text));
      if (name === undefined || !isShown(element)) continue;
      if (!nearest(element, (up) => matches(up, worked) || comesAndGoes(up), place)) names.add(name);
    }
  }
  return names.size === 1 ? [...names][0]! : null;
}

/** The one value of a "Workspace" column, when every row has the same. */
export function fromColumn(values: readonly (string | null)[]): string | null {
  const first = values[0] ?? null;
  return first !== null && values.every((value) => value !== null && nameKey(value) === nameKey(first)) ? first : null;
}

/** What stands where the workspace's id stands in the address: /workspaces/<id>/…. */
function idInRoute(address: string): string | null {
  return /\/workspaces?\/([A-Za-z0-9]{20,24})(?=[/?#]|$)/u.exec(address)?.[1] ?? null;
}

/**
 * Which workspace a page says it is about.
 *
 * @param column the value of a workspace column, where the list has one
 * @param ownOnly the list says that it holds all users, so neither the settings group nor the switcher counts
 */
export function claimWorkspace(page: Page, column: string | null, ownOnly: boolean): WorkspaceClaim {
  const pandadocId = idInRoute(page.document.location.href);
  const list = column ?? fromHeadings(page);
  if (list !== null) return { name: list, pandadocId, evidence: 'list', candidates: [list] };
  if (pandadocId !== null) return { ...nothing, pandadocId, evidence: 'list' };
  if (ownOnly) return nothing;
  const group = fromSettingsGroup(page);
  if (group !== null) return { name: group, pandadocId: null, evidence: 'settings-group', candidates: [group] };
  const switcher = fromSwitcher(page);
  const isKnown = switcher.name !== null && page.known.workspaces.has(nameKey(switcher.name));
  const framed = isKnown ? null : fromFrame(page);
  if (framed !== null) return { name: framed, pandadocId: null, evidence: 'switcher', candidates: [framed] };
  if (switcher.name !== null)
    return { name: switcher.name, pandadocId: null, evidence: 'switcher', candidates: switcher.candidates };
  return { ...nothing, evidence: switcher.candidates.length > 0 ? 'switcher' : null, candidates: switcher.candidates };
}

/** The organization's name: the other line of a switcher whose workspace is known beyond doubt. */
export function organizationBeside(page: Page, workspace: string): string | null {
  const { candidates } = fromSwitcher(page);
  const others = candidates.filter((line) => nameKey(line) !== nameKey(workspace));
  return candidates.length === 2 && others.length === 1 && !page.known.workspaces.has(nameKey(others[0]!))
    ? others[0]!
    : null;
}

/** The texts of headings, for deciding what kind of list a page is. */
export function headingTexts(headings: readonly Heading[]): string[] {
  return headings.map((heading) => heading.text);
}
