import fc from 'fast-check';
import type { FilmRef } from '../../lib/films/types.ts';
import { titleRef } from '../../lib/films/titles/title-key.ts';
import type { WatchEntry, FilmRow, RatingRow, RatingValue } from '../../lib/watchlog/types.ts';
import { createRowLists } from '../../lib/transfer/log-rows.ts';
import type { LogRowLists } from '../../lib/transfer/types.ts';

const stamp = fc
  .tuple(fc.integer({ min: 1e12, max: 1.7e12 }), fc.constantFrom('device01', 'device02'))
  .map(([ms, device]) => `${ms.toString(36).padStart(9, '0')}-000-${device}`);
const stars = fc.integer({ min: 1, max: 10 }).map((value) => value as RatingValue);
const hard = fc.constantFrom(
  'plain',
  'a "quoted" word',
  'commas, and; semicolons',
  'two\nlines\n\nand a third',
  '=1+1',
  '+1',
  "'=x",
  '-dash',
  '@at',
  '🎬 emoji 👩‍👩‍👧',
  'שלום مرحبا',
  '<script>alert(1)</script>',
  '\\backslash\\',
);
const line = hard.filter((text) => !text.includes('\n'));
const day = fc.constantFrom(null, '2019', '2019-05', '2019-05-03', '2019-05-03', '2024-02-29');
const ms = fc.integer({ min: 1.2e12, max: 1.7e12 });

/** Generates logs: films with their entries, ratings and watchlist items. The texts are of kinds that break files. */
export const anyLog: fc.Arbitrary<LogRowLists> = fc
  .array(
    fc.record({
      name: line,
      year: fc.option(fc.integer({ min: 1920, max: 2025 })),
      hasIds: fc.boolean(),
      liked: fc.boolean(),
      filmTags: fc.uniqueArray(fc.constantFrom('to see', 'שלום', '-x'), { maxLength: 2 }),
      rating: fc.option(stars),
      criteria: fc.dictionary(fc.constantFrom('story', 'sound'), stars),
      listing: fc.option(fc.record({ reason: hard, addedAt: ms, priority: fc.constantFrom(0, 1, 2, 3) })),
      deleted: fc.option(stamp),
      stamp,
      entries: fc.array(
        fc.record({
          watchedOn: day,
          rewatch: fc.boolean(),
          finished: fc.boolean(),
          rating: fc.option(stars),
          tags: fc.uniqueArray(fc.constantFrom('cinema', 'with Ana', 'שלום', '-x'), { maxLength: 3 }),
          note: fc.oneof(fc.constant(''), hard),
          review: fc.oneof(fc.constant(''), hard),
          reviewHasSpoilers: fc.boolean(),
          place: fc.oneof(fc.constant(''), line),
          company: fc.oneof(fc.constant(''), line),
          loggedAt: ms,
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 8 },
  )
  .map((films) => {
    const log = createRowLists();
    films.forEach((parts, at) => {
      const base = { stamps: { title: parts.stamp }, deleted: parts.deleted, importId: null };
      const title = `${parts.name} ${at}`;
      const ids: FilmRef[] = parts.hasIds ? [`imdb:tt${String(1_000_000 + at)}`, `tmdb:${at + 1}`] : [];
      const film: FilmRow = {
        ...base,
        id: `film-${at}`,
        refs: [...ids, titleRef(title, parts.year)],
        title,
        originalTitle: null,
        alternativeTitles: [],
        year: parts.year,
        releases: [],
        directors: ['Spike Jonze'],
        writers: [],
        cast: [],
        runtimeMinutes: null,
        genres: [],
        countries: [],
        languages: [],
        liked: parts.liked,
        tags: parts.filmTags,
      };
      log.films.push(film);
      parts.entries.forEach((entry, index) => {
        const row: WatchEntry = {
          ...base,
          id: `entry-${at}-${index}`,
          filmId: film.id,
          origin: 'log',
          diaryKey: entry.watchedOn ?? '',
          ...entry,
        };
        log.entries.push(row);
      });
      const rating: RatingRow = {
        ...base,
        id: `rating-${at}`,
        filmId: film.id,
        value: parts.rating,
        criteria: parts.criteria,
        ratedAt: 1.6e12,
      };
      log.ratings.push(rating);
      const { listing } = parts;
      if (listing === null) return;
      const priority = ([0, 1, 2, 3] as const).find((each) => each === listing.priority) ?? 0;
      log.watchlist.push({ ...base, id: `watchlist-${at}`, filmId: film.id, ...listing, priority });
    });
    return log;
  });
