import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Score } from '../../films/review-types.ts';
import { readReview } from './read-review.ts';

// Whole pages as sites and generators write them, with what each states.

interface Wanted {
  isReview: boolean;
  film: { title: string; year: number | null; also?: string[] };
  author: string | null;
  role: string | null;
  date: string | null;
  score: Score | null;
  criteria: { name: string; value: number; best: number; also?: [number, number][] }[];
  readers: { value: number; best: number; votes: number } | null;
  verdict?: string;
  pros?: string[];
  cons?: string[];
  comments?: number;
  excerptStarts?: string;
}

const folder = join(import.meta.dirname, 'fixtures');
const cases = readFileSync(join(folder, 'cases.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { path: string; url: string; why: string; want: Wanted })
  .map((one) => [one.path, one.why, one] as const);

const read = ({ path, url }: { path: string; url: string }) =>
  readReview(new DOMParser().parseFromString(readFileSync(join(folder, path), 'utf8'), 'text/html'), url);
const ends = (score: Score | null | undefined) => score && { value: score.value, best: score.best };

test.each(cases.filter(([, , { want }]) => want.isReview))('reads %s: %s', (_path, _why, one) => {
  const { want } = one;
  const review = read(one);
  expect([want.film.title, ...(want.film.also ?? [])]).toContain(review?.film.title);
  expect(review?.excerpt?.startsWith(want.excerptStarts ?? '')).toBe(true);
  expect({
    year: review?.film.year,
    author: review?.author?.name ?? null,
    role: review?.author?.role ?? null,
    date: review?.date?.slice(0, 10) ?? null,
    score: ends(review?.score),
    criteria: review?.criteria.map(({ name }) => name),
    readers: review?.readers && { ...ends(review.readers.score), votes: review.readers.count },
    verdict: review?.verdict?.replace(/\.$/, '') ?? null,
    pros: review?.pros,
    cons: review?.cons,
    comments: review?.commentsCount,
  }).toEqual({
    year: want.film.year,
    author: want.author,
    role: want.role,
    date: want.date,
    score: ends(want.score),
    criteria: want.criteria.map(({ name }) => name),
    readers: want.readers,
    verdict: want.verdict ?? null,
    pros: want.pros ?? [],
    cons: want.cons ?? [],
    comments: want.comments ?? null,
  });
});

test.each(cases.filter(([, , { want }]) => !want.isReview))(
  'finds no review in %s: %s',
  (_path, _why, one) => {
    expect(read(one)).toBeNull();
  },
);
