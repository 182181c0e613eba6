import * as v from 'valibot';
import { SourceError } from './errors.ts';
import type { SourceResponse } from './types.ts';

/** A field that may be of any shape: what is no text is null. Bounded, so that no answer fills the cache. */
export const looseText = v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(20_000))), null);

/** A field that may be of any shape: what is no finite number is null. */
export const looseNumber = v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null);

/** A list of which only the members of the right shape count, at most `most`; what is no list does not fit. */
export function someOf<T>(of: v.GenericSchema<unknown, T>, most = 200) {
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

/** As `someOf`; empty where it is no list. */
export function looseList<T>(of: v.GenericSchema<unknown, T>, most = 200) {
  return v.fallback(someOf(of, most), []);
}

/** The JSON of an answer; throws `SourceError` `malformed` for anything else, such as a page to log in. */
export function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SourceError('malformed', 'the answer is no JSON');
  }
}

/** What a schema makes of a value; throws `SourceError` `malformed` where it is of another shape. */
export function parseShape<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new SourceError('malformed', 'the answer has another shape');
  return result.output;
}

/** Throws where a server did not answer with a document: 401 and 403 are told apart from any other status. */
export function requireOk({ status }: SourceResponse): void {
  if (status === 401) throw new SourceError('invalid-key', 'the service does not take the key');
  if (status < 200 || status > 299) throw new SourceError('failed', `the service answered ${status}`);
}

/** A whole number of votes or minutes: not negative, at most a thousand million; null for any other. */
export function parseAmount(value: number | null): number | null {
  return value !== null && Number.isInteger(value) && value >= 0 && value <= 1e9 ? value : null;
}

/** A year of films, 1870 to 2100; null for any other number. */
export function parseYear(text: string | null): number | null {
  const year = Number(/^(\d{4})(?!\d)/.exec(text ?? '')?.[1]);
  return year >= 1870 && year <= 2100 ? year : null;
}

/** The day of a moment, `YYYY-MM-DD`, UTC. */
export function formatDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
