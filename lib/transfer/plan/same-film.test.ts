import { expect, test } from 'vitest';
import { sameFilmCases, type CaseFilm } from '../../films/fixtures/same-film.fixture.ts';
import { countAll } from '../../watchlog/testing/own-records.ts';
import { createLogFixture } from '../../watchlog/testing/fixture.ts';
import { createFilmIndex } from '../film-index.ts';
import { createReading } from '../import-builder.ts';
import { bringIn } from '../testing/run-import.ts';
import type { Reading } from '../types.ts';

/** A file that has seen each of the films once, on days of their own. */
function readFile(...films: CaseFilm[]): Reading {
  const reading = createReading('generic', ['a.csv']);
  const index = createFilmIndex();
  for (const [at, film] of films.entries())
    reading.ratings.push({
      film: index.add(film),
      value: at === 0 ? 2 : 9,
      criteria: {},
      ratedAt: null,
      from: { file: 'a.csv', row: at + 2 },
    });
  return reading;
}

/** The films and ratings in the log after the files were imported one after the other, and the kinds of rows of the last plan. */
async function importFiles(...files: Reading[]) {
  const { log } = await createLogFixture();
  let kinds: string[] = [];
  for (const [at, file] of files.entries()) {
    const plan = await bringIn(log, file, `import-${at}`);
    kinds = plan.rows.map(({ kind }) => kind);
  }
  const { films, ratings } = await log.read(countAll);
  log.close();
  return { films, ratings, kinds };
}

test.each(sameFilmCases)('two rows of a file are about $expected: $why', async ({ a, b, expected }) => {
  for (const [first, second] of [
    [a, b],
    [b, a],
  ] as const) {
    const reading = readFile(first, second);
    const [one, other] = reading.ratings;
    expect(one?.film === other?.film).toBe(expected === 'one');
    const count = expected === 'one' ? 1 : 2;
    expect(await importFiles(reading)).toMatchObject({ films: count, ratings: count });
  }
});

test.each(sameFilmCases)('a file is about $expected with the log: $why', async ({ a, b, expected }) => {
  const count = expected === 'one' ? 1 : 2;
  // The log's rating stays beside another one of the same film.
  const kinds = [expected === 'one' ? 'unchanged' : 'added'];
  const files = [readFile(a), readFile(b)].map((reading, at) => ({
    ...reading,
    ratings: reading.ratings.map((rating) => ({ ...rating, value: at === 0 ? (2 as const) : (9 as const) })),
  }));
  expect(await importFiles(...files)).toEqual({ films: count, ratings: count, kinds });
});
