/** One figure on the line from 0 to 100. */
export interface SpreadPoint {
  who: 'you' | 'critics' | 'audience' | 'readers';
  /** 0 to 100. */
  at: number;
  /** As it is shown: on its own scale, with a short name where there are several of a kind. */
  text: string;
  /** Who gave it, and how much, in full; absent for the user's own. */
  fullText?: string;
}

/** A point with the place of its label's middle, in hundredths of the line. */
export interface PlacedPoint extends SpreadPoint {
  labelAt: number;
  /** 0: the row next to the line; 1: the row above it. */
  row: number;
  /** 0: on the line; 1 and up: that many steps above it, where another point stands in the way. */
  lane: number;
}

/** The narrowest line that is drawn; on wider ones labels only stand further apart. */
const narrowestPx = 260;
const letterPx = 7;
const iconPx = 14;
const gapPx = 10;

const widthOf = (point: SpreadPoint): number =>
  ((point.text.length * letterPx + iconPx + gapPx) / narrowestPx) * 100;

/** Moves labels apart in one row, each as little as needed, and keeps them between the ends of the line. */
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

/** Deals the points out to the fewest rows in which all labels fit. */
function dealRows(points: SpreadPoint[], rows = 1): SpreadPoint[][] {
  const dealt = Array.from({ length: rows }, (_, row) =>
    points.filter((_point, index) => index % rows === row),
  );
  const fits = (row: SpreadPoint[]): boolean => row.reduce((sum, point) => sum + widthOf(point), 0) <= 100;
  return dealt.every(fits) || rows >= points.length ? dealt : dealRows(points, rows + 1);
}

/** The points from low to high with labels that never overlap: in one row while they fit, else in as many as needed. */
export function layOutSpread(points: SpreadPoint[]): PlacedPoint[] {
  return dealRows(points.toSorted((a, b) => a.at - b.at))
    .flatMap(spreadRow)
    .toSorted((a, b) => a.at - b.at)
    .reduce<PlacedPoint[]>(
      (placed, point) => [...placed, { ...point, lane: findLane(placed, point.at) }],
      [],
    );
}

/** How far apart two marks must be to stand beside each other, in hundredths of the line. */
const markWidth = 4;

/** The lowest lane in which no placed mark is in the way. */
function findLane(placed: PlacedPoint[], at: number): number {
  const taken = new Set(placed.filter((other) => at - other.at < markWidth).map((other) => other.lane));
  let lane = 0;
  while (taken.has(lane)) lane += 1;
  return lane;
}
