import type { SourceErrorCode } from './types.ts';

/** The reason why a source could not answer. The message contains neither an address nor a key. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  /** The time before which a retry is useless, in milliseconds since 1970, or null. */
  readonly until: number | null;

  constructor(code: SourceErrorCode, message: string, until: number | null = null) {
    super(message);
    this.name = 'SourceError';
    this.code = code;
    this.until = until;
  }
}

/** The next midnight (UTC) after a time, both in milliseconds since 1970. Daily budgets start over then. */
export function findNextMidnight(now: number): number {
  const day = new Date(now);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 1);
}
