/** The longest wait that is accepted from a server. */
const longestMs = 24 * 3_600_000;
const shortestMs = 1000;

/**
 * The wait that a `Retry-After` header asks for, in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3). At least
 * a second and at most a day; null when the header is missing or invalid.
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
