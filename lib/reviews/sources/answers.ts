import * as v from 'valibot';
import { SourceError } from './errors.ts';
import type { SourceResponse } from './types.ts';

/** Schema of an optional text: any other value becomes null. Limited in length, so that no answer fills the cache. */
export const looseText = v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(20_000))), null);

/** Schema of an optional number: any other value becomes null. */
export const looseNumber = v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null);

/** Schema of a list that skips invalid members and keeps at most `most` of them. Values that are not a list fail. */
export function validMembers<T>(of: v.GenericSchema<unknown, T>, most = 200) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((list) =>
      list.slice(0, most).flatMap((one) => {
        const result = v.safeParse(of, one);
        return result.success ? [result.output] : [];
      }),
    ),
  );
}

/** As `validMembers`, but empty for values that are not a list. */
export function looseList<T>(of: v.GenericSchema<unknown, T>, most = 200) {
  return v.fallback(validMembers(of, most), []);
}

/** Parses the JSON of an answer; throws `SourceError` `malformed` for any other text, such as a login page. */
export function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SourceError('malformed', 'the answer is not JSON');
  }
}

/** Parses a value by a schema; throws `SourceError` `malformed` if it does not match. */
export function parseShape<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new SourceError('malformed', 'the answer has an unexpected shape');
  return result.output;
}

/** Throws `SourceError` unless the status is 2xx: `invalid-key` for 401, `failed` for any other. */
export function requireOk({ status }: SourceResponse): void {
  if (status === 401) throw new SourceError('invalid-key', 'the service does not accept the key');
  if (status < 200 || status > 299) throw new SourceError('failed', `the service answered ${status}`);
}

/**
 * Throws `SourceError` unless the status is 2xx: `feed-missing` for 401, 403, 404 and 410, where a site closed or moved
 * its posts, `failed` for any other.
 */
export function requireFeed({ status }: SourceResponse): void {
  if ([401, 403, 404, 410].includes(status))
    throw new SourceError('feed-missing', `the site answered ${status}`);
  if (status < 200 || status > 299) throw new SourceError('failed', `the site answered ${status}`);
}

/** A whole number of votes or minutes from 0 to a thousand million; null for any other value. */
export function parseAmount(value: number | null): number | null {
  return value !== null && Number.isInteger(value) && value >= 0 && value <= 1e9 ? value : null;
}

/** The year at the start of a text, 1870 to 2100; null otherwise. */
export function parseYear(text: string | null): number | null {
  const year = Number(/^(\d{4})(?!\d)/.exec(text ?? '')?.[1]);
  return year >= 1870 && year <= 2100 ? year : null;
}

/** The day of a time in milliseconds since 1970, as `YYYY-MM-DD` in UTC. */
export function formatDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
