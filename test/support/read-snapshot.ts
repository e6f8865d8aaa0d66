import type { UnsealedSnapshot } from '../../lib/domain/snapshot.ts';
import type { ReadSnapshot } from '../../lib/imports/json.ts';

/** A document as it is after reading: each row with its place in the file. */
export function asRead(document: UnsealedSnapshot): ReadSnapshot {
  const paths = (name: keyof ReadSnapshot['paths']): string[] =>
    document[name].map((_, index) => `${name}[${String(index)}]`);
  return {
    document: { ...document, digest: '' },
    paths: {
      workspaces: paths('workspaces'),
      users: paths('users'),
      memberships: paths('memberships'),
      keys: paths('keys'),
    },
  };
}
