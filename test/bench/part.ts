/** One part of the bench: a table for people, targets with what was measured, and everything as data. */
export interface Part {
  name: string;
  about: string;
  columns: string[];
  rows: string[][];
  targets: Target[];
  json: unknown;
}

export interface Target {
  /** `P9`, or a word for what has no number. */
  id: string;
  text: string;
  /** The median, with its interval where it has one. */
  measured: string;
  /** What it stands beside, of the same run; absent where the target is an absolute one. */
  control?: string;
  met: boolean;
}

/** How thoroughly a part is asked to measure. */
export interface How {
  /** Few turns and sizes: to see that it runs. */
  quick: boolean;
}
