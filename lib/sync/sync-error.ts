import { RemoteError } from './remotes/errors.ts';
import type { SyncFailure, SyncFault } from './sync-types.ts';

/** The error that a pass ends with, apart from `RemoteError`; `fault` is for programs, `message` for developers. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly fault: SyncFault;
  readonly vanishing: SyncFailure['vanishing'];

  constructor(fault: SyncFault, message: string, vanishing: SyncFailure['vanishing'] = null) {
    super(message);
    this.fault = fault;
    this.vanishing = vanishing;
  }
}

/** Whether a call failed because what it was about is not there. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof RemoteError && error.code === 'not-found';
