import { isQuotaError } from '../../async/quota-error.ts';
import { ImportError } from '../../catalogue/errors.ts';
import type { RatingsFault, RatingsFaultCode } from '../../messaging/ratings-protocol.ts';

/** Why IMDb's ratings were not fetched. `retryAfterMs` is the wait that the server asks for, or null. */
export class RatingsError extends Error {
  readonly fault: RatingsFault;
  readonly retryAfterMs: number | null;

  constructor(code: RatingsFaultCode, options: { status?: number; retryAfterMs?: number | null } = {}) {
    super(`ratings: ${code}`);
    this.name = 'RatingsError';
    this.fault = { code, status: options.status ?? null };
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

const codesOfReading: Partial<Record<ImportError['reason'], RatingsFaultCode>> = {
  'cut-off': 'cut-off',
  damaged: 'cut-off',
  unreadable: 'cut-off',
  'not-imdb': 'other-file',
  'too-large': 'other-file',
  empty: 'other-file',
};

/** The fault of any error while ratings were fetched, read or stored; `failed` for one that is not expected. */
export function describeRatingsFault(error: unknown, isAborted: boolean): RatingsFault {
  if (isAborted) return { code: 'cancelled', status: null };
  // Reading the file wraps the error of the transfer.
  const first = error instanceof ImportError && error.cause instanceof RatingsError ? error.cause : error;
  if (first instanceof RatingsError) return first.fault;
  const code =
    first instanceof ImportError ? codesOfReading[first.reason] : isQuotaError(first) ? 'no-space' : null;
  return { code: code ?? 'failed', status: null };
}
