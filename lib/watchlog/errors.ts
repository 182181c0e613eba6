/** Why the log refused something. */
export type LogErrorCode =
  | 'bad-film'
  | 'bad-rating'
  | 'bad-date'
  | 'bad-value'
  | 'too-long'
  | 'not-found'
  | 'undo-gone'
  | 'bad-backup'
  | 'read-only'
  | 'newer'
  | 'unreadable'
  | 'blocked'
  | 'storage-full';

/** What `lib/watchlog` throws; `code` is for programs, `message` for logs. */
export class LogError extends Error {
  override readonly name = 'LogError';
  readonly code: LogErrorCode;

  constructor(code: LogErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
