import { readItem } from '../../settings/read-item.ts';
import type { RatingsHead } from '../../catalogue/imdb-ratings/database.ts';
import { loadRatingsHead, removeRatings } from '../../catalogue/imdb-ratings/stored-ratings.ts';
import type { RatingsOverview } from '../../messaging/ratings-protocol.ts';
import { ratingsOn, ratingsRefresh } from '../../settings/ratings-settings.ts';
import { ratingsOrigins } from './ratings-download.ts';
import { createRatingsRun, type RatingsRun, type RatingsRunOptions } from './ratings-run.ts';
import { failRefresh, isRefreshDue, isWishOpen, wishRefresh } from './ratings-schedule.ts';

/** What keeping IMDb's ratings new needs of the browser. */
export interface RatingsRefreshOptions extends RatingsRunOptions {
  /** Gives the permission for the origin back. */
  dropPermission: () => Promise<void>;
}

/** IMDb's ratings, kept new while the user has switched them on. */
export interface RatingsRefresher {
  overview: () => Promise<RatingsOverview>;
  /** Runs a refresh that is due or was broken off. Resolves when it has ended. */
  tick: () => Promise<void>;
  /** Switches it on and begins; without the permission it begins when the browser grants it. */
  start: () => Promise<RatingsOverview>;
  /** Stops a refresh. Without a table, nothing is fetched later either: the user wanted the first one only now. */
  stop: (reason: 'cancelled' | 'declined') => Promise<RatingsOverview>;
  /** Switches it off and gives the permission back. The table stays. */
  switchOff: () => Promise<RatingsOverview>;
  /** The same, and removes the table. */
  remove: () => Promise<RatingsOverview>;
}

function describeTable(head: RatingsHead | null): RatingsOverview['table'] {
  return head && { ratings: head.ratings, asOf: head.asOf, bytes: head.bytes, savedAt: head.savedAt };
}

async function describe(
  { hasPermission }: RatingsRefreshOptions,
  { getProgress }: RatingsRun,
): Promise<RatingsOverview> {
  // Before the state is read: a refresh that ends meanwhile must not look as if it had ended without a fault.
  const progress = getProgress();
  const [isWanted, isAllowed, { fault, nextAt, checkedAt }, head] = await Promise.all([
    readItem(ratingsOn),
    hasPermission(),
    readItem(ratingsRefresh),
    loadRatingsHead(),
  ]);
  const on = isWanted && isAllowed;
  const table = describeTable(head);
  return { on, origins: ratingsOrigins, table, progress, fault, nextAt: on ? nextAt : null, checkedAt };
}

async function tick({ now, hasPermission, setAlarm }: RatingsRefreshOptions, run: RatingsRun): Promise<void> {
  if (run.getProgress() || !(await ratingsOn.getValue())) return;
  const state = await ratingsRefresh.getValue();
  if (!(await hasPermission())) {
    // Taken back, or never given: a permission that the user gives later for another reason starts nothing.
    if (!isWishOpen(state, now())) await ratingsOn.setValue(false);
  } else if (isRefreshDue(state, now())) await run.run();
  else await setAlarm(state.nextAt);
}

async function wish({ now, hasPermission, setAlarm }: RatingsRefreshOptions, run: RatingsRun): Promise<void> {
  await ratingsOn.setValue(true);
  const wished = wishRefresh(await ratingsRefresh.getValue(), now());
  await ratingsRefresh.setValue(wished);
  await setAlarm(wished.nextAt);
  if (await hasPermission()) void run.run();
}

async function stop(reason: 'cancelled' | 'declined', now: number, run: RatingsRun): Promise<void> {
  await run.stop();
  const state = await ratingsRefresh.getValue();
  await ratingsRefresh.setValue(
    failRefresh(state, { code: reason, status: null }, { now, retryAfterMs: null }),
  );
  if (reason === 'declined' || (await loadRatingsHead()) === null) await ratingsOn.setValue(false);
}

async function switchOff(
  { setAlarm, dropPermission }: RatingsRefreshOptions,
  run: RatingsRun,
): Promise<void> {
  await ratingsOn.setValue(false);
  await run.stop();
  await setAlarm(null);
  await dropPermission();
}

/** Creates what keeps IMDb's ratings new. It asks for nothing until `start` is called. */
export function createRatingsRefresh(options: RatingsRefreshOptions): RatingsRefresher {
  const run = createRatingsRun(options);
  const overview = (): Promise<RatingsOverview> => describe(options, run);
  /** Does something, and tells the pages. */
  const then = async (task: Promise<void>): Promise<RatingsOverview> => {
    await task;
    options.onChange();
    return await overview();
  };
  return {
    overview,
    tick: () => tick(options, run),
    start: () => then(wish(options, run)),
    stop: (reason) => then(stop(reason, options.now(), run)),
    switchOff: () => then(switchOff(options, run)),
    remove: async () => {
      await switchOff(options, run);
      await removeRatings();
      options.onTable();
      return await then(Promise.resolve());
    },
  };
}
