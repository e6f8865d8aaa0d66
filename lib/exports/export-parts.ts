/** A stored snapshot in one of the formats that a page makes, in pieces: whoever puts them together may pause in between. */
import type { Report } from '../domain/report.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Instant, Region } from '../domain/words.ts';
import { csvParts } from './csv.ts';
import { htmlParts, styleSource } from './html.ts';
import { organizationInFileName, snapshotParts } from './json.ts';
import { markdownParts } from './markdown.ts';

/** A report in the reader's words, and what is said in the place of a text that looks like a key. */
export interface SpokenReport {
  report: Report;
  instead: string;
}

/** The pieces of a file; `speak` is asked only where words are needed. */
export async function exportParts(
  document: Snapshot,
  format: 'json' | 'csv' | 'markdown' | 'html',
  speak: () => SpokenReport | Promise<SpokenReport>,
): Promise<Iterable<string>> {
  if (format === 'json') return snapshotParts(document);
  if (format === 'csv') return csvParts(document);
  const { report, instead } = await speak();
  return format === 'markdown' ? markdownParts(report, instead) : htmlParts(report, await styleSource(), instead);
}

/** A report of what is known at a moment, without a snapshot behind it: what would look like a key is left out wordlessly. */
export async function reportFile(
  report: Report,
  of: { region: Region; organization: string | null; at: Instant },
  format: 'markdown' | 'html',
): Promise<{ fileName: string; parts: Iterable<string> }> {
  const extension = format === 'markdown' ? 'md' : 'html';
  const fileName = `keyholder-first-day-${of.region}-${organizationInFileName(of.organization)}-${of.at.slice(0, 10)}.${extension}`;
  return {
    fileName,
    parts: format === 'markdown' ? markdownParts(report, '…') : htmlParts(report, await styleSource(), '…'),
  };
}
