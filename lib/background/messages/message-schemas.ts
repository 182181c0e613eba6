import * as v from 'valibot';
import { once } from '../../async/once.ts';
import { lazySchema, list, text } from '../../text/schemas.ts';
import { makeFilmFields, refWithin } from '../../films/film-schema.ts';
import { evidenceKinds, workKinds } from '../../films/types.ts';
import { loadableScripts, type LoadableScript } from '../../messaging/page-scripts.ts';
import { maxSuggestLength } from '../../messaging/protocol.ts';
import { maxHintsInView, maxHintsPerBatch, maxTitleLength } from '../../messaging/types.ts';
import type { EntryFields, FilmInput, RatingValue, UndoToken } from '../../watchlog/types.ts';

// What each message may carry. Sizes are bounded, and what is not named here is dropped.

const maxRefLength = maxTitleLength + 100;

/** A list of which only the first items are read, and of these only the valid ones; the others are ignored. */
const firstOf = <S extends v.GenericSchema>(of: S, count: number) =>
  v.pipe(
    // Not `v.array(v.unknown())`, which walks the ignored items too.
    v.custom<unknown[]>(Array.isArray),
    v.transform((items) => items.slice(0, count).filter((item) => v.is(of, item))),
    v.array(of),
  );
/** A ref of a film. */
export const refSchema = lazySchema(() => refWithin(maxRefLength));
const years: [number, number] = [0, 9999];
const year = lazySchema(() =>
  v.nullable(v.pipe(v.number(), v.integer(), v.minValue(years[0]), v.maxValue(years[1]))),
);
const id = lazySchema(() => text(100));
/** The id of a row of the log. */
export const idText = id;

const hint = lazySchema(() =>
  v.object({
    title: text(maxTitleLength),
    alternativeTitles: firstOf(text(maxTitleLength), 20),
    year,
    directors: firstOf(text(maxTitleLength), 20),
    refs: firstOf(refSchema, 20),
    kind: v.nullable(v.picklist(workKinds)),
    language: v.nullable(text(60)),
    facts: v.optional(firstOf(text(maxTitleLength), 20)),
  }),
);

const figure = lazySchema(() => v.pipe(v.number(), v.minValue(0), v.maxValue(1000)));
const siteScore = lazySchema(() =>
  v.object({
    value: figure,
    worst: v.nullable(figure),
    best: v.nullable(figure),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9)),
  }),
);

/** A hint as a content script sends it. */
export const sightedHintSchema = lazySchema(() =>
  v.object({
    hint,
    evidence: list(v.picklist(evidenceKinds), evidenceKinds.length),
    confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    certainty: v.picklist(['stated', 'possible']),
    isSubject: v.boolean(),
    context: v.object({
      yearBeside: v.boolean(),
      setApart: v.boolean(),
      filmWordsNear: v.boolean(),
      namesNear: firstOf(text(100), 20),
    }),
    siteScore: v.exactOptional(siteScore),
  }),
);

/** At most `maxHintsPerBatch` hints; one that is malformed becomes null, and the others are still answered. */
const batchOf = (most: number) =>
  v.object({
    hints: v.pipe(
      v.array(v.unknown()),
      v.maxLength(most),
      v.array(v.fallback(v.nullable(sightedHintSchema), null)),
    ),
  });
export const batchSchema = lazySchema(() => batchOf(maxHintsPerBatch));
export const lookedAtSchema = lazySchema(() => batchOf(maxHintsInView));

/** The facts of a film, each by itself. */
export const filmFields = once(() => {
  const fields = makeFilmFields({
    title: 500,
    name: 500,
    items: 1000,
    ref: maxRefLength,
    refs: 100,
    region: 100,
    date: /^.{0,10}$/s,
    years,
    minutes: null,
  });
  return { ...fields, title: v.pipe(fields.title, v.minLength(1)) };
});
/** A film whole. */
export const filmSchema = lazySchema(() => v.object(filmFields()));
/** A film as input for a write. */
export const filmInputSchema: v.GenericSchema<unknown, FilmInput> = lazySchema(() => {
  const { title, year: filmYear, refs, ...facts } = filmFields();
  return v.object({ title, year: filmYear, refs, ...v.partial(v.object(facts)).entries });
});

/** A rating in half stars, or null for none. */
export const ratingSchema = lazySchema(() =>
  v.nullable(v.picklist([1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const satisfies RatingValue[])),
);
/** The fields of an entry. */
export const entrySchema: v.GenericSchema<unknown, EntryFields> = lazySchema(() =>
  v.partial(
    v.object({
      watchedOn: v.nullable(text(10)),
      rewatch: v.boolean(),
      finished: v.boolean(),
      rating: ratingSchema,
      tags: list(text(200), 200),
      note: text(100_000),
      review: text(1_000_000),
      reviewHasSpoilers: v.boolean(),
      place: text(500),
      company: text(500),
    }),
  ),
);

const origin = lazySchema(() => v.picklist(['popup', 'log', 'import', 'menu', 'command']));

/** Ratings by criterion. */
export const criteriaSchema = lazySchema(() =>
  v.record(text(100), v.picklist([1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const satisfies RatingValue[])),
);
/** How much somebody wants to see a film. */
export const prioritySchema = lazySchema(() => v.picklist([0, 1, 2, 3]));

export const describeSchema = lazySchema(() => v.object({ hint: sightedHintSchema }));
export const tabSchema = lazySchema(() =>
  v.object({ tabId: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
);
export const suggestSchema = lazySchema(() => v.object({ text: text(maxSuggestLength) }));
export const rateSchema = lazySchema(() =>
  v.object({
    film: filmInputSchema,
    value: ratingSchema,
    criteria: v.optional(criteriaSchema),
    entry: v.optional(id),
  }),
);
export const logEntrySchema = lazySchema(() =>
  v.object({ film: filmInputSchema, entry: entrySchema, origin }),
);
export const changeEntrySchema = lazySchema(() => v.object({ id, changes: entrySchema }));
export const idSchema = lazySchema(() => v.object({ id }));
export const watchlistSchema = lazySchema(() =>
  v.object({
    film: filmInputSchema,
    listed: v.boolean(),
    priority: v.optional(prioritySchema),
    reason: v.optional(text(100_000)),
  }),
);
export const correctSchema = lazySchema(() =>
  v.object({ keys: list(refSchema, 50), film: v.nullable(filmSchema) }),
);
export const undoSchema: v.GenericSchema<unknown, UndoToken> = lazySchema(() =>
  v.pipe(text(100), v.minLength(1)),
);

/** A script of ours that a page is to get. */
export const scriptSchema: v.GenericSchema<unknown, { name: LoadableScript }> = lazySchema(() =>
  v.strictObject({
    name: v.picklist(loadableScripts),
  }),
);

/** For messages without data: any data is dropped. */
export const nothingSchema = lazySchema(() =>
  v.pipe(
    v.unknown(),
    v.transform(() => undefined),
  ),
);
