/** Sentences that only the overlay says; what it shares with the popup is in `../ui/impact-text.ts`. */
import type { Mapping } from '../../lib/domain/mapping.ts';
import { dateText, listText } from '../ui/format.ts';
import { workspaceText } from '../ui/impact-text.ts';
import { t } from '../ui/text.ts';

/** What a person is called in one line. */
export function nameOf({ name, email }: { name: string | null; email: string | null }): string {
  return name ?? email ?? t('overlay_someone');
}

/** When the pages behind an answer were last read, for each workspace. */
export function readingsText(mapping: Mapping, workspaceIds: readonly string[]): string {
  const said = [...new Set(workspaceIds)].map((id) => {
    const { keys, members } = mapping.coverage[id] ?? { keys: null, members: null };
    const never = t('overlay_never');
    return t(
      'overlay_reading',
      workspaceText(mapping.workspaces.find((workspace) => workspace.id === id)?.name ?? null),
      keys ? dateText(keys.at) : never,
      members ? dateText(members.at) : never,
    );
  });
  return t('overlay_readings', listText(said, 3));
}
