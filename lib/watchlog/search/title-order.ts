/** The films of an index sorted by title. Does not include films added later. */
export interface TitleOrder {
  /** Positions, in order. */
  positions: Int32Array;
  /** By position: the film's rank. */
  ranks: Int32Array;
}

/** Comparisons between two pauses. */
const perStep = 2000;

/** Sorts films by title with a merge sort. Yields for pauses. */
export function* orderTitles(
  titles: readonly string[],
  collator: Intl.Collator,
): Generator<undefined, TitleOrder> {
  const count = titles.length;
  let from = Int32Array.from(titles, (_title, position) => position);
  let to = new Int32Array(count);
  let compared = 0;
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, count), Math.min(start + 2 * width, count)];
      let [left, right] = [start, middle];
      for (let at = start; at < end; at += 1) {
        const takesLeft =
          left < middle &&
          (right >= end ||
            collator.compare(titles[from[left] ?? 0] ?? '', titles[from[right] ?? 0] ?? '') <= 0);
        to[at] = from[takesLeft ? left++ : right++] ?? 0;
        compared += 1;
        if (compared % perStep === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  const ranks = new Int32Array(count);
  from.forEach((position, rank) => (ranks[position] = rank));
  return { positions: from, ranks };
}
