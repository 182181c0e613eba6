/** The longest that a server is believed to want to be left alone. */
const longestMs = 24 * 3_600_000;
const shortestMs = 1000;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3). Between a
 * second and a day, whatever it says; null where there is none, or none that can be read.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '' || text.length > 60) return null;
  const isSeconds = /^-?\d{1,20}(?:\.\d+)?$/.test(text);
  const date = isSeconds || !/[A-Za-z]/.test(text) ? NaN : Date.parse(text);
  const waitMs = isSeconds ? Number(text) * 1000 : date - now;
  if (Number.isNaN(waitMs)) return null;
  return Math.min(Math.max(waitMs, shortestMs), longestMs);
}
