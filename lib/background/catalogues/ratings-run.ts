import type { RatingsHead } from '../../catalogue/imdb-ratings/database.ts';
import { runAlone } from '../../catalogue/imdb-ratings/run-alone.ts';
import { loadRatingsHead, saveRatings } from '../../catalogue/imdb-ratings/stored-ratings.ts';
import type { RatingsOverview } from '../../messaging/ratings-protocol.ts';
import { ratingsOn, ratingsRefresh } from '../../settings/ratings-settings.ts';
import { reportFault } from '../messages/report-fault.ts';
import { downloadRatings, type Download } from './ratings-download.ts';
import { describeRatingsFault, RatingsError } from './ratings-fault.ts';
import { beginRefresh, completeRefresh, failRefresh, isRefreshDue } from './ratings-schedule.ts';

/** The least share of the former table's ratings that a fetched one has: IMDb's file only grows. */
const leastShare = 0.5;

/** What fetching IMDb's ratings needs of the browser. */
export interface RatingsRunOptions {
  fetch: typeof globalThis.fetch;
  now: () => number;
  hasPermission: () => Promise<boolean>;
  /** Wakes the background at a time in milliseconds since 1970; null: no more. */
  setAlarm: (at: number | null) => Promise<void>;
  /** Called when the state or the progress changed. */
  onChange: () => void;
  /** Called after the table was replaced or removed. */
  onTable: () => void;
}

type Progress = NonNullable<RatingsOverview['progress']>;

interface Running {
  abort: AbortController;
  progress: Progress;
  ended: Promise<void>;
}

/** Stores what was fetched. Rejects, and keeps the former table, if the new one has much fewer ratings. */
async function store(download: Download & { state: 'fetched' }, former: RatingsHead | null, savedAt: number) {
  const { table, etag, asOf } = download;
  if (former?.origin === 'download' && table.ratings < former.ratings * leastShare)
    throw new RatingsError('cut-off');
  await saveRatings(table, { asOf, etag, origin: 'download', savedAt });
}

/** Replaces the table by the newest file; false if it is that already. */
async function fetchTable(
  { abort: { signal } }: Running,
  { fetch, now, hasPermission }: RatingsRunOptions,
  onProgress: (progress: Progress) => void,
): Promise<boolean> {
  if (!(await hasPermission())) throw new RatingsError('no-permission');
  const former = await loadRatingsHead();
  const download = await downloadRatings({ fetch, now, etag: former?.etag ?? null, signal, onProgress });
  signal.throwIfAborted();
  if (download.state === 'fetched') await store(download, former, now());
  return download.state === 'fetched';
}

async function attempt(own: Running, options: RatingsRunOptions): Promise<void> {
  const { now, setAlarm, onChange, onTable } = options;
  const state = await ratingsRefresh.getValue();
  // The run that ended since this one was asked for has done its work.
  if (!isRefreshDue(state, now())) return;
  const began = beginRefresh(state, now());
  await ratingsRefresh.setValue(began);
  await setAlarm(began.nextAt);
  try {
    const isNew = await fetchTable(own, options, (progress) => {
      own.progress = progress;
      onChange();
    });
    await ratingsRefresh.setValue(completeRefresh(now()));
    if (isNew) onTable();
  } catch (error) {
    const fault = describeRatingsFault(error, own.abort.signal.aborted);
    if (fault.code === 'failed') reportFault('ratings', error);
    const retryAfterMs = error instanceof RatingsError ? error.retryAfterMs : null;
    await ratingsRefresh.setValue(failRefresh(began, fault, { now: now(), retryAfterMs }));
  }
  if (await ratingsOn.getValue()) await setAlarm((await ratingsRefresh.getValue()).nextAt);
}

/** One refresh of IMDb's ratings at a time. */
export interface RatingsRun {
  /** The progress of the refresh that runs; null if none does. */
  getProgress: () => Progress | null;
  /** Runs a refresh that is due, unless one runs here or in another context. Never rejects; the stored state has the result. */
  run: () => Promise<void>;
  /** Stops the refresh that runs. Resolves when it has ended. */
  stop: () => Promise<void>;
}

/** Creates what runs the refreshes. */
export function createRatingsRun(options: RatingsRunOptions): RatingsRun {
  let running: Running | null = null;
  return {
    getProgress: () => running && running.progress,
    async run() {
      if (running) return;
      const ended = Promise.withResolvers<void>();
      const own: Running = {
        abort: new AbortController(),
        progress: { done: 0, of: null },
        ended: ended.promise,
      };
      running = own;
      options.onChange();
      await runAlone(() => attempt(own, options)).catch((error: unknown) => reportFault('ratings', error));
      running = null;
      ended.resolve();
      options.onChange();
    },
    async stop() {
      running?.abort.abort();
      await running?.ended;
    },
  };
}
