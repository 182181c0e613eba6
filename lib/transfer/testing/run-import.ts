import { runToEnd } from '../../async/testing/run-to-end.ts';
import { runImport } from '../../watchlog/testing/run-import.ts';
import type { ImportStep } from '../../watchlog/imports/imports.ts';
import type { Log } from '../../watchlog/log.ts';
import { filmInput } from '../../watchlog/testing/fixture.ts';
import { readVisible } from '../../watchlog/testing/visible.ts';
import { planInSteps } from '../plan/plan-import.ts';
import type { ImportPlan, LogView, PlanOptions } from '../plan/plan-types.ts';
import type { Reading } from '../types.ts';

/** The import's info in tests. */
export const info = { id: 'import-1', fileNames: ['a.csv'], format: 'letterboxd' };

/** The zone that files are read in. */
export const timeZone = 'Europe/Berlin';

/** The rows of the log that are not deleted. */
export async function viewLog(log: Log): Promise<LogView> {
  const isLive = ({ deleted }: { deleted: string | null }): boolean => deleted === null;
  return log.read(async (db) => ({
    films: (await db.getAll('films')).filter(isLive),
    ratings: (await db.getAll('ratings')).filter(isLive),
    entries: (await db.getAll('entries')).filter(isLive),
    watchlist: (await db.getAll('watchlist')).filter(isLive),
    lists: (await db.getAll('lists')).filter(isLive),
    listItems: (await db.getAll('listItems')).filter(isLive),
  }));
}

/** The visible rows of all stores except imports, which are still listed after they are undone. */
export async function readOwn(log: Log): Promise<Record<string, unknown>> {
  const visible = await log.read(readVisible);
  return Object.fromEntries(Object.entries(visible).filter(([store]) => store !== 'imports'));
}

/** The plan of an import, made without pauses. */
export function planImport(reading: Reading, options: PlanOptions): ImportPlan {
  return runToEnd(planInSteps(reading, options));
}

/** Plans a reading against the current log and writes the plan. */
export async function bringIn(
  log: Log,
  reading: Reading,
  id: string,
  options: Partial<PlanOptions> = {},
): Promise<ImportPlan> {
  const plan = planImport(reading, { log: await viewLog(log), ...options });
  await runImport(log, { ...info, id }, plan.steps, { lists: plan.lists });
  return plan;
}

/** A diary with two entries for one film on one day. */
export const twoEntries =
  'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n' +
  '2024-03-11,Her,2013,https://boxd.it/a,5,,cinema,2024-03-10\n' +
  '2024-03-11,Her,2013,https://boxd.it/b,5,Yes,,2024-03-10\n';

/** Steps that each import one film with one entry and a rating. */
export const manySteps = (count: number): ImportStep[] =>
  Array.from({ length: count }, (_, at) => ({
    film: filmInput(`Film ${at}`, 2000, `imdb:tt${1_000_000 + at}`),
    entries: [{ fields: { watchedOn: '2020-01-01' }, loggedAt: null, sourceId: `trakt:${at}` }],
    changes: [],
    rating: { value: 8, criteria: {}, ratedAt: 1 },
    watchlist: null,
    liked: at % 7 === 0,
    tags: [],
  }));
