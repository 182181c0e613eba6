/** One figure on the line from 0 to 100. */
export interface SpreadPoint {
  who: 'you' | 'critics' | 'audience' | 'readers';
  /** 0 to 100. */
  at: number;
  /** The label: the figure on its own scale, with a short name if there are several of a kind. */
  text: string;
  /** The source's full name and the figure; absent for the user's own. */
  fullText?: string;
}

/** A point with the centre of its label (`labelAt`), in hundredths of the line. */
export interface PlacedPoint extends SpreadPoint {
  labelAt: number;
  /** 0: the row next to the line; 1: the row above it. */
  row: number;
  /** 0: on the line; 1 and up: that many steps above it, if another point is in the way. */
  lane: number;
}

/** The narrowest line that is drawn; on wider ones the labels are only further apart. */
const narrowestPx = 260;
const letterPx = 7;
const iconPx = 14;
const gapPx = 10;

const widthOf = (point: SpreadPoint): number =>
  ((point.text.length * letterPx + iconPx + gapPx) / narrowestPx) * 100;

/** Moves the labels of one row apart, each as little as needed, and keeps them within the line. */
function spreadRow(points: SpreadPoint[], row: number): PlacedPoint[] {
  const placed = points.map((point) => ({ ...point, labelAt: point.at, row, lane: 0 }));
  let freeFrom = 0;
  for (const label of placed) {
    label.labelAt = Math.max(label.at, freeFrom + widthOf(label) / 2);
    freeFrom = label.labelAt + widthOf(label) / 2;
  }
  let freeTo = 100;
  for (const label of placed.toReversed()) {
    label.labelAt = Math.min(label.labelAt, freeTo - widthOf(label) / 2);
    freeTo = label.labelAt - widthOf(label) / 2;
  }
  return placed;
}

/** Distributes the points over the fewest rows in which all labels fit. */
function distributeRows(points: SpreadPoint[], rows = 1): SpreadPoint[][] {
  const distributed = Array.from({ length: rows }, (_, row) =>
    points.filter((_point, index) => index % rows === row),
  );
  const fits = (row: SpreadPoint[]): boolean => row.reduce((sum, point) => sum + widthOf(point), 0) <= 100;
  return distributed.every(fits) || rows >= points.length ? distributed : distributeRows(points, rows + 1);
}

/** Returns the points from low to high with labels that never overlap, in as few rows as possible. */
export function layOutSpread(points: SpreadPoint[]): PlacedPoint[] {
  return distributeRows(points.toSorted((a, b) => a.at - b.at))
    .flatMap(spreadRow)
    .toSorted((a, b) => a.at - b.at)
    .reduce<PlacedPoint[]>(
      (placed, point) => [...placed, { ...point, lane: findLane(placed, point.at) }],
      [],
    );
}

/** The least distance of two marks in one lane, in hundredths of the line. */
const markWidth = 4;

/** Returns the lowest lane that is free at `at`. */
function findLane(placed: PlacedPoint[], at: number): number {
  const taken = new Set(placed.filter((other) => at - other.at < markWidth).map((other) => other.lane));
  let lane = 0;
  while (taken.has(lane)) lane += 1;
  return lane;
}
