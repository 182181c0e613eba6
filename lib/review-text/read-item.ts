import type { Evidence, FilmRef, Release } from '../films/types.ts';
import { parseId } from '../films/film-ids.ts';
import { findRefInUrl } from '../films/refs.ts';
import type { CriterionScore, PageReview, Person, Score } from '../films/review-types.ts';
import { isPartialDate } from '../dates/partial-date.ts';
import { cleanText, truncateText } from '../text/text.ts';
import { parseIsoYear } from './parse-iso-year.ts';
import { findTypeKind, listTypes } from './schema-org.ts';
import type { FoundReview } from './find-reviews.ts';
import { parseReviewHeading } from './heading.ts';
import { isItem, listItems, listRawTexts, listValues, readText, type Item } from './items.ts';
import { parseDay, parseReleases } from './parse-date.ts';
import { parseList, parseNames } from './parse-names.ts';
import { parseCount } from './parse-count.ts';
import { defaultScale, parseScore } from './parse-score.ts';
import { makeReaders, type ReviewParts } from './review-parts.ts';

function readEnd(rating: Item, key: string, otherwise: number): number {
  const text = readText(rating, key);
  return text === null ? otherwise : Number(text.replace(',', '.'));
}

/** Reads the score of a Rating. Missing ends of the scale are 1 and 5. Null if the value is outside the scale. */
function readRating(value: unknown): Score | null {
  const rating: Item = isItem(value) ? value : { ratingValue: value };
  const text = readText(rating, 'ratingValue', 'value');
  if (text === null) return null;
  const best = readEnd(rating, 'bestRating', defaultScale.best);
  return parseScore(text, {
    worst: readEnd(rating, 'worstRating', Math.min(defaultScale.worst, best)),
    best,
  });
}

/** Reads the readers' score of a film. (The aggregate rating of a review would be about the review.) */
function readReaders(item: Item): PageReview['readers'] {
  const [aggregate] = listItems(item, 'aggregateRating');
  const count = aggregate ? readText(aggregate, 'ratingCount', 'reviewCount', 'votes', 'count') : null;
  return aggregate ? makeReaders(readRating(aggregate), count === null ? null : parseCount(count)) : null;
}

function splitRatings(review: Item): { score: Score | null; criteria: CriterionScore[] } {
  const ratings = listValues(review, 'reviewRating');
  const named = ratings.filter(isItem).filter((rating) => readText(rating, 'reviewAspect') !== null);
  const criteria = named.flatMap((rating) => {
    const score = readRating(rating);
    return score ? [{ name: readText(rating, 'reviewAspect') ?? '', score }] : [];
  });
  const [first] = ratings.filter((rating) => !named.some((one) => one === rating));
  return { score: readRating(first), criteria };
}

/** Resolves an http address against a base; null for any other address. */
export function resolveUrl(address: string | null | undefined, base: string): string | null {
  if (!address || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

function readAuthor(review: Item, base: string): Person | null {
  const [author] = listValues(review, 'author', 'creator');
  const name = readText(review, 'author', 'creator');
  if (name === null || name.length > 100 || /^https?:/.test(name)) return null;
  const role = isItem(author) ? readText(author, 'jobTitle') : null;
  return { name, role, url: isItem(author) ? resolveUrl(readText(author, 'url', 'sameAs'), base) : null };
}

function listPeople(item: Item, ...keys: string[]): string[] {
  const people = listValues(item, ...keys).filter(
    (one) => !isItem(one) || !listTypes(one).includes('Organization'),
  );
  const names = people.flatMap((one) =>
    typeof one === 'string' ? parseNames(one) : listRawTexts({ one }, 'one'),
  );
  return [...new Set(names.map((name) => truncateText(cleanText(name), 100)))].filter((name) => name !== '');
}

function listNotes(review: Item, key: string): string[] {
  return listValues(review, key)
    .flatMap((note) =>
      isItem(note) && 'itemListElement' in note ? listValues(note, 'itemListElement') : [note],
    )
    .flatMap((note) => listRawTexts({ note }, 'note'))
    .map((note) => truncateText(cleanText(note), 300))
    .slice(0, 20);
}

/**
 * The film's release dates. A date equal to the review's own is a plugin's mistake and is skipped. The `dateCreated`
 * of a record is used only without `datePublished`.
 */
function readReleases(item: Item, review: Item): Release[] {
  const published = readText(review, 'datePublished')?.slice(0, 10);
  const events = listItems(item, 'releasedEvent').flatMap((event) => {
    const region = readText(event, 'location');
    return listRawTexts(event, 'startDate').map((date) => ({ date: date.slice(0, 10), region }));
  });
  const [stated] = listRawTexts(item, 'datePublished', 'dateCreated').map((text) => text.trim());
  const day =
    stated && isPartialDate(stated.slice(0, 10)) ? [{ date: stated.slice(0, 10), region: null }] : [];
  const dates = [...events, ...(day.length > 0 ? day : parseReleases(stated ?? ''))];
  return dates.filter(({ date }) => isPartialDate(date) && date !== published);
}

function listRefs(item: Item, base: string): FilmRef[] {
  const addresses = listRawTexts(item, 'sameAs', 'url', '@id', 'identifier').slice(0, 20);
  const refs = addresses.map((text) => parseId('imdb', text.trim()) ?? findRefInUrl(text.trim(), base));
  return [...new Set(refs.filter((ref) => ref !== null))];
}

/** Reads what an item states about the film. The kind is null for unspecific types such as Product or Thing. */
export function readFilm(item: Item, base: string, review: Item = {}): Omit<ReviewParts, 'evidence'> {
  const name = readText(item, 'name', 'headline');
  const heading = name === null ? null : parseReviewHeading(name);
  const releases = readReleases(item, review);
  return {
    kind: findTypeKind(listTypes(item)) ?? (heading?.kind === 'film' ? null : (heading?.kind ?? null)),
    title: heading?.title ?? null,
    year: heading?.year ?? parseIsoYear(readText(item, 'copyrightYear') ?? releases[0]?.date ?? ''),
    releases,
    directors: listPeople(item, 'director', 'directors').slice(0, 12),
    writers: listPeople(item, 'author', 'writer', 'creator').slice(0, 20),
    cast: listPeople(item, 'actor', 'actors').slice(0, 60),
    genres: listRawTexts(item, 'genre').flatMap(parseList).slice(0, 20),
    refs: listRefs(item, base),
    readers: readReaders(item),
  };
}

/** Reads what an article's data states, for fields that its review leaves empty. */
function readCommentActions(article: Item): string | null {
  const counters = listItems(article, 'interactionStatistic');
  const ofComments = counters.find((one) => {
    const [type] = listItems(one, 'interactionType');
    return /CommentAction$/.test(readText(one, 'interactionType') ?? (type ? String(type['@type']) : ''));
  });
  return ofComments ? readText(ofComments, 'userInteractionCount') : null;
}

export function readArticleItem(article: Item, base: string, evidence: Evidence): ReviewParts {
  const count = readText(article, 'commentCount') ?? readCommentActions(article);
  const [publisher] = listItems(article, 'publisher');
  return {
    evidence,
    headline: readText(article, 'headline'),
    author: readAuthor(article, base),
    date: parseDay(readText(article, 'datePublished') ?? ''),
    language: readText(article, 'inLanguage'),
    commentsCount: count === null ? null : parseCount(count),
    siteName: publisher ? readText(publisher, 'name') : null,
  };
}

/** Reads a whole review from the data. */
export function readReviewItem({ review, item }: FoundReview, base: string, evidence: Evidence): ReviewParts {
  const [text] = listRawTexts(review, 'reviewBody', 'articleBody');
  const { score, criteria } = splitRatings(review);
  return {
    ...readArticleItem(review, base, evidence),
    ...readFilm(item, base, review),
    headline: readText(review, 'headline') ?? null,
    score,
    criteria,
    pros: listNotes(review, 'positiveNotes'),
    cons: listNotes(review, 'negativeNotes'),
    text: text ? truncateText(text.replace(/[^\S\n]+/g, ' ').trim(), 100_000) : null,
  };
}
