/** "Can I remove…": what removing one person from every workspace would stop, in words that can be forwarded. */
import { type Answer, answerOf, impact, type Impact } from '../../lib/domain/impact.ts';
import type { Key, User } from '../../lib/domain/mapping.ts';
import { ownerTypeOf } from '../../lib/domain/owner-type.ts';
import type { Instant } from '../../lib/domain/words.ts';
import type { OrganizationView } from '../ui/estate.ts';
import { shownName } from '../ui/find-people.ts';
import { dateText, listText } from '../ui/format.ts';
import {
  answerText,
  keyLine,
  mayOwnSentence,
  ownerTypeText,
  unknownSentences,
  untouchedSentence,
  workspaceText,
} from '../ui/impact-text.ts';
import { plural, t } from '../ui/text.ts';

export interface RemovalAnswer {
  answer: Answer;
  /** The word the answer starts with. */
  word: string;
  who: string;
  /** Owner type, and the address where `who` is a name. */
  about: string;
  summary: string;
  /** One line for each key that stops. */
  keys: { id: string; line: string }[];
  /** What happens then, and which keys are not affected or may be. */
  sentences: string[];
  /** What is not known. */
  unknown: string[];
  /** When the pages behind the answer were read. */
  readings: string | null;
  impact: Impact;
}

function readingsOf(organization: OrganizationView, workspaceIds: readonly string[]): string | null {
  const said = [...new Set(workspaceIds)].map((id) => {
    const { keys, members } = organization.mapping.coverage[id] ?? { keys: null, members: null };
    return t(
      'popup_reading',
      workspaceText(organization.index.workspaces.get(id)?.name ?? null),
      keys ? dateText(keys.at) : t('ui_never'),
      members ? dateText(members.at) : t('ui_never'),
    );
  });
  return said.length > 0 ? t('popup_readings', listText(said, 4)) : null;
}

function summaryOf(answer: Answer, stops: number, who: string): string {
  if (stops > 0) return plural('popup_stops', stops, who);
  return answer === 'not-known' ? t('popup_stops_not_known', who) : t('popup_stops_nothing', who);
}

/** Works out the answer; `null` where the organization does not know the person (any more). */
export function removalAnswer(organization: OrganizationView, userId: string, now: Instant): RemovalAnswer | null {
  const { index } = organization;
  const user = index.users.get(userId);
  if (!user) return null;
  const result = impact(index, { kind: 'remove', users: [userId], scope: 'all' }, now);
  const answer = answerOf(result);
  const nameOf = (id: string) => index.workspaces.get(id)?.name ?? null;
  const keysOf = (ids: readonly string[]): Key[] => ids.flatMap((id) => index.keys.get(id) ?? []);
  const dies = keysOf(result.dies);
  // Production first: that is where the outage is.
  dies.sort((a, b) => (a.type === b.type ? 0 : a.type === 'production' ? -1 : 1));
  const mayOwn = keysOf([...new Set(result.mayOwn.map(({ keyId }) => keyId))]);
  const who = shownName(user) ?? t('ui_person_unnamed');
  const sentences = [
    dies.length > 0 ? t('popup_no_revival') : null,
    mayOwnSentence(mayOwn, nameOf),
    untouchedSentence(keysOf(result.untouched), nameOf),
  ];
  return {
    answer,
    word: answerText(answer),
    who,
    about: aboutOf(user),
    summary: summaryOf(answer, dies.length, who),
    keys: dies.map((key) => ({ id: key.id, line: keyLine(key, nameOf(key.workspaceId), now) })),
    sentences: sentences.filter((sentence) => sentence !== null),
    // That owners are unknown is said by the sentence on keys the person may own, with the keys.
    unknown: unknownSentences(
      result.unknown.filter(({ reason }) => reason !== 'owner-unknown'),
      nameOf,
    ),
    readings: readingsOf(
      organization,
      [...dies, ...mayOwn].map(({ workspaceId }) => workspaceId),
    ),
    impact: result,
  };
}

function aboutOf(user: User): string {
  const type = ownerTypeText(ownerTypeOf(user));
  return user.name !== null && user.email !== null ? t('popup_about', user.email, type) : type;
}

/** The answer as plain text, to be pasted into a ticket or a mail. */
export function forwardable(answer: RemovalAnswer, now: Instant): string {
  return [
    t('popup_forward_head', answer.word, answer.summary),
    t('popup_about', answer.who, answer.about),
    ...answer.keys.map(({ line }) => `- ${line}`),
    ...answer.sentences,
    ...(answer.unknown.length > 0 ? [t('popup_not_known_head'), ...answer.unknown.map((line) => `- ${line}`)] : []),
    ...(answer.readings ? [answer.readings] : []),
    t('popup_forward_foot', dateText(now)),
  ].join('\n');
}
