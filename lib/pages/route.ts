/**
 * Which page an address means, as far as an address can tell. PandaDoc routes in the hash under `/a/#/` (2026-08), with
 * a query inside the hash, `-next` twins and optional `settings/` prefixes; path routes are reported once
 * (settings-ui.md, section 1.2). So the address only rules pages out and gives hints; the content decides.
 */
import type { Region } from '../domain/words.ts';

export interface Route {
  region: Region | null;
  /** Lower-case parts of path and hash, queries and empty parts left out. */
  segments: readonly string[];
  /** `false`: a page of documents, templates, recipients, sign-in: nothing of ours runs there. */
  mayHoldSettings: boolean;
  hint: 'members' | 'users' | 'keys' | 'workspaces' | 'settings' | null;
  /** The page of one person, by its address: it lists nobody else. */
  onePerson: boolean;
  /** Equal for two addresses of the same page; queries do not count. */
  key: string;
}

/** Sections of the app that hold no settings (settings-ui.md, sections 1.2 and 2.1, navigation of March 2025). */
const otherSections =
  /^(?:login|signup|signin|sign-in|logout|oauth2?|sso|document|documents|e|dashboard|home|inbox|templates?|template-gallery|contacts?|payments?|rooms?|automations?|reports?|analytics|forms?|content-library|library|catalog|products?|add-?ons|notary|quotes?|approvals?|trash|search|create|editor|public)(?:-next)?$/u;

const settingsSegment =
  /^(?:settings?|account|organi[sz]ation|admin|admin-panel|team|teams|members?|users?|user-management|people|seats|team-and-seats|workspaces?|api|api-dashboard|api-keys|dev-center|developers?|developer-dashboard|integrations|roles)(?:-next)?$/u;

const hints: readonly [RegExp, Exclude<Route['hint'], null>][] = [
  [/^(?:api|api-dashboard|api-keys|dev-center|developers?|developer-dashboard|api-settings)(?:-next)?$/u, 'keys'],
  [/^(?:team|members?|seats|team-and-seats|people)(?:-next)?$/u, 'members'],
  [/^(?:users?|all-users|user-management)(?:-next)?$/u, 'users'],
  [/^workspaces?(?:-next)?$/u, 'workspaces'],
];

const hintOf = (segment: string): Route['hint'] => hints.find(([pattern]) => pattern.test(segment))?.[1] ?? null;

const listsPeople = (segment: string): boolean =>
  /^(?:users?|members?)$/u.test(segment) || hintOf(segment) === 'members' || hintOf(segment) === 'users';

/** /users/<id>, /users/<id>/access. Ids are 22 letters and digits (api.md, section 2.3); a number may stand for one. */
function isOfOne(segments: readonly string[]): boolean {
  if (listsPeople(segments.at(-1) ?? '')) return false;
  return segments.some((segment, at) => {
    const before = segments[at - 1] ?? '';
    const isId = /^[a-z0-9]{20,24}$/u.test(segment) && hintOf(before) !== 'workspaces';
    return isId || (listsPeople(before) && /\d/u.test(segment));
  });
}

/** Reads an address; `region` is `null` anywhere but at PandaDoc's two. */
export function routeOf(address: string): Route {
  const url = new URL(address);
  // The whole origin: browsers run content scripts on every port of a host, and where a dot follows it.
  const region =
    url.origin === 'https://app.pandadoc.com' ? 'us' : url.origin === 'https://app.pandadoc.eu' ? 'eu' : null;
  const hashPath = url.hash.replace(/^#!?\/?/u, '').split(/[?&]/u)[0] ?? '';
  const segments = [...url.pathname.split('/'), ...hashPath.split('/')]
    .map((segment) => segment.toLowerCase())
    .filter((segment) => segment !== '' && segment !== 'a');
  const first = segments[0] ?? '';
  const settings = segments.some((segment) => settingsSegment.test(segment));
  let hint: Route['hint'] = null;
  // The last telling part wins: /workspaces/<id>/members is a list of members.
  for (const segment of segments) hint = hintOf(segment) ?? hint;
  if (hint === null && settings) hint = 'settings';
  const excluded = otherSections.test(first) && !(settings && !/^(?:login|document|e|oauth2?)$/u.test(first));
  return {
    region,
    segments,
    mayHoldSettings: region !== null && !excluded,
    hint,
    onePerson: isOfOne(segments),
    key: `${url.host}/${segments.join('/')}`,
  };
}
