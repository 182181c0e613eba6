/** The first whole number of votes or comments in a text ("1,234 votes"), 0 or more; null if there is none. */
export function parseCount(text: string): number | null {
  const digits = /(?<![\d.,]|(?<!\w)[-−])(?:\d{1,3}(?:[.,'’\s]\d{3})+(?!\d)|\d{1,9}(?!\d|[.,]\d))/u.exec(
    text,
  )?.[0];
  return digits === undefined ? null : Number(digits.replace(/\D/g, ''));
}
