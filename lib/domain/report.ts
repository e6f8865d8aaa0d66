/**
 * A report of a snapshot in words, before any format: what Markdown and HTML have in common. Every text is as it is to be
 * read, in the reader's language; the formats only make it safe.
 */
import { holdsRun, typedRun } from './secrets.ts';

/** What a cell says: a line in bold or none, and lines below it. */
export interface ReportCell {
  strong: string | null;
  lines: readonly string[];
}

export interface ReportTable {
  heading: string;
  /** Sentences between heading and table. */
  about: readonly string[];
  columns: readonly string[];
  /** The column that says most and needs most room; `first` unless told. */
  longest?: 'first' | 'last';
  /** Made while they are written: ten thousand rows are never held twice. */
  rows: Iterable<readonly ReportCell[]>;
}

export interface Report {
  /** BCP 47, and the direction it is written in. */
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  /** When, of what, by which digest. */
  facts: readonly { name: string; value: string }[];
  /** What the report does not cover: stands above everything else. */
  uncovered: { heading: string; lines: readonly string[] };
  tables: Iterable<ReportTable>;
  footer: readonly string[];
}

const seal = /^sha256:[0-9a-f]{64}$/;

/**
 * A text as a report may say it: well-formed, without control characters and without marks that turn the direction of what
 * follows; what looks like a secret got in by no way of ours, and goes out by none (surface.md, "Key guard"). A digest is a
 * long run by itself.
 *
 * @param instead what is said in the place of a text that looks like a key
 */
export function saidInReport(text: string, instead: string): string {
  if (holdsRun(text, typedRun) && !seal.test(text)) return instead;
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
}
