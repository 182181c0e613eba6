import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../dates/partial-date.ts';
import { runToEnd } from '../async/testing/run-to-end.ts';
import { findWeekday, listCalendar } from './calendar.ts';
import { findStreaks } from './streaks.ts';
import { makeDiary, type TestEntry, collectStatistics } from './testing/diary.ts';
import { listYears, pickYear, reviewYear } from './year-review.ts';

const today = '2026-11-22';
const collect = (entries: TestEntry[], films = {}): ReturnType<typeof collectStatistics> =>
  collectStatistics(makeDiary(entries, Object.values(films)), { today });

test('counts an entry only in the periods that its date determines', () => {
  const found = collect([
    { title: 'Her', day: '2019-05-03' },
    { title: 'Her', day: '2019-05' },
    { title: 'Heat', day: '2019' },
    { title: 'Up', day: '' },
  ]);
  expect(found.totals).toMatchObject({ entryCount: 4, films: 3 });
  expect(found.known).toEqual({ day: 1, month: 1, year: 1, unknown: 1 });
  expect(found.years).toEqual([
    { period: '2019', entryCount: 3, films: 2, minutes: 0, timed: 0, untimed: 3 },
  ]);
  expect(found.months).toEqual([
    { period: '2019-05', entryCount: 2, films: 1, minutes: 0, timed: 0, untimed: 2 },
  ]);
  expect(found.monthsOfYear.map(({ entryCount }) => entryCount)).toEqual([
    0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0,
  ]);
  expect(found.weekdays.map(({ entryCount }) => entryCount)).toEqual([0, 0, 0, 0, 1, 0, 0]);
  expect([...found.days]).toEqual([['2019-05-03', 1]]);
});

test('sums the minutes of finished entries, and counts those without a known running time', () => {
  const found = collectStatistics(
    makeDiary(
      [
        { title: 'Her', day: '2020' },
        { title: 'Her', day: '2021', rewatch: true },
        { title: 'Her', day: '2021', finished: false },
        { title: 'Up', day: '2021' },
      ],
      [{ title: 'Her', runtime: 126 }],
    ),
    { today },
  );
  expect(found.totals).toEqual({
    entryCount: 4,
    films: 2,
    minutes: 252,
    rewatches: 1,
    unfinished: 1,
    timed: 2,
    untimed: 1,
  });
  expect(found.rewatchesByYear).toEqual([
    { period: '2020', rewatches: 0, entryCount: 1 },
    { period: '2021', rewatches: 1, entryCount: 3 },
  ]);
  expect(found.mostWatched).toEqual([{ film: 0, entryCount: 3 }]);
});

test('includes the years and months without entries in between', () => {
  const found = collect([
    { title: 'Her', day: '2018-11-30' },
    { title: 'Up', day: '2020-02' },
  ]);
  expect(found.years.map(({ period, entryCount }) => `${period} ${entryCount}`)).toEqual([
    '2018 1',
    '2019 0',
    '2020 1',
  ]);
  expect(found.months).toHaveLength(16);
  expect(found.months[1]).toEqual({
    period: '2018-12',
    entryCount: 0,
    films: 0,
    minutes: 0,
    timed: 0,
    untimed: 0,
  });
});

test.each([
  ['0001', '9999'],
  ['9999-11', '9999-12'],
])('ends the calendar with the year 9999: %s to %s', (first, last) => {
  const found = collect([
    { title: 'Her', day: first },
    { title: 'Her', day: last },
  ]);
  expect(found.years.at(-1)?.period).toBe('9999');
});

test('counts current ratings of films, ratings of entries, and ratings by month and year', () => {
  const found = collectStatistics(
    makeDiary(
      [
        { title: 'Her', day: '2020-01-02', rating: 7 },
        { title: 'Her', day: '2021', rating: 9 },
        { title: 'Up', day: '2021-03', rating: 6 },
        { title: 'Heat', day: '' },
      ],
      [
        { title: 'Her', rating: 10 },
        { title: 'Heat', rating: 1 },
        { title: 'Unseen', rating: 5 },
      ],
    ),
    { today },
  );
  expect(found.filmRatings).toEqual({ counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 1], given: 2, mean: 5.5 });
  expect(found.entryRatings.given).toBe(3);
  expect(found.ratingsByYear.map(({ period, mean, given }) => [period, mean, given])).toEqual([
    ['2020', 7, 1],
    ['2021', 7.5, 2],
  ]);
  expect(found.ratingsByMonth.map(({ period }) => period)).toEqual(['2020-01', '2021-03']);
});

test('groups films by people, genre, country, language and decade, each film once per group', () => {
  const jonze = { directors: ['Spike Jonze'], genres: ['Drama', 'Romance', 'Drama'], countries: ['US'] };
  const found = collectStatistics(
    makeDiary(
      [
        { title: 'Her', day: '2020' },
        { title: 'Her', day: '2021' },
        { title: 'Adaptation', day: '2021' },
        { title: 'Heat', day: '' },
      ],
      [
        { title: 'Her', year: 2013, rating: 9, runtime: 126, cast: ['Joaquin Phoenix'], ...jonze },
        { title: 'Adaptation', year: 2002, ...jonze },
        { title: 'Heat', year: 1995, directors: ['Michael Mann'], genres: ['Crime'], languages: ['en'] },
        { title: 'Unseen', directors: ['Nobody'] },
      ],
    ),
    { today },
  );
  expect(found.groups.directors).toEqual([
    {
      name: 'Spike Jonze',
      entryCount: 3,
      films: 2,
      minutes: 252,
      timed: 2,
      untimed: 1,
      meanRating: 9,
      ratedFilms: 1,
    },
    {
      name: 'Michael Mann',
      entryCount: 1,
      films: 1,
      minutes: 0,
      timed: 0,
      untimed: 1,
      meanRating: null,
      ratedFilms: 0,
    },
  ]);
  expect(found.groups.genres.map(({ name, films }) => `${name} ${films}`)).toEqual([
    'Drama 2',
    'Romance 2',
    'Crime 1',
  ]);
  expect(found.groups.decades.map(({ name }) => name)).toEqual(['1990', '2000', '2010']);
  expect(found.groups.actors.map(({ name }) => name)).toEqual(['Joaquin Phoenix']);
});

test.each<[string[], string | null, number, string | null]>([
  [[], null, 0, null],
  [['2026-11-22'], '2026-11-22', 1, '2026-11-22'],
  [['2026-11-20', '2026-11-21'], '2026-11-20', 2, '2026-11-20'],
  [['2026-11-19', '2026-11-20'], '2026-11-19', 2, null],
  [['2024-02-28', '2024-02-29', '2024-03-01', '2026-11-22'], '2024-02-28', 3, '2026-11-22'],
  [['2023-12-31', '2024-01-01', '2024', '2024-01'], '2023-12-31', 2, null],
  [['2026-11-21', '2026-11-25'], '2026-11-21', 1, '2026-11-21'],
])('finds the streaks of %j', (days, from, length, current) => {
  const found = findStreaks(days, today);
  expect([found.longest?.from ?? null, found.longest?.days ?? 0, found.current?.from ?? null]).toEqual([
    from,
    length,
    current,
  ]);
});

test.each([
  ['2026-11-22', 6],
  ['2024-02-29', 3],
  ['2000-01-01', 5],
  ['0001-01-01', 0],
  ['2024-02', null],
  ['', null],
])('%j is weekday %s, counted from Monday', (day, weekday) => {
  expect(findWeekday(day)).toBe(weekday);
});

test('a calendar contains every day of the year by week and weekday', () => {
  const days = listCalendar(new Map([['2024-02-29', 2]]), 2024);
  expect(days).toHaveLength(366);
  expect(days[0]).toEqual({ day: '2024-01-01', entryCount: 0, week: 0, weekday: 0 });
  expect(days.find(({ day }) => day === '2024-02-29')).toMatchObject({ entryCount: 2, weekday: 3 });
  expect(listCalendar(new Map(), 2023)[0]).toMatchObject({ week: 0, weekday: 6 });
  expect(listCalendar(new Map(), 2023)[1]).toMatchObject({ week: 1, weekday: 0 });
});

const day = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => addDays('2020-01-01', days) ?? '')
  .chain((whole) => fc.constantFrom(whole, whole.slice(0, 7), whole.slice(0, 4), ''));
const entry = fc.record({
  title: fc.constantFrom('Her', 'Up', 'Heat', 'It', 'Us'),
  day,
  rewatch: fc.boolean(),
  finished: fc.boolean(),
  rating: fc.constantFrom(null, 1, 5, 10),
}) as fc.Arbitrary<TestEntry>;
const runtimes = [
  { title: 'Her', runtime: 126 },
  { title: 'Up', runtime: 96 },
];

test('the parts add up to the total, whatever the order of the entries', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
      const found = collectStatistics(makeDiary(entries, runtimes), { today });
      const sum = (list: { entryCount: number }[]): number =>
        list.reduce((total, { entryCount: count }) => total + count, 0);
      const { known, totals } = found;
      expect(totals.entryCount).toBe(entries.length);
      expect(known.day + known.month + known.year + known.unknown).toBe(entries.length);
      expect(sum(found.years)).toBe(entries.length - known.unknown);
      expect(sum(found.months)).toBe(known.day + known.month);
      expect(sum(found.monthsOfYear)).toBe(known.day + known.month);
      expect(sum(found.weekdays)).toBe(known.day);
      expect([...found.days.values()].reduce((total, count) => total + count, 0)).toBe(known.day);
      expect(found.entryRatings.counts.reduce((total, count) => total + count, 0)).toBe(
        entries.filter(({ rating }) => rating !== null).length,
      );
      const backwards = collectStatistics(makeDiary([...entries].reverse(), runtimes), { today });
      expect(backwards.years).toEqual(found.years);
      expect(backwards.streaks).toEqual(found.streaks);
      expect(backwards.totals).toEqual(found.totals);
    }),
  );
});

test('lists films seen equally often by title', () => {
  const title = (at: number): string => `Film ${String((at * 37) % 80).padStart(2, '0')}`;
  const often = Array.from({ length: 80 }, (_, at) => ({ title: title(at), day: '' }));
  const found = collect([...often, ...often, { title: title(5), day: '' }, { title: 'Once', day: '' }]);
  const diary = makeDiary([...often, ...often]);
  const first = [title(5), ...often.map((one) => one.title).sort()].slice(0, 51);
  expect(found.mostWatched.map(({ film }) => diary.films.titles[film])).toEqual(
    [...new Set(first)].slice(0, 50),
  );
  expect(found.mostWatched.map(({ entryCount }) => entryCount)).toEqual([3, ...Array<number>(49).fill(2)]);
});

test('the counts of each year equal those of its year in review', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      const diary = makeDiary(entries, runtimes);
      const found = collectStatistics(diary, { today });
      for (const year of listYears(diary)) {
        const review = runToEnd(reviewYear(diary, year, { today }));
        const ofYear = found.years.find(({ period }) => period === String(year));
        expect(review?.statistics.totals).toMatchObject({
          entryCount: ofYear?.entryCount,
          films: ofYear?.films,
          minutes: ofYear?.minutes,
          timed: ofYear?.timed,
          untimed: ofYear?.untimed,
        });
        expect(pickYear(diary, year).order).toHaveLength(ofYear?.entryCount ?? -1);
      }
    }),
  );
});

test('counts all of 100,000 entries', { tags: 'slow' }, () => {
  const entries = Array.from({ length: 100_000 }, (_, at): TestEntry => ({
    title: `Film ${at % 30_000}`,
    day: addDays('1990-01-01', at % 13_000) ?? '',
    rating: 7,
  }));
  const found = collect(entries);
  expect(found.totals).toMatchObject({ entryCount: 100_000, films: 30_000 });
  expect(found.entryRatings).toMatchObject({ given: 100_000 });
  expect(found.entryRatings.mean).toBeCloseTo(7);
});
