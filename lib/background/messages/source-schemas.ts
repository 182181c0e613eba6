import * as v from 'valibot';
import { lazySchema, list, text } from '../../text/schemas.ts';
import { evidenceKinds } from '../../films/types.ts';
import { liveSourceIds } from '../../reviews/sources/types.ts';
import { parseHttpUrl } from '../../reviews/sources/addresses.ts';
import type { PageReview } from '../../films/review-types.ts';
import { filmSchema, refSchema, filmInputSchema } from './message-schemas.ts';

// What the messages about sources may carry. Sizes are bounded, and what is not named here is dropped.

const optional = (maxLength: number) => v.nullable(text(maxLength));
const url = lazySchema(() =>
  v.pipe(
    text(2000),
    v.check((address) => parseHttpUrl(address) !== null),
  ),
);
const year = lazySchema(() => v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))));
const count = lazySchema(() => v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))));
const score = lazySchema(() =>
  v.pipe(
    v.object({ value: v.pipe(v.number(), v.finite()), worst: v.number(), best: v.number() }),
    v.check(({ value, worst, best }) => best > worst && value >= worst && value <= best),
  ),
);
const names = lazySchema(() => list(text(500), 200));

/** A page's review as a script read it, or a page of ours hands it on. */
export const pageReviewSchema: v.GenericSchema<unknown, PageReview> = lazySchema(() =>
  v.object({
    url,
    siteName: optional(300),
    film: v.object({
      title: text(500),
      year,
      releases: list(v.object({ date: text(10), region: optional(100) }), 100),
      directors: names,
      writers: names,
      cast: names,
      genres: names,
      refs: list(refSchema, 100),
    }),
    headline: optional(1000),
    author: v.nullable(v.object({ name: text(300), role: optional(300), url: v.nullable(url) })),
    date: optional(60),
    language: optional(60),
    score: v.nullable(score),
    criteria: list(v.object({ name: text(200), score }), 50),
    readers: v.nullable(v.object({ score, count })),
    verdict: optional(5000),
    pros: list(text(1000), 50),
    cons: list(text(1000), 50),
    excerpt: optional(1000),
    text: optional(200_000),
    commentsCount: count,
    evidence: list(v.picklist(evidenceKinds), 20),
  }),
);

const source = lazySchema(() => v.picklist(liveSourceIds));
const id = lazySchema(() => text(100));
/** Keys are printable and go into a header or an address. */
const key = lazySchema(() => v.pipe(text(600), v.trim(), v.regex(/^[\x21-\x7e]{1,600}$/)));

export const keepReviewSchema = lazySchema(() =>
  v.object({
    film: filmInputSchema,
    review: pageReviewSchema,
    withText: v.boolean(),
  }),
);
export const urlSchema = lazySchema(() => v.object({ url }));
export const switchSourceSchema = lazySchema(() => v.object({ source, on: v.boolean() }));
export const checkKeySchema = lazySchema(() => v.object({ source, key }));
export const setKeySchema = lazySchema(() => v.object({ source, key: v.nullable(key) }));
export const siteSchema = lazySchema(() => v.object({ id }));
export const pauseSiteSchema = lazySchema(() => v.object({ id, paused: v.boolean() }));
export const assignPostSchema = lazySchema(() => v.object({ siteId: id, url, film: v.nullable(filmSchema) }));
