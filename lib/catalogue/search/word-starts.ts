import type { WordColumns } from './word-pool.ts';

/** First letters are told apart by so many bits: all of one alphabet are different. */
const buckets = 1024;

/**
 * Groups the words by their first letter, by counting. Returns a function that gives the numbers of the words that begin
 * with a letter, ascending, among few others.
 */
export function groupByStart({ units, starts }: WordColumns): (unit: number) => Uint32Array {
  const count = starts.length - 1;
  const bucketOf = (word: number): number => (units[starts[word] ?? 0] ?? 0) % buckets;
  const ends = new Uint32Array(buckets + 1);
  for (let word = 0; word < count; word += 1) {
    const next = bucketOf(word) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let at = 1; at <= buckets; at += 1) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0);
  const places = ends.slice();
  const words = new Uint32Array(count);
  for (let word = 0; word < count; word += 1) {
    const bucket = bucketOf(word);
    const place = places[bucket] ?? 0;
    words[place] = word;
    places[bucket] = place + 1;
  }
  return (unit) => words.subarray(ends[unit % buckets] ?? 0, ends[(unit % buckets) + 1] ?? 0);
}
