import type { SourceErrorCode } from './types.ts';

/** Why a source could not answer. Its message holds neither address nor key. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  /** Milliseconds since 1970 before which asking again is of no use, or null. */
  readonly until: number | null;

  constructor(code: SourceErrorCode, message: string, until: number | null = null) {
    super(message);
    this.name = 'SourceError';
    this.code = code;
    this.until = until;
  }
}

/** Midnight, UTC, after a moment, in milliseconds since 1970: when daily budgets begin anew. */
export function findNextMidnight(now: number): number {
  const day = new Date(now);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 1);
}
