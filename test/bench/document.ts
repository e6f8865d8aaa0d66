/** Estates as documents: needs the rules, and so a bundler. */
import { findAll } from '../../lib/domain/findings.ts';
import { indexMapping, type Mapping } from '../../lib/domain/mapping.ts';
import { defaultPolicy } from '../../lib/domain/policy.ts';
import { unsealedSnapshot, type UnsealedSnapshot } from '../../lib/domain/snapshot.ts';
import { rules } from '../../lib/rules/index.ts';
import { benchNow } from './estate.ts';

/** The document of an estate, with its findings, not yet sealed. */
export function documentOf(mapping: Mapping): UnsealedSnapshot {
  const { found } = findAll(rules, { index: indexMapping(mapping), policy: defaultPolicy, now: benchNow });
  const findings = found.map(({ rule, subjectKind, subjectId, severity }) => ({
    rule,
    subjectKind,
    subjectId,
    severity,
    accepted: null,
  }));
  return unsealedSnapshot(mapping, { id: 's', takenAt: benchNow, label: null, previous: null, findings });
}
