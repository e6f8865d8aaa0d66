/** The whole snapshot file as one schema: what the shipped JSON Schema is made of. The worker reads row by row instead. */
import { z } from '../messages/z.ts';
import {
  coverage,
  head,
  rows,
  snapshotKey,
  snapshotMembership,
  snapshotUser,
  snapshotWorkspace,
  text,
} from './snapshot-schema.ts';

const finding = z.strictObject({
  rule: text(100),
  subjectKind: text(100),
  subjectId: text(200),
  severity: text(20),
  accepted: z.unknown(),
});

/** The whole file with its rows; what the shipped JSON Schema is made of. */
export const snapshotSchema = z.strictObject({
  ...head(),
  workspaces: rows(snapshotWorkspace()),
  users: rows(snapshotUser()),
  memberships: rows(snapshotMembership()),
  keys: rows(snapshotKey()),
  findings: rows(finding),
  coverage: coverage(),
});
