// What the bench prints: a name, a value, its unit; and what it makes of several measurements.
export interface Figure {
  name: string;
  value: number;
  unit: string;
}

/** The middle value; NaN of none. */
export function findMedian(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

export function addUp<Item>(items: Item[], pick: (item: Item) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}
