/**
 * Which workspace a reading belongs to. PandaDoc's pages show no workspace id, name the workspace by text, and some
 * show it beside the organization's name without saying which is which (settings-ui.md). A reading filed under the
 * wrong workspace would be worse than a question: in doubt the answer is "ask".
 */
import { nameKey } from './identity.ts';
import type { WorkspaceClaim } from './observation.ts';

/** What is known of one workspace that a claim can mean. */
export interface KnownWorkspace {
  id: string;
  name: string | null;
  pandadocId: string | null;
}

export interface ChoiceContext {
  workspaces: readonly KnownWorkspace[];
  /** The organization's name, where anybody has said it. */
  organizationName: string | null;
  /** Sets of candidates that earlier readings showed, names as they stood there. */
  earlierCandidates: readonly (readonly string[])[];
}

export interface Choice {
  workspace:
    | { kind: 'known'; id: string }
    | { kind: 'new'; name: string }
    /** `ask`: several answers are possible; `none`: the page names nothing at all. */
    | { kind: 'ask' }
    | { kind: 'none' };
  /** The organization's name, concluded from what stayed the same while the workspace changed. */
  organizationName: string | null;
}

function unique(names: readonly string[]): Map<string, string> {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = nameKey(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, name);
  }
  return byKey;
}

/** The one name that stands in every pair of candidates while its neighbour differs: that is the organization. */
export function constantCandidate(sets: readonly (readonly string[])[]): string | null {
  const pairs = sets.map(unique).filter((set) => set.size === 2);
  const distinct = new Set(pairs.map((pair) => [...pair.keys()].sort().join('\n')));
  if (distinct.size < 2) return null;
  let common = [...(pairs[0]?.keys() ?? [])];
  for (const pair of pairs) common = common.filter((key) => pair.has(key));
  return common.length === 1 ? (pairs[0]?.get(common[0]!) ?? null) : null;
}

/** Decides by what is known; never guesses between two possible answers. */
export function chooseWorkspace(claim: WorkspaceClaim, context: ChoiceContext): Choice {
  const byName = new Map<string, KnownWorkspace[]>();
  for (const workspace of context.workspaces) {
    if (workspace.name === null) continue;
    const key = nameKey(workspace.name);
    byName.set(key, [...(byName.get(key) ?? []), workspace]);
  }
  const nothing = { organizationName: null };

  if (claim.pandadocId !== null) {
    const same = context.workspaces.filter((workspace) => workspace.pandadocId === claim.pandadocId);
    if (same.length === 1) return { workspace: { kind: 'known', id: same[0]!.id }, ...nothing };
    if (same.length > 1) return { workspace: { kind: 'ask' }, ...nothing };
  }

  const named = (name: string): Choice['workspace'] => {
    const same = (byName.get(nameKey(name)) ?? []).filter(
      // Two different ids are two workspaces, whatever they are called.
      (workspace) => claim.pandadocId === null || workspace.pandadocId === null,
    );
    if (same.length === 1) return { kind: 'known', id: same[0]!.id };
    return same.length > 1 ? { kind: 'ask' } : { kind: 'new', name };
  };

  if (claim.name !== null && nameKey(claim.name) !== '') return { workspace: named(claim.name), ...nothing };

  const candidates = unique(claim.candidates);
  if (candidates.size === 0) return { workspace: { kind: 'none' }, ...nothing };

  const concluded =
    context.organizationName === null ? constantCandidate([...context.earlierCandidates, claim.candidates]) : null;
  const organizationName = context.organizationName ?? concluded;
  const organizationKey = organizationName === null ? null : nameKey(organizationName);
  const others = [...candidates].filter(([key]) => key !== organizationKey);

  if (organizationKey !== null && others.length === 1 && candidates.size > 1) {
    return { workspace: named(others[0]![1]), organizationName: concluded };
  }
  const known = [...candidates].filter(([key]) => byName.has(key));
  if (known.length === 1) {
    const [key, name] = known[0]!;
    // A workspace called like its organization stood alone before: now the other name may be the workspace.
    const stoodAlone =
      candidates.size > 1 &&
      context.earlierCandidates.some((set) => {
        const earlier = unique(set);
        return earlier.size === 1 && earlier.has(key);
      });
    if (!stoodAlone) return { workspace: named(name), organizationName: concluded };
  }
  return { workspace: { kind: 'ask' }, organizationName: concluded };
}
