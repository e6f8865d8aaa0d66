/** What else an act that was held would bring, worked out when somebody opens it in the warning: no click waits for it. */
import type { Action } from '../domain/impact.ts';
import { isLiving } from '../domain/key-states.ts';
import type { MappingIndex } from '../domain/mapping.ts';
import { isAdminRole } from '../domain/roles.ts';
import type { PageSender } from '../messages/door.ts';
import { type HoldReport, MessageError, type PageMessages } from '../messages/protocol.ts';
import { holdById } from './hold-action.ts';
import type { KnowMappings } from './know-mapping.ts';
import type { Parts } from './parts.ts';

/** The act as the page would do it, in one organization's words; several where it makes several new keys. */
function actsOf(hold: HoldReport, index: MappingIndex): Action[] {
  const users = hold.userIds.filter((id) => index.users.has(id));
  const workspaces = hold.workspaceIds.filter((id) => index.workspaces.has(id));
  const scope = hold.workspaceIds.length === 0 ? ('all' as const) : { workspaces };
  switch (hold.action) {
    case 'generate':
      return hold.keyIds.flatMap((id): Action[] => {
        const key = index.keys.get(id);
        return key && isLiving(key.status) ? [{ kind: 'generate', workspace: key.workspaceId, type: key.type }] : [];
      });
    case 'deactivate-workspace':
      return workspaces.length > 0 ? [{ kind: 'deactivate-workspace', workspaces }] : [];
    case 'change-role':
      if (users.length === 0) return [];
      return isAdminRole(hold.value)
        ? [{ kind: 'drop-org-admin', users }]
        : [{ kind: 'change-role', users, scope, role: hold.value }];
    case 'change-licence':
      return users.length > 0 ? [{ kind: 'change-licence', users, license: hold.value }] : [];
    case 'remove':
      return users.length > 0 ? [{ kind: 'remove', users, scope }] : [];
  }
}

/**
 * `page/explain`: rate groups and findings before and after, and everything as one text to forward.
 *
 * @throws MessageError `not-found` for a hold of another region, or one that is about nobody who is known
 */
export async function explainHold(
  parts: Parts,
  know: KnowMappings,
  { holdId }: PageMessages['page/explain']['send'],
  { region }: PageSender,
): Promise<PageMessages['page/explain']['get']> {
  const { hold } = await holdById(parts, holdId, region);
  for (const { index, policy } of (await know(region)).mappings) {
    const acts = actsOf(hold, index);
    if (acts.length > 0) return parts.explain({ index, policy }, acts, parts.clock());
  }
  throw new MessageError('not-found');
}
