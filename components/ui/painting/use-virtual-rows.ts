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
  /** The source of the rows. While it is the same object, the rows are the same and are not placed again. */
  list: unknown;
  /** Estimates a row's height in px. Rows are measured once they are rendered. */
  estimateHeight: (index: number) => number;
  keyOf: (index: number) => string | number;
  /** The number of rows rendered above and below the view. */
  overscan?: number;
  /** The number of rows in the first render, for rows so costly that a full page of them would be a long task. */
  firstRows?: number;
}

/** A row to render. */
interface VirtualRow {
  index: number;
  key: string | number | bigint;
}

/** The rendered rows of a long list, and the padding in place of the others. */
export interface VirtualRows {
  rows: VirtualRow[];
  /** For the element around the rows. */
  listRef: { current: HTMLElement | null };
  style: { paddingTop: string; paddingBottom: string };
  /** The ref of each row, which must have its index as `data-index`. */
  measure: (element: HTMLElement | null) => void;
}

type Rows = Virtualizer<Window, HTMLElement>;
type RowsOptions = VirtualizerOptions<Window, HTMLElement>;

/**
 * Returns a row's height in px, as a resize observer reports it. A row that was just rendered is not measured, since that
 * would force a layout of the whole page: the observer reports its height before the paint.
 */
function measureRow(element: HTMLElement, entry: ResizeObserverEntry | undefined, rows: Rows): number {
  if (entry) return measureElement(element, entry, rows);
  const index = rows.indexFromElement(element);
  return rows.itemSizeCache.get(rows.options.getItemKey(index)) ?? rows.options.estimateSize(index);
}

let pageOffset: number | null = null;

/** Returns the page's last known scroll offset in px: reading `scrollY` each time would force a layout. */
function readPageOffset(): number {
  if (pageOffset === null) {
    pageOffset = window.scrollY;
    addEventListener('scroll', () => void (pageOffset = window.scrollY), { passive: true });
  }
  return pageOffset;
}

/** Scrolls the page, unless it is already there, as it is when a list is first rendered. */
const scrollPage: typeof windowScroll = (offset, options, rows) => {
  if (offset + (options.adjustments ?? 0) !== readPageOffset()) windowScroll(offset, options, rows);
};

/** Returns the distance of a list from the top of the page in px. Read after the paint, so as not to force a layout. */
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

/** Returns the rows in view, and the adjacent ones that are rendered already. */
function keepRendered(
  rows: VirtualItem[],
  inView: Rows['range'],
  rendered: ReadonlySet<VirtualItem['key']>,
): VirtualItem[] {
  const { startIndex = 0, endIndex = 0 } = inView ?? {};
  const isRendered = (row: VirtualItem | undefined): boolean => row !== undefined && rendered.has(row.key);
  let from = rows.findIndex(({ index }) => index >= startIndex);
  let to = rows.findLastIndex(({ index }) => index <= endIndex) + 1;
  while (isRendered(rows[from - 1])) from -= 1;
  while (isRendered(rows[to])) to += 1;
  return rows.slice(from, to);
}

/**
 * The number of rows placed at first: placing a hundred thousand takes 20 ms, at every letter of a search. The others are
 * placed after a delay, or when the view gets near them. Until then their height is estimated from the first rows.
 */
const placedFirst = 2000;
const placeRestAfterMs = 400;

interface PlacedRows {
  near: VirtualItem[];
  /** Of the whole list in px, with an estimate for rows that are not placed. */
  height: number;
  areAllPlaced: boolean;
}

/** Places as many rows as the view needs, or all. Returns the rows in the view or near it. */
function placeRows(virtualizer: Rows, options: RowsOptions, placesAll: boolean): PlacedRows {
  const { count } = options;
  const placed = placesAll ? count : Math.min(count, placedFirst);
  virtualizer.setOptions({ ...options, count: placed });
  const near = virtualizer.getVirtualItems();
  if (placed < count && near.at(-1)?.index === placed - 1) return placeRows(virtualizer, options, true);
  const height = placed > 0 ? virtualizer.getTotalSize() * (count / placed) : 0;
  return { near, height, areAllPlaced: placed === count };
}

/** Returns the rows of a list that are in the window's view or near it. The list scrolls with the page. */
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
  const rendered = useRef<ReadonlySet<VirtualItem['key']>>(new Set());
  /** The list whose rows are all placed. */
  const wholeList = useRef<unknown>(null);
  const scrollMargin = useTop(listRef);
  const getItemKey = useMemo(() => keyOf, [list]);
  const isBegun = usePainted();
  // Renders in steps: the first rows, the rows in view, the rows near it.
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
  // The rows in view of a new list are rendered first, and the others after the paint.
  const visible = isPainted ? near : keepRendered(near, virtualizer.range, rendered.current);
  const items = visible.slice(0, isBegun ? Infinity : firstRows);
  rendered.current = new Set(items.map(({ key }) => key));
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
