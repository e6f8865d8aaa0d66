/** Why a file, or one row of it, cannot be taken. */

/** The same words as `RejectionCode` of the messages; the background hands them on. */
export interface Rejection {
  /** 1-based row of a CSV, or the path in a JSON ("keys[3].hint"); empty for the file as a whole. */
  where: string;
  message:
    | 'not-json'
    | 'too-large'
    | 'too-deep'
    | 'not-a-snapshot'
    | 'newer-version'
    | 'wrong-shape'
    | 'digest-differs'
    | 'looks-like-a-key'
    | 'unknown-reference'
    | 'ambiguous-workspace'
    | 'duplicate-id'
    | 'disagrees-with-earlier-row';
  /** Placeholders of the message; never a cell's text. */
  details: string[];
}
