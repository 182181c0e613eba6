import { expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import type { Film } from '../../films/types.ts';
import { listShare } from '../../reviews/policy.ts';
import { omdb } from '../../reviews/sources/omdb.ts';
import { tmdb } from '../../reviews/sources/tmdb.ts';
import type { ReviewSource } from '../../reviews/sources/types.ts';
import { createListBudget } from './list-budget.ts';

const films = Array.from({ length: 2000 }, (_, at) => makeFilm({ title: `Film ${at}`, year: 2000 }));
const idle = { day: '', failures: 0, fault: null, lastAnswerAt: null };

/** A budget of which `used` requests are used, each asked film counting as its source says. */
function start(used = 0, restUntil = 0) {
  const row = { used };
  const asked: Film[] = [];
  const quota = { load: (id: string) => Promise.resolve({ ...idle, id, restUntil, ...row }) };
  const budget = createListBudget({ quota, now: () => 1000 });
  const spend = (source: ReviewSource, wanted: Film[]) =>
    budget.spend(source, wanted, (list) => {
      asked.push(...list);
      row.used += list.length * source.policy.requestsPerFilm;
      return Promise.resolve(true);
    });
  return { spend, asked };
}

test('lists use up their share of the day, and leave the rest to films that are opened', async () => {
  const { spend, asked } = start();
  expect(await spend(omdb, films)).toBe(true);
  expect(asked).toHaveLength(1000 * listShare);
  expect(await spend(omdb, films)).toBe(false);
  expect(asked).toHaveLength(1000 * listShare);
});

test('a film that takes two requests counts twice', async () => {
  const { spend, asked } = start(1000);
  await spend(tmdb, films);
  expect(asked).toHaveLength((2000 * listShare - 1000) / 2);
});

test('nothing is asked once opened films have used more than that share', async () => {
  const { spend, asked } = start(900);
  expect(await spend(omdb, films)).toBe(false);
  expect(asked).toEqual([]);
});

test('a paused source is not asked for films in lists', async () => {
  const { spend, asked } = start(0, 1001);
  expect(await spend(omdb, films)).toBe(false);
  expect(asked).toEqual([]);
});

test('a source without a daily budget is asked for all', async () => {
  const { spend, asked } = start(5000);
  await spend({ ...omdb, policy: { ...omdb.policy, dailyBudget: null } }, films);
  expect(asked).toHaveLength(films.length);
});

test('lists asked for at the same time share the budget', async () => {
  const asked: number[] = [];
  const quota = { load: (id: string) => Promise.resolve({ ...idle, id, restUntil: 0, used: 0 }) };
  const budget = createListBudget({ quota, now: () => 0 });
  let finish = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (finish = resolve));
  const spend = (count: number) =>
    budget.spend(omdb, films.slice(0, count), async (list) => {
      asked.push(list.length);
      await waiting;
      return true;
    });
  const first = spend(500);
  await Promise.resolve();
  await Promise.resolve();
  const second = spend(500);
  await Promise.resolve();
  await Promise.resolve();
  finish();
  await Promise.all([first, second]);
  expect(asked).toEqual([500, 100]);
});
