/** The reason why the log rejected something. */
export type LogErrorCode =
  | 'bad-film'
  | 'bad-rating'
  | 'bad-date'
  | 'bad-value'
  | 'too-long'
  | 'not-found'
  | 'undo-gone'
  | 'changed-since'
  | 'bad-backup'
  | 'read-only'
  | 'newer'
  | 'unreadable'
  | 'blocked'
  | 'slow'
  | 'storage-full';

/** The error that `lib/watchlog` throws; `code` is for programs, `message` for developers. */
export class LogError extends Error {
  override readonly name = 'LogError';
  readonly code: LogErrorCode;

  constructor(code: LogErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
