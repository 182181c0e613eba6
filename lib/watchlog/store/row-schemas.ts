import * as v from 'valibot';
import { once } from '../../async/once.ts';
import { lazySchema } from '../../text/schemas.ts';
import { makeFilmFields, refWithin } from '../../films/film-schema.ts';
import type { StoredReview } from '../../films/review-types.ts';
import { filmStores, logStores, type RowOf } from './schema.ts';
import type { LogRows, LogStore, RatingValue } from '../types.ts';

const text = v.string();
const flag = v.boolean();
const ms = v.number();
const texts = v.array(text);
const nullable = { text: v.nullable(text), number: v.nullable(v.number()) };

const ref = refWithin(Infinity);
/** No limits here, because a stored row must stay readable; validate.ts limits what is written. */
const filmFields = once(() =>
  makeFilmFields({
    title: Infinity,
    name: Infinity,
    items: Infinity,
    ref: Infinity,
    refs: Infinity,
    region: Infinity,
    date: /^/,
    years: null,
    minutes: null,
  }),
);
const rating = v.picklist([1, 2, 3, 4, 5, 6, 7, 8, 9, 10] satisfies RatingValue[]);

const store = v.picklist(logStores);

const rowKey = lazySchema(() => v.object({ store: v.picklist(filmStores), id: text }));

const row = {
  id: v.pipe(text, v.minLength(1)),
  stamps: lazySchema(() => v.record(text, text)),
  deleted: nullable.text,
  importId: nullable.text,
  purged: v.optional(v.literal(true)),
};

function isStoredReview(value: unknown): value is StoredReview {
  const review = v.looseObject({
    url: text,
    source: text,
    film: v.looseObject({ title: text }),
    criteria: v.array(v.unknown()),
    fetchedAt: ms,
  });
  return v.is(review, value);
}

const schemas: { [S in LogStore]: v.GenericSchema<unknown, LogRows[S]> } = {
  films: lazySchema(() =>
    v.object({
      ...row,
      ...filmFields(),
      liked: flag,
      tags: texts,
      merged: v.optional(
        v.nullable(
          v.object({
            into: text,
            refs: v.array(ref),
            rows: v.array(rowKey),
            dropped: v.array(rowKey),
            before: v.record(text, v.unknown()),
            stamps: v.optional(v.record(text, text)),
          }),
        ),
      ),
    }),
  ),
  ratings: lazySchema(() =>
    v.object({
      ...row,
      filmId: text,
      value: v.nullable(rating),
      criteria: v.record(text, rating),
      ratedAt: ms,
    }),
  ),
  entries: lazySchema(() =>
    v.object({
      ...row,
      filmId: text,
      watchedOn: nullable.text,
      rewatch: flag,
      finished: flag,
      rating: v.nullable(rating),
      tags: texts,
      note: text,
      review: text,
      reviewHasSpoilers: flag,
      place: text,
      company: text,
      loggedAt: ms,
      origin: v.picklist(['popup', 'log', 'import', 'menu', 'command']),
      sourceId: v.optional(text),
      diaryKey: v.optional(text),
    }),
  ),
  watchlist: lazySchema(() =>
    v.object({
      ...row,
      filmId: text,
      priority: v.picklist([0, 1, 2, 3]),
      reason: text,
      addedAt: ms,
    }),
  ),
  corrections: lazySchema(() => v.object({ ...row, key: ref, filmId: nullable.text })),
  keptReviews: lazySchema(() =>
    v.object({ ...row, filmId: text, url: text, review: v.custom<StoredReview>(isStoredReview) }),
  ),
  imports: lazySchema(() =>
    v.object({
      ...row,
      fileNames: texts,
      format: text,
      startedAt: ms,
      finishedAt: nullable.number,
      undoneAt: nullable.number,
      counts: v.record(text, v.number()),
      made: v.optional(v.record(store, texts)),
      changes: v.optional(
        v.array(
          v.object({
            ...{ store, id: text, before: v.record(text, v.unknown()) },
            stamps: v.optional(v.record(text, text)),
          }),
        ),
      ),
      tagged: v.optional(v.array(v.object({ filmId: text, tags: texts }))),
      ahead: v.optional(texts),
      kept: v.optional(texts),
    }),
  ),
  followedSites: lazySchema(() =>
    v.object({
      ...row,
      url: text,
      name: text,
      feed: v.object({ kind: v.picklist(['wordpress', 'rss', 'atom', 'json']), url: text }),
      paused: flag,
    }),
  ),
  lists: lazySchema(() => v.object({ ...row, name: text, description: text, ranked: flag, createdAt: ms })),
  listItems: lazySchema(() =>
    v.object({
      ...row,
      listId: text,
      filmId: text,
      position: text,
      note: text,
      addedAt: ms,
      listKey: v.optional(text),
    }),
  ),
};

/** Parses a row of a store from a file, a message or a backup; null if it is not a valid row. */
export function parseRow<S extends LogStore>(store: S, value: unknown): RowOf<S> | null {
  const schema: v.GenericSchema<unknown, RowOf<S>> = schemas[store];
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}
