// @module-tag slow
import { expect, test } from 'vitest';
import { runImport, runUndoImport } from '../watchlog/testing/run-import.ts';
import { listImports, type ImportStep } from '../watchlog/imports/imports.ts';
import type { Log } from '../watchlog/log.ts';
import { createLogFixture, filmInput, type LogFixture } from '../watchlog/testing/fixture.ts';
import { createMemoryStorage } from '../watchlog/testing/memory-storage.ts';

const info = { id: 'import-1', fileNames: ['a.csv'], format: 'trakt' };

const maxSteps = 100;

/** Steps of two chunks: entries, ratings, watchlist and likes. */
const steps: ImportStep[] = Array.from({ length: 150 }, (_, at) => ({
  film: filmInput(`Film ${at}`, 2000, `imdb:tt${1_000_000 + at}`),
  entries: [
    { fields: { watchedOn: '2020-01-01', rewatch: false }, loggedAt: null, sourceId: `trakt:${at}` },
    { fields: { watchedOn: null, rewatch: true }, loggedAt: null, sourceId: null },
  ],
  changes: [],
  rating: at % 2 === 0 ? { value: 8, criteria: {}, ratedAt: 1 } : null,
  watchlist: at % 3 === 0 ? { priority: 2, reason: 'soon', addedAt: 2 } : null,
  liked: at % 7 === 0,
  tags: at % 5 === 0 ? ['to see'] : [],
}));

/** What the log says, without the ids and stamps that each run makes. */
async function tell(log: Log): Promise<unknown> {
  const isLive = ({ deleted }: { deleted: string | null }): boolean => deleted === null;
  return log.read(async (db) => {
    const films = (await db.getAll('films')).filter(isLive);
    const titles = new Map(films.map(({ id, title }) => [id, title]));
    const entries = (await db.getAll('entries')).filter(isLive);
    const ratings = (await db.getAll('ratings')).filter(isLive);
    const watchlist = (await db.getAll('watchlist')).filter(isLive);
    const [only] = await listImports(db);
    return {
      films: films.map(({ title, liked, tags }) => [title, liked, tags]).sort(),
      entries: entries.map(({ filmId, watchedOn }) => [titles.get(filmId), watchedOn]).sort(),
      ratings: ratings.map(({ filmId, value }) => [titles.get(filmId), value]).sort(),
      watchlist: watchlist.map(({ filmId, priority }) => [titles.get(filmId), priority]).sort(),
      done: only?.counts.done,
    };
  });
}

/**
 * Runs an import, or its undo, until the nth thing that happens: a chunk is acknowledged, or the storage area is about to
 * change. From then on nothing moves any more.
 */
async function runUntilKilled(
  { log, storage }: LogFixture,
  point: number,
  isUndo: boolean,
): Promise<boolean> {
  let happened = 0;
  const controller = new AbortController();
  const never = new Promise<never>(() => undefined);
  const killed = new Promise<'killed'>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve('killed'));
  });
  const happen = (): boolean => {
    happened += 1;
    if (happened >= point) controller.abort();
    return controller.signal.aborted;
  };
  for (const name of ['set', 'remove'] as const) {
    const real: (argument: never) => Promise<void> = storage[name];
    storage[name] = (argument: unknown) => (happen() ? never : real(argument as never));
  }
  const { signal } = controller;
  const task = isUndo
    ? runUndoImport(log, info.id)
    : runImport(log, info, steps, { signal, maxSteps, onProgress: () => void happen() });
  const outcome = await Promise.race([task.then(() => log.flush()), killed]);
  return outcome === 'killed';
}

async function reopen({ log, name, storage }: LogFixture): Promise<LogFixture> {
  log.close();
  return createLogFixture({ name, storage: createMemoryStorage(storage.values) });
}

const points = Array.from({ length: 60 }, (_, at) => at + 1);

test('an import, and its undo, killed at any write go on where they were', async () => {
  const whole = await createLogFixture();
  await runImport(whole.log, info, steps);
  const wanted = await tell(whole.log);
  let kills = 0;
  for (const point of points) {
    const fixture = await createLogFixture();
    const wasKilled = await runUntilKilled(fixture, point, false);
    const again = await reopen(fixture);
    expect(again.log.health()).toMatchObject({ state: 'ok' });
    await runImport(again.log, info, steps, { maxSteps });
    expect(await tell(again.log), `killed at change ${point}`).toEqual(wanted);
    const undoKilled = await runUntilKilled(again, point, true);
    const last = await reopen(again);
    expect(last.log.health()).toMatchObject({ state: 'ok' });
    await runUndoImport(last.log, info.id);
    expect(await tell(last.log)).toMatchObject({ films: [], entries: [], ratings: [], watchlist: [] });
    last.log.close();
    if (!wasKilled && !undoKilled) break;
    kills += Number(wasKilled) + Number(undoKilled);
  }
  expect(kills).toBeGreaterThan(3);
});
