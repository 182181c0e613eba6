import { batch, effect } from '@preact/signals';
import type { LogModel } from './log-model.ts';
import { nothingFound, searchLog } from './log-search.ts';
import { runInSlices } from './slices.ts';

/**
 * Searches whenever the query or the log has changed, beside whatever else is to be done: the key that was pressed never
 * waits, and the newest query wins.
 */
export function followSearch({ shown, query, prepared, hits, isSearching }: LogModel): void {
  let searching = new AbortController();
  effect(() => {
    const isPrepared = prepared.value > 0;
    const [log, sought] = [shown.value, query.value];
    searching.abort();
    if (log === null || sought === '') {
      batch(() => {
        hits.value = null;
        isSearching.value = false;
      });
      return;
    }
    const { signal } = (searching = new AbortController());
    batch(() => {
      // A page that is opened with a query does not show all the log first.
      if (!isPrepared && hits.peek() === null) hits.value = nothingFound;
      isSearching.value = true;
    });
    void runInSlices(searchLog(log.index, log.texts, sought), signal).then((found) => {
      if (signal.aborted) return;
      batch(() => {
        hits.value = found;
        isSearching.value = false;
      });
    });
  });
}
