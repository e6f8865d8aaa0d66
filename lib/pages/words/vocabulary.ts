/**
 * What a word can mean on PandaDoc's settings pages. One file for each language fills this in; meanings are asked for
 * with `says()` (`../words.ts`), never by comparing texts elsewhere.
 *
 * A phrase matches at word boundaries, in any case. `entfern*` matches any ending; `=ok` matches only when it is all
 * there is. PandaDoc's real strings are not known (settings-ui.md, sections 2.3 and 3), so each meaning lists what is
 * documented first, then what interfaces usually say.
 */
export type Meaning =
  /** Ends a membership or an account. */
  | 'remove'
  /** The page says that it has happened. */
  | 'removed'
  /** A question says what will follow: somebody has no access any more. */
  | 'loses-access'
  /** The page says that it has not happened. */
  | 'refused'
  /** Warns that there is no way back; says "cannot" without refusing anything. */
  | 'irreversible'
  /** What can be removed on a settings page without touching a person: a filter, a photo. */
  | 'not-a-person'
  /** Is done to somebody and leaves them where they are: signed out, written to, given a new password. */
  | 'stays'
  /** Leaves a dialog without doing anything. */
  | 'cancel'
  /** Puts changed settings of a dialog or form into force. */
  | 'save'
  | 'select-all'
  /** Marks the signed-in person's own row. */
  | 'you'
  | 'invited'
  /** Asks somebody in; stands on pages that list people. */
  | 'invite'
  /** Headings, tabs and menu entries of a list of people. */
  | 'member-list'
  /** Headings of a list of everybody in the organization. */
  | 'all-users'
  | 'workspaces'
  | 'workspace'
  | 'organization'
  /** Headings of groups in the settings' navigation that are no workspace's name. */
  | 'group'
  | 'settings'
  | 'name'
  | 'given-name'
  | 'family-name'
  | 'email'
  | 'role'
  | 'licence'
  | 'status'
  | 'actions'
  /** Names of roles and licences; custom roles are not here. */
  | 'role-name'
  | 'licence-name'
  /** Headings of the key page itself. */
  | 'api-keys'
  /** Names of the part of settings that leads to it, and holds more than keys. */
  | 'api-area'
  | 'sandbox-key'
  | 'production-key'
  /** Makes a key, in an empty slot or in place of another. */
  | 'generate'
  /** Makes a key anew, said in the key's own row: "Reset". */
  | 'renew'
  /** The page says that a key was made. */
  | 'generated'
  | 'not-entitled'
  | 'owner'
  | 'created'
  | 'last-used'
  | 'key'
  | 'type'
  /** More rows can be fetched. */
  | 'load-more'
  | 'next-page'
  | 'loading'
  | 'nothing-found'
  | 'search'
  /** Offers to show again what a filter hides: one is in use. */
  | 'clear-filter'
  | 'account-menu'
  | 'switch-workspace'
  /** Ends an account, and so every membership of it. */
  | 'deactivate-user'
  | 'deactivate-workspace'
  /** Closes a workspace, said where only workspaces can be meant: "Archive". */
  | 'close-workspace'
  /** What a switch says that keeps an account or a workspace alive. */
  | 'active'
  /** Takes the role of Admin away, as one entry of a menu. */
  | 'demote'
  /** Takes a licence or a seat away, in words that remove nobody. */
  | 'cut-licence'
  /** What stands before a role's name in an entry that gives it: "Make Member". */
  | 'set-role'
  /** Roles that are Admin or more, in addition to those the domain knows. */
  | 'admin-role'
  | 'licence-full'
  | 'licence-guest'
  /** Choices of a filter, never of a person's role. */
  | 'every'
  /** A choice among roles that is none: it ends the membership. */
  | 'no-access'
  /** Goes on to the next step, or finishes, without saying with what. */
  | 'proceed'
  /** Closes what has been settled already, or settles it. */
  | 'done'
  /** The page says that a change is in force. */
  | 'changed'
  /** Verbs that end something, and say nothing alone: they count beside an account, an access or a workspace. */
  | 'ends'
  /** Somebody's account, beside a verb. */
  | 'account'
  /** What somebody has of a workspace, beside a verb. */
  | 'belonging'
  /** Small words that may stand between a verb and what it is about. */
  | 'article'
  /** Small words before whoever, or whatever, something belongs to. */
  | 'preposition'
  /** Verbs that make something new, beside a key. */
  | 'renews'
  /** Verbs that take rights away, beside those of an Admin. */
  | 'lowers'
  | 'admin-rights';

export interface Words {
  /** BCP 47. */
  language: string;
  /** Where the words come from, and how sure that is. */
  evidence: string;
  words: Partial<Record<Meaning, readonly string[]>>;
}
