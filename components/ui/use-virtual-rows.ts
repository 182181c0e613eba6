import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';

interface VirtualRowsOptions {
  count: number;
  /** What the rows come from: as long as it is the same, so are they, and none is laid out anew. */
  list: unknown;
  /** About how high a row is, in pixels; rows are measured once they are drawn. */
  estimateHeight: (index: number) => number;
  keyOf: (index: number) => string | number;
  /** Rows drawn above and below what is in view. */
  overscan?: number;
}

/** A row to draw. */
export interface VirtualRow {
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
  scrollTo: (index: number) => void;
}

/** The rows of a list of any length that are in the window's view or near it. The list scrolls with the page. */
export function useVirtualRows({
  count,
  list,
  estimateHeight,
  keyOf,
  overscan = 12,
}: VirtualRowsOptions): VirtualRows {
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const listRef = useRef<HTMLElement | null>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const getItemKey = useMemo(() => keyOf, [list]);
  const options = {
    count,
    estimateSize: estimateHeight,
    getItemKey,
    overscan,
    scrollMargin,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialOffset: () => window.scrollY,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    const top = listRef.current?.getBoundingClientRect().top ?? 0;
    setScrollMargin(Math.round(top + window.scrollY));
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const before = first ? first.start - scrollMargin : 0;
  const after = last ? virtualizer.getTotalSize() + scrollMargin - last.end : 0;
  return {
    rows: items,
    listRef,
    style: { paddingTop: `${Math.max(0, before)}px`, paddingBottom: `${Math.max(0, after)}px` },
    measure: virtualizer.measureElement,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
