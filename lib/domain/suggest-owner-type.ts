/**
 * What somebody's name and address say about whether a person stands behind the account (product.md, "Owner type").
 * A suggestion with its reasons, never applied by itself: a person taken for a service account is a person whose leaving
 * nobody plans, so where the signs contradict each other, nothing is suggested.
 */
import { isLiving } from './key-states.ts';
import type { MappingIndex, User } from './mapping.ts';
import { fitsPattern } from './policy.ts';
import {
  calledSo,
  doubtfulWords,
  fillerWords,
  givenNames,
  groupSigns,
  groupWords,
  lastWords,
  machineEndings,
  machineSigns,
  machineStems,
  machineWords,
  noReply,
  joiningWords,
  productWords,
  roleEndings,
  roleWords,
} from './service-words.ts';

/** Why something is suggested; its sentence is in the catalogue. */
export type SuggestionReason =
  | { code: 'fits-pattern'; pattern: string }
  /** With its separator, as the address has it: `svc-`. */
  | { code: 'address-starts-with'; text: string }
  | { code: 'address-says'; text: string }
  | { code: 'domain-says'; text: string }
  | { code: 'name-says'; text: string }
  | { code: 'address-made-of-name' }
  /** Never the only reason: people own keys in many workspaces as well. */
  | { code: 'keys-in-workspaces'; count: number };

export interface OwnerTypeSuggestion {
  kind: 'service-account' | 'person';
  reasons: SuggestionReason[];
}

type Weight = 'machine' | 'role' | 'filler' | null;

const letters: Record<string, string> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ı: 'i', þ: 'th', ð: 'd' };

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßłøæœđıþð]/gu, (letter) => letters[letter]!);
}

const signs = machineSigns.map(fold);

/** The words of a text, folded; `CrmSync` are two, and a number says nothing. */
function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((token) => (weigh(fold(token)) === null ? token.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2') : token))
    .flatMap((token) => fold(token).split(/[^\p{L}\p{N}]+/u))
    .map((word) => (weigh(word) === null ? word.replace(/^\d+|\d+$/gu, '') : word))
    .filter((word) => word !== '');
}

function weigh(word: string): Weight {
  if (machineWords.has(word) || productWords.has(word)) return 'machine';
  if (machineStems.test(word) || machineEndings.test(word)) return 'machine';
  if (roleWords.has(word) || (word.length > 6 && roleEndings.test(word) && !givenNames.has(word))) return 'role';
  if (/[^ -~]/u.test(word) && signs.some((sign) => word.includes(sign))) return 'machine';
  return fillerWords.has(word) ? 'filler' : null;
}

/** A longer word is worth what it is made of: `crmapi`, `noreplycontracts`; pieces of two letters are chance. */
function weighWhole(word: string): Weight {
  const plain = weigh(word);
  if (plain !== null || word.length > 40) return plain;
  /** The best reading of the word up to each place. */
  const upTo: Weight[] = ['filler'];
  for (let end = 1; end <= word.length; end += 1) {
    upTo[end] = null;
    for (let start = 0; start <= end - 3; start += 1) {
      const before = upTo[start] ?? null;
      const part = before === null ? null : weigh(word.slice(start, end));
      if (before === null || part === null || part === 'filler') continue;
      const whole = before === 'machine' || part === 'machine' ? 'machine' : 'role';
      if (upTo[end] !== 'machine') upTo[end] = whole;
    }
  }
  // Two role words in one may be a name by chance; a machine word beside them is none, and neither is a bot behind them.
  if (/bots?$/u.test(word) && word.length > 6 && upTo[word.length] !== null) return 'machine';
  return upTo[word.length] === 'machine' ? 'machine' : null;
}

interface Said {
  words: string[];
  weights: Weight[];
  /** Every word is one of ours, and not all of them are fillers. */
  only: boolean;
  machine: boolean;
  /** With a machine's word that nobody is called by. */
  sure: boolean;
  /** Its words mean it together, and none of them alone. */
  together: boolean;
}

const doubtful = [...doubtfulWords];
const doubtfulSigns = doubtful.filter((word) => /[^ -~]/u.test(word)).map(fold);

/** Whether a machine's word is a family name somewhere, or a given name. */
const isDoubtful = (word: string): boolean => doubtfulWords.has(word) || doubtfulSigns.includes(word);

function read(text: string): Said {
  const words = wordsOf(text);
  const weights = words.map(weighWhole);
  const machine = weights.includes('machine');
  const joined = words.join('');
  const whole = words.length > 1 && !machine && !machineEndings.test(joined) && weighWhole(joined) === 'machine';
  if (whole || noReply.test(words.join(' '))) {
    return { words, weights: words.map(() => 'machine'), only: true, machine: true, sure: true, together: true };
  }
  const only = weights.every((weight) => weight !== null) && (machine || weights.includes('role'));
  const sure = words.some((word, at) => weights[at] === 'machine' && !isDoubtful(word));
  return { words, weights, only, machine, sure, together: false };
}

/** Whether a text is beginnings of at least two of the words, in their order: `svc` is "Sven Vinter Claesson". */
function fromBeginnings(text: string, name: readonly string[], taken = 0): boolean {
  if (text === '') return taken > 1;
  return name.some((word, at) => {
    for (
      let length = 1;
      length <= Math.min(word.length, text.length) && word[length - 1] === text[length - 1];
      length += 1
    )
      if (fromBeginnings(text.slice(length), name.slice(at + 1), taken + 1)) return true;
    return false;
  });
}

/** Whether an address's words are made of a name's: `anna.schmidt`, `a.schmidt`, `aschmidt`, `schmidta`, `anna`. */
function madeOf(local: readonly string[], name: readonly string[]): boolean {
  if (name.length === 0 || local.length === 0) return false;
  const parts = new Set(name);
  const initials = new Set(name.map((word) => word[0]));
  const known = (word: string): boolean => parts.has(word) || (word.length === 1 && initials.has(word));
  if (local.every(known) && local.some((word) => word.length > 1)) return true;
  const joined = local.join('').slice(0, 60);
  const few = name.slice(0, 5);
  return fromBeginnings(joined, few) || fromBeginnings(joined, [...few].reverse());
}

/** Ends of domains under which names are registered: `co.uk`, `com.br`. */
const sharedEnd = /\.(?:ac|co|com|edu|gov|gob|gouv|go|ne|net|nom|or|org)\.[a-z]{2}$/u;

/** The texts of an address: what is before `+` and `@`, and the names of its domain below the registered one. */
function partsOf(email: string | null): { local: string; below: string[] } {
  const [whole = '', domain = ''] = (email ?? '').trim().split('@');
  const [local = ''] = whole.split('+');
  return { local, below: domain.split('.').slice(0, sharedEnd.test(domain.toLowerCase()) ? -3 : -2) };
}

/** Words joined by hyphens and nothing else, as people's given and family names hardly ever are in an address. */
const hyphens = /^\p{L}{2,}(?:-[\p{L}\p{N}]+)+$/u;

/** What systems call their own users: `app-quoting`, `athena-prd`, `clm-runner`. */
const technicalAddress =
  /^(?:(?:app|sys|int|adm|usr|sa|bot|srv|svc|ci|job)[-_]\p{L}{3,}.*|.*[-_](?:prd|prod|dev|tst|test|uat|stg|stage|qa|runner|bot|svc|sa|api|app))$/iu;

/** A name as programs are called: `RFC_PANDA`, `ISU_Offer_Letters`. */
const technicalName = /^\p{Lu}{2,}_[\p{L}\p{N}_]+$/u;

/** A name that is a site's: `Make.com`, `Tray.io Workflow`. */
const domainName = /^\s*[\p{L}\p{N}-]{2,}\.(?:com|io|ai|app|net|dev|cloud)(?:\s|$)/iu;

/** What stands behind somebody's name says where they work: `Sato (Systems)`, `Laura - Contracts`. */
const beside = /^([^([|]*[^([|\s-])\s*(?:[([|]|\s[-–—]\s)\s*(.+)$/u;

/** And sometimes what they are. */
const botBeside = /^(?:(?:ro)?bots?|robô|api|svc|service account|servicekonto|dienstkonto|integration user)$/iu;

/** Before a name; only people have any. */
const titles = /^(?:(?:dr|prof|mr|mrs|ms|mx|sr|sra|mme|herr|frau|ing|dipl|mag)\.?\s+)+/iu;

/** Whether a name's strangers are the company, whose domain it is: "Acme Fabrication Admin <admin@acmefabrication…>". */
function isCompany(strangers: readonly string[], email: string | null): boolean {
  const labels = (email ?? '').toLowerCase().split('@')[1]?.split('.') ?? [];
  const joined = strangers.join('');
  return joined !== '' && labels.slice(0, -1).some((label) => fold(label).replaceAll('-', '').startsWith(joined));
}

/** "carla.diaz": two words of which neither is ours. */
function looksPersonal(local: string, address: Said): boolean {
  return (
    /^\p{L}{2,}\.\p{L}{2,}$/u.test(local) &&
    address.words.length === 2 &&
    address.weights.every((weight) => weight === null)
  );
}

/** Whether a name has a longer word for a role that its address has as well, in whatever form. */
function says(shown: Said, address: Said): boolean {
  const stem = (word: string): string => word.slice(0, 5);
  return shown.words.some(
    (word, at) =>
      word.length >= 5 && shown.weights[at] !== null && address.words.some((each) => stem(each) === stem(word)),
  );
}

/** Whether a text's letters stand in a word in this order, the first of both being the same: `qs`, `Qualitätssicherung`. */
function abbreviates(text: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === text[at]) at += 1;
  return at === text.length && text[0] === word[0];
}

/**
 * Whether a name with a word for work in it is the work's and nobody's, by how the address repeats it.
 *
 * - `Matter Intake <matterintake@…>`, `Insurance Claims Desk <claimsdesk@…>`: words of it without anything between them,
 *   where people have `bill.service@` and `rsales@`.
 * - `Recruitment Manila <recruitment.manila@…>`: what is done stands first in both; short words may be given names.
 * - `Qualitätssicherung <qs@…>`: nothing but work, and letters of it.
 */
function isWork({ words, weights, only }: Said, address: Said, local: string): boolean {
  const [first = ''] = words;
  if (words.some((word) => givenNames.has(word) || word.length === 1)) return false;
  if (!weights.some((weight) => weight === 'role' || weight === 'machine')) return false;
  const joined = fold(local);
  if (words.length === 1) return only && first.length > 6 && joined.length <= 4 && abbreviates(joined, first);
  const inRow = words.some((_, from) =>
    words.some((_each, to) => to > from && words.slice(from, to + 1).join('') === joined),
  );
  if (inRow || [...words].reverse().join('') === joined) return true;
  return (
    first.length > 6 &&
    (weights[0] === 'role' || weights[0] === 'machine') &&
    !isDoubtful(first) &&
    !calledSo.has(first) &&
    address.words[0] === first
  );
}

/** What address and name say for a service account; empty where they say nothing, or contradict each other. */
function serviceReasons({ name, email }: Pick<User, 'name' | 'email'>): SuggestionReason[] {
  const { local, below } = partsOf(email);
  const address = read(local);
  const shown = read(name?.includes('@') ? '' : (name ?? '').replace(titles, ''));
  const strangersShown = shown.words.filter((_, at) => shown.weights[at] === null);
  const company =
    shown.weights[0] === null && strangersShown.length < shown.words.length && isCompany(strangersShown, email);
  const strangers = company ? [] : strangersShown;
  // "Anna Kowalska (Integrations)": the address is hers. What leads is no addition: "Integração RD Station <rdstation@…>".
  const leading = (shown.sure && shown.weights[0] === 'machine') || domainName.test(name ?? '');
  if (strangers.length >= 2 && !(leading && address.words.length === 1) && madeOf(address.words, strangers)) return [];
  const sharesWord = address.words.some((word) => word.length > 1 && strangers.includes(word));
  // "Admin User <carla.diaz@…>": the account has a role's name and somebody's address.
  if (looksPersonal(local, address) && !address.words.some((word) => shown.words.includes(word))) return [];
  // "Jira Suwannarat <jira.s@…>": a given name that is also a product's, and an initial.
  const [first = '', ...rest] = address.words;
  const isInitial = (word: string): boolean => word.length === 1 && strangers.some((each) => each.startsWith(word));
  if (first === shown.words[0] && rest.length > 0 && rest.every(isInitial)) return [];
  const [, before = '', behind = ''] = beside.exec(name ?? '') ?? [];
  const somebody = read(before);
  if (somebody.words.length > 0 && somebody.weights.every((weight) => weight === null)) {
    // "Sato (Systems)" is somebody from there; "Max (Bot)" is not.
    if (botBeside.test(behind.replace(/[)\]]\s*$/u, ''))) return [{ code: 'name-says', text: name!.trim() }];
    if (!company && !address.only) return [];
  }
  const personal = address.words.length > 0 && strangers.length > 0 && madeOf(address.words, shown.words);
  if (shown.words.length === 2 && strangers.length === 1 && shown.machine) {
    const [stranger = ''] = strangers;
    // "Makoto Api <m.api@…>", "Franz Konto <franz.konto@…>": a machine's word as a family name, in an address made of both.
    const initial = address.words.includes(stranger.slice(0, 1));
    const both = personal && (!address.only || initial) && address.words.join('') !== stranger && !hyphens.test(local);
    if (both && !machineStems.test(shown.words[0]!)) return [];
    // "Dale Connector <dale@…>", "田中 自動 <tanaka@…>".
    if (personal && givenNames.has(stranger)) return [];
    const says = address.weights.some((weight) => weight === 'machine' || weight === 'role');
    if (!shown.sure && address.words.length > 0 && !says) return [];
  }
  const named = strangers.length >= 2 || (strangers.length === 1 && shown.words.length >= 2 && !shown.machine);

  const reasons: SuggestionReason[] = [];
  // "Integraties Afas <integraties.afas@…>", "Team Verträge", "Make.com": nobody is called so, whatever follows.
  const called =
    (machineStems.test(first) && shown.words[0] === first) ||
    (shown.words.length > 1 && groupWords.has(shown.words[0]!)) ||
    domainName.test(name ?? '');
  // "Leeds Office <leeds@…>"; but "Jan Konto <jan@…>".
  const placeName =
    shown.words.length > 1 &&
    strangers.length > 0 &&
    lastWords.has(shown.words.at(-1)!) &&
    !shown.words.some((word) => givenNames.has(word)) &&
    address.words.length === 1 &&
    (!personal || address.words[0] === strangers.join(''));
  const leads = address.weights[0] === 'machine' && address.words.length > 1 && !address.only;
  // With a hyphen it is a thing's name, even where the name says the same: `netsuite-bridge@`.
  if (leads ? hyphens.test(local) || !sharesWord : address.only && address.machine) {
    const separator =
      address.words.length > 1 && !address.together ? /^[\p{L}\p{N}]+?([-_.])/u.exec(local)?.[1] : undefined;
    reasons.push(
      separator !== undefined && address.weights[0] === 'machine'
        ? { code: 'address-starts-with', text: `${first}${separator}` }
        : { code: 'address-says', text: local },
    );
  } else if (address.only && !named) reasons.push({ code: 'address-says', text: local });
  else if (address.machine && !named && !sharesWord && address.words.length > 1) {
    const at = address.weights.indexOf('machine');
    reasons.push({ code: 'address-says', text: address.words[at]! });
  }
  if (
    reasons.length === 0 &&
    !(strangers.length >= 2 && sharesWord && fold(name!) !== local) &&
    technicalAddress.test(local)
  ) {
    reasons.push({ code: 'address-says', text: local });
  }
  const under = below.find((label) => {
    const said = read(label);
    return said.only && (said.machine || /^(bots?|robots?)$/u.test(label.toLowerCase()));
  });
  if (under !== undefined && !(named && madeOf(address.words, strangers))) {
    reasons.push({ code: 'domain-says', text: under });
  }
  if (name !== null && shown.words.length > 0) {
    const machineName = called || shown.sure || (shown.machine && !personal);
    const roleName = (shown.only || company) && !shown.machine && (shown.words.length > 1 || address.only);
    // "Vertrieb Innendienst <vertrieb@…>", "Rivermont Homes <office@rivermont…>": the mailbox of a role, by a role's or a company's name.
    const mailbox =
      address.only &&
      !shown.words.some((word) => givenNames.has(word)) &&
      (says(shown, address) || isCompany(shown.words.slice(0, 1), email));
    const group = groupSigns.test(name.trim().replace(/\s/gu, ''));
    // "Legal & Compliance Unit": kinds of work side by side, and nobody among them.
    const severalKinds =
      joiningWords.test(name) && shown.weights.includes('role') && !shown.words.some((word) => givenNames.has(word));
    if (
      machineName ||
      roleName ||
      mailbox ||
      group ||
      placeName ||
      severalKinds ||
      isWork(shown, address, local) ||
      technicalName.test(name.trim())
    )
      reasons.push({ code: 'name-says', text: name.trim() });
  }
  return reasons;
}

/**
 * What kind of owner a user looks like, with the reasons; `null` where nothing says it clearly.
 *
 * @param index the mapping the user is in; its living keys support a suggestion and never make one
 * @param patterns the policy's `serviceAccountPatterns`: names or addresses, `*` for any text
 */
export function suggestOwnerType(
  user: Pick<User, 'id' | 'name' | 'email'>,
  index: Pick<MappingIndex, 'keysByOwner'>,
  patterns: readonly string[],
): OwnerTypeSuggestion | null {
  const texts = [user.email, user.name].filter((text) => text !== null);
  const pattern = patterns.find((each) => texts.some((text) => fitsPattern(text, each)));
  const reasons: SuggestionReason[] =
    pattern === undefined ? serviceReasons(user) : [{ code: 'fits-pattern', pattern }, ...serviceReasons(user)];
  if (reasons.length > 0) {
    const places = new Set(
      (index.keysByOwner.get(user.id) ?? []).filter(({ status }) => isLiving(status)).map((key) => key.workspaceId),
    );
    if (places.size > 1) reasons.push({ code: 'keys-in-workspaces', count: places.size });
    return { kind: 'service-account', reasons };
  }
  const { local } = partsOf(user.email);
  const name = read(user.name ?? '');
  const strangers = name.words.filter((_, at) => name.weights[at] === null);
  const address = wordsOf(local);
  // A given name alone is anybody's, a machine's as well.
  const both = address.length > 1 || !name.words.includes(address[0]!);
  const person = strangers.length >= 2 && both && !hyphens.test(local) && madeOf(address, strangers);
  return person ? { kind: 'person', reasons: [{ code: 'address-made-of-name' }] } : null;
}
