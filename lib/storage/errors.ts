/** What can go wrong with stored data, in words that a page can act on. */

export type StorageErrorCode =
  /** The data were written by a newer version of the extension: nothing is read or written, nothing is lost. */
  | 'read-only'
  /** Another tab of an older version holds the database open. */
  | 'blocked'
  /** No room left. */
  | 'full'
  | 'changed-meanwhile'
  /** Whoever asked for it took it back before it was written. */
  | 'stopped'
  | 'failed';

/** An error of the storage; `details` are numbers or codes, never stored text. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  readonly details: string[];

  constructor(code: StorageErrorCode, details: string[] = [], options?: ErrorOptions) {
    super(sentences[code], options);
    this.name = 'StorageError';
    this.code = code;
    this.details = details;
  }
}

const sentences: Record<StorageErrorCode, string> = {
  'read-only': 'The data were written by a newer version of Keyholder. Update the extension; nothing was changed.',
  blocked: 'Another tab of Keyholder still uses the older data. Close it and try again.',
  full: 'There is no room left on this device. Nothing was changed.',
  'changed-meanwhile': 'Somebody else changed this meanwhile.',
  stopped: 'Stopped before it was written. Nothing was changed.',
  failed: 'The data could not be read or written. Nothing was changed.',
};

/** Any error of IndexedDB as one of ours. */
export function storageErrorOf(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new StorageError('full', [], { cause: error });
  if (name === 'VersionError') return new StorageError('read-only', [], { cause: error });
  return new StorageError('failed', name === '' ? [] : [name], { cause: error });
}
