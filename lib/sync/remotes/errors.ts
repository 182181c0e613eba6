/**
 * Why a remote did not do what it was asked. `offline`: no connection at all. `unreachable`: this server does not answer.
 * `refused`: 401. `forbidden`: 403. `not-found`: 404 or 410. `too-large`: 413. `locked`: 423. `too-many`: 429. `broken`: 5xx.
 * `full`: 507, or no room on the disk. `not-a-remote`: it answers, but not as such a server does, as a captive portal.
 * `redirected`: to another origin. `slow`: it stopped answering. `no-permission`: the browser does not let us use it.
 * `bad-answer`: the answer cannot be read. `aborted`: the call was stopped.
 */
export type RemoteErrorCode =
  | 'offline'
  | 'unreachable'
  | 'refused'
  | 'forbidden'
  | 'not-found'
  | 'too-large'
  | 'locked'
  | 'too-many'
  | 'broken'
  | 'full'
  | 'not-a-remote'
  | 'redirected'
  | 'slow'
  | 'no-permission'
  | 'bad-answer'
  | 'aborted';

/** What is known of a failure beside its code. */
interface RemoteErrorDetails extends ErrorOptions {
  /** The status of the answer; absent if there was none. */
  status?: number;
  /** When the server may be asked again, in milliseconds since 1970; absent if it does not say. */
  retryAt?: number;
}

/** The error that remotes throw; `code` is for programs, `message` for developers. Neither has credentials in it. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  readonly code: RemoteErrorCode;
  readonly status: number | undefined;
  readonly retryAt: number | undefined;

  constructor(
    code: RemoteErrorCode,
    message: string,
    { status, retryAt, ...options }: RemoteErrorDetails = {},
  ) {
    super(message, options);
    this.code = code;
    this.status = status;
    this.retryAt = retryAt;
  }
}
