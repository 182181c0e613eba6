/** The year at the start of an ISO date; null for other texts. */
export function parseIsoYear(text: string): number | null {
  const year = /^\s*(18[89]\d|19\d\d|20[0-4]\d)(?:\b|$)(?!\d)/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}
