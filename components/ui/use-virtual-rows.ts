import {
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
  type VirtualItem,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { usePainted } from './use-painted.ts';
import { waitForPaint } from './wait-for-paint.ts';

interface VirtualRowsOptions {
  count: number;
  /** What the rows come from: as long as it is the same, so are they, and none is laid out anew. */
  list: unknown;
  /** About how high a row is, in pixels; rows are measured once they are drawn. */
  estimateHeight: (index: number) => number;
  keyOf: (index: number) => string | number;
  /** Rows drawn above and below what is in view. */
  overscan?: number;
  /** Rows drawn of the first list until they are painted, where a page full of them takes longer than a task should. */
  firstRows?: number;
}

/** A row to draw. */
interface VirtualRow {
  index: number;
  key: string | number | bigint;
}

/** Which rows of a long list are drawn, and the room that the others would take. */
export interface VirtualRows {
  rows: VirtualRow[];
  /** For the element around the rows. */
  listRef: { current: HTMLElement | null };
  style: { paddingTop: string; paddingBottom: string };
  /** For each row, which must bear its index as `data-index`. */
  measure: (element: HTMLElement | null) => void;
}

type Rows = Virtualizer<Window, HTMLElement>;
type RowsOptions = VirtualizerOptions<Window, HTMLElement>;

/**
 * A row's height as the browser tells it. A row that has only just been drawn is not measured, which would have the
 * whole page laid out at once: the browser tells its height before it is painted.
 */
function measureRow(element: HTMLElement, told: ResizeObserverEntry | undefined, rows: Rows): number {
  if (told) return measureElement(element, told, rows);
  const index = rows.indexFromElement(element);
  return rows.itemSizeCache.get(rows.options.getItemKey(index)) ?? rows.options.estimateSize(index);
}

let pageOffset: number | null = null;

/** How far the page is scrolled, as it said last: to ask it has it all laid out. */
function readPageOffset(): number {
  if (pageOffset === null) {
    pageOffset = window.scrollY;
    addEventListener('scroll', () => void (pageOffset = window.scrollY), { passive: true });
  }
  return pageOffset;
}

/** Scrolls the page, unless it stands there already, as it does when a list is first drawn. */
const scrollPage: typeof windowScroll = (offset, options, rows) => {
  if (offset + (options.adjustments ?? 0) !== readPageOffset()) windowScroll(offset, options, rows);
};

/** How far down the page a list begins. It is asked once all has its place, for to ask before has it all laid out. */
function useTop(listRef: { current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() =>
    waitForPaint(() => {
      const list = listRef.current?.getBoundingClientRect();
      if (list !== undefined) setTop(Math.round(list.top + window.scrollY));
    }),
  );
  return top;
}

/** Of the rows to draw those in view, and those next to them that stand there already. */
function keepStanding(
  rows: VirtualItem[],
  inView: Rows['range'],
  standing: ReadonlySet<VirtualItem['key']>,
): VirtualItem[] {
  const { startIndex = 0, endIndex = 0 } = inView ?? {};
  const isStanding = (row: VirtualItem | undefined): boolean => row !== undefined && standing.has(row.key);
  let from = rows.findIndex(({ index }) => index >= startIndex);
  let to = rows.findLastIndex(({ index }) => index <= endIndex) + 1;
  while (isStanding(rows[from - 1])) from -= 1;
  while (isStanding(rows[to])) to += 1;
  return rows.slice(from, to);
}

/**
 * Rows that are given a place at first: to place a hundred thousand takes 20 ms, at every letter of a search. The others
 * are placed once the list has stood for a while or the view comes near them; until then they take the room of as many
 * of the first.
 */
const placedFirst = 2000;
const placeRestAfterMs = 400;

interface PlacedRows {
  near: VirtualItem[];
  /** Of the list, those that are not placed included, in pixels. */
  height: number;
  areAllPlaced: boolean;
}

/** Places the rows, as many as the view asks for unless all are to be; comes back with those in it or near it. */
function placeRows(virtualizer: Rows, options: RowsOptions, areAllAsked: boolean): PlacedRows {
  const { count } = options;
  const placed = areAllAsked ? count : Math.min(count, placedFirst);
  virtualizer.setOptions({ ...options, count: placed });
  const near = virtualizer.getVirtualItems();
  if (placed < count && near.at(-1)?.index === placed - 1) return placeRows(virtualizer, options, true);
  const height = placed > 0 ? virtualizer.getTotalSize() * (count / placed) : 0;
  return { near, height, areAllPlaced: placed === count };
}

/** The rows of a list of any length that are in the window's view or near it. The list scrolls with the page. */
export function useVirtualRows({
  count,
  list,
  estimateHeight,
  keyOf,
  overscan = 8,
  firstRows = Infinity,
}: VirtualRowsOptions): VirtualRows {
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const listRef = useRef<HTMLElement | null>(null);
  const standing = useRef<ReadonlySet<VirtualItem['key']>>(new Set());
  /** The list of which all rows are placed. */
  const wholeList = useRef<unknown>(null);
  const scrollMargin = useTop(listRef);
  const getItemKey = useMemo(() => keyOf, [list]);
  const isBegun = usePainted();
  // One step after another: the first rows, what is in view, what is near it.
  const isPainted = usePainted(isBegun && list);
  const options: RowsOptions = {
    count,
    estimateSize: estimateHeight,
    getItemKey,
    overscan,
    scrollMargin,
    measureElement: measureRow,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: scrollPage,
    initialOffset: readPageOffset,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  const { near, height, areAllPlaced } = placeRows(virtualizer, options, wholeList.current === list);
  if (areAllPlaced) wholeList.current = list;
  useEffect(() => {
    if (wholeList.current === list) return;
    const waiting = setTimeout(() => {
      wholeList.current = list;
      redraw(undefined);
    }, placeRestAfterMs);
    return () => clearTimeout(waiting);
  }, [list]);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  // Of a list that is new what is in view is drawn first, and the rest once that is to be seen.
  const drawn = isPainted ? near : keepStanding(near, virtualizer.range, standing.current);
  const items = drawn.slice(0, isBegun ? Infinity : firstRows);
  standing.current = new Set(items.map(({ key }) => key));
  const first = items[0];
  const last = items.at(-1);
  const before = first ? first.start - scrollMargin : 0;
  const after = last ? height + scrollMargin - last.end : 0;
  return {
    rows: items,
    listRef,
    style: { paddingTop: `${Math.max(0, before)}px`, paddingBottom: `${Math.max(0, after)}px` },
    measure: virtualizer.measureElement,
  };
}
