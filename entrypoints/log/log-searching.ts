import { batch, effect } from '@preact/signals';
import { takeListed, type Listed, type LogModel } from './log-model.ts';
import { nothingFound, searchLog, type Found } from './log-search.ts';
import { runInSlices } from './slices.ts';

/**
 * Lets the lists follow the address and the log: the search runs beside whatever else is to be done, so that the key that
 * was pressed never waits, and the newest query wins. Another view, and a log that has changed, is listed at once.
 */
export function followAddress({ shown, address, prepared, hits, listed, isSearching }: LogModel): void {
  let searching = new AbortController();
  let viewBefore = address.peek().view;
  let logBefore: object | null = null;
  const isListed = ({ query, filters, sorting }: Listed): boolean => {
    const now = listed.peek();
    return now.query === query && now.filters === filters && now.sorting === sorting;
  };
  const settle = (found: Found | null, next: Listed): void =>
    batch(() => {
      hits.value = found;
      if (!isListed(next)) listed.value = next;
      isSearching.value = false;
    });
  effect(() => {
    const isPrepared = prepared.value > 0;
    const log = shown.value;
    const { view } = address.value;
    const next = takeListed(address.value);
    const isOther = view !== viewBefore || log !== logBefore;
    viewBefore = view;
    logBefore = log;
    searching.abort();
    if (log === null || (next.query === '' && (isOther || isListed(next)))) return settle(null, next);
    const { signal } = (searching = new AbortController());
    batch(() => {
      // A page that is opened with a query does not show all the log first.
      if (isOther && next.query !== '' && (!isPrepared || hits.peek() === null)) hits.value = nothingFound;
      if (isOther && !isListed(next)) listed.value = next;
      isSearching.value = true;
    });
    // A query of no words finds all; it, too, lets others run first.
    void runInSlices(searchLog(log.index, log.texts, next.query), signal).then((found) => {
      if (!signal.aborted) settle(found, next);
    });
  });
}
