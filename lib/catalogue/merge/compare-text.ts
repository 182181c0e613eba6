/** Compares two texts by their UTF-16 units: the same in every language and on every machine. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
