/** What the views need from outside; the entrypoints wire it, tests and harnesses bring their own. */
import type { BackupState } from '../../lib/domain/backup.ts';
import type { NamedRule } from '../../lib/domain/findings.ts';
import type { Fingerprint } from '../../lib/domain/fingerprint.ts';
import type { Handover } from '../../lib/domain/handover.ts';
import type { Observation } from '../../lib/domain/observation.ts';
import type { Policy } from '../../lib/domain/policy.ts';
import type { MappingRecords } from '../../lib/domain/records.ts';
import type { Instant, Region } from '../../lib/domain/words.ts';
import type { ExportFormat, Send } from '../../lib/messages/protocol.ts';

/** A reading that waits until somebody says which workspace it belongs to. */
export interface AsideReading {
  id: string;
  region: Region;
  organizationId: string;
  at: Instant;
  observation: Observation;
}

/** Fingerprints of both regions, and the epoch of the key that there is now to check them with. */
export interface FingerprintsRead {
  rows: Fingerprint[];
  epoch: string | null;
}

export interface Readout {
  records: MappingRecords;
  aside: AsideReading[];
  /** Of both regions, newest first. */
  handovers?: Handover[];
  fingerprints?: FingerprintsRead;
  /** Rows that are on the disk and could not be read; they were left where they are. */
  damaged: number;
  /** What a reminder of a backup is worked out from. */
  backup?: BackupState;
  /** Workspaces that somebody said are two, by id. */
  apart?: Record<string, string[]>;
}

export interface Reader {
  read(): Promise<Readout>;
  /** Calls back after every change of the stored mapping; gives back how to stop that. */
  onChange(callback: () => void): () => void;
}

export interface Services {
  /** What findings come from; handed in, since views import no rules. */
  rules: readonly NamedRule[];
  reader: Reader;
  send: Send;
  now(): Instant;
  newId(): string;
  /** The fingerprint of a secret, `null` where this profile has no key for them yet. */
  fingerprint(secret: string): Promise<string | null>;
  /** A stored snapshot as a file, in pieces; the format is loaded when it is first asked for. */
  exportParts(
    snapshotId: string,
    format: ExportFormat,
    policyOf: (organizationId: string) => Policy,
  ): Promise<Iterable<string>>;
}
