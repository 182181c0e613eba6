import { expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import type { Match } from '../../films/types.ts';
import { createLogFixture } from '../../watchlog/testing/fixture.ts';
import { textFile } from '../fixtures/load.ts';
import { readFiles } from '../files/read-files.ts';
import { bringIn, planImport, timeZone, viewLog } from '../testing/run-import.ts';
import { countFigures, isAllThere } from './plan-figures.ts';

const head = 'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n';
const low = '2024-05-02,Low Tide,1971,https://boxd.it/a,4,,,2024-05-01\n';
const reed = '2024-05-03,Reed,1960,https://boxd.it/b,3,,,2024-05-02\n';
const read = (rows: string) => readFiles([textFile('diary.csv', head + rows)], { timeZone });

test('counts what the log has afterwards, and how much of it is new', async () => {
  const { log } = await createLogFixture();
  await bringIn(log, read(low), 'one');
  const plan = planImport(read(low + reed), { log: await viewLog(log) });
  expect(countFigures(plan)).toMatchObject({
    films: { count: 2, added: 1 },
    entries: { count: 2, added: 1 },
    watchlist: { count: 0, added: 0 },
  });
  expect(isAllThere(plan)).toBe(false);
  expect(isAllThere(planImport(read(low), { log: await viewLog(log) }))).toBe(true);
  expect(isAllThere(planImport(read(''), { log: await viewLog(log) }))).toBe(false);
});

test.each(['keep-mine', 'take-theirs', 'keep-both'] as const)(
  'counts the films about which log and files differ, whatever is done about them: %s',
  async (policy) => {
    const { log } = await createLogFixture();
    await bringIn(log, read(low + reed), 'one');
    const changed = read(low.replace(',4,', ',2,') + reed);
    const plan = planImport(changed, { log: await viewLog(log), policy });
    expect(plan.conflicts).toBe(1);
    expect(isAllThere(plan)).toBe(false);
    expect(planImport(read(low + reed), { log: await viewLog(log), policy }).conflicts).toBe(0);
  },
);

test('a film that was asked about stays among the questions, with the answer', async () => {
  const { log } = await createLogFixture();
  const reading = read(low);
  const film = reading.entries[0]!.film;
  const candidates = [makeFilm({ title: 'Low Tide', year: 1971, refs: ['imdb:tt0000071'] })];
  const match: Match = { kind: 'ambiguous', candidates, reason: 'same-title-several-films' };
  const options = { log: await viewLog(log), matches: new Map([[film, match]]) };
  const open = planImport(reading, options);
  expect(open.questions).toMatchObject([{ decision: null, rows: 1, first: { from: { row: 2 } } }]);
  expect(open.undecided).toHaveLength(1);
  const skipped = planImport(reading, { ...options, decisions: new Map([[film, { kind: 'skip' }]]) });
  expect(skipped.questions).toMatchObject([{ decision: { kind: 'skip' } }]);
  expect([skipped.undecided, skipped.steps]).toEqual([[], []]);
});
