// The figures that the bench prints, and how it combines several measurements.
export interface Figure {
  name: string;
  value: number;
  unit: string;
}

/** Returns the median; NaN without values. */
export function findMedian(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

export function addUp<Item>(items: Item[], pick: (item: Item) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}
