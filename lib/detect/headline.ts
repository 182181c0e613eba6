import { decodePart } from './decode.ts';
import { foldTitle } from '../films/titles/title-key.ts';
import type { Sighting } from './types.ts';
import { listParts, type Page } from './page.ts';
import { readHeading, type HeadingReading } from './readers/headings.ts';
import { isTitleLike, listTextSpans } from './readers/text-spans.ts';
import type { WordCounts } from './word-counts.ts';
import { agreeBest, chooseAgreeing, type Clues } from './subject.ts';
import type { TextClues } from './text-types.ts';
import { findAddressed, findBareSubject, findOnlyNamed, findOwnSubject } from './bare-headline.ts';
import { eventName, isListName, makeSubject, type HeadlineClues } from './headline-subject.ts';
import { findOtherKind, hasFilmWords, isFilmNoun } from './words.ts';

const filmPages = new WeakMap<Page, boolean>();

/** Whether the page says that it, or its part of the site, is about films. Computed once per page. */
export function isFilmPage(page: Page): boolean {
  const known = filmPages.get(page) ?? saysFilm(page);
  filmPages.set(page, known);
  return known;
}

function saysFilm(page: Page): boolean {
  const words = [
    ...page.names,
    page.meta.get('og:site_name'),
    page.meta.get('description'),
    page.meta.get('keywords'),
    page.meta.get('article:section'),
  ];
  // "Bio" is a cinema in the north, if it is not all that a part of the name says.
  const isNorth = /^(?:sv|da|nb|no)/.test(page.language ?? '');
  if (
    isNorth &&
    page.names.flatMap(listParts).some((part) => /(?:\p{L} bio|^bio \p{L}+)(?!\p{L})/iu.test(part))
  )
    return true;
  const address = decodePart(`${page.url.hostname} ${page.url.pathname}`).replace(/[\s!-/:-@[-`{-~]+/g, ' ');
  return (
    /film(?:tag|fest|ha?u[si]|woch)/i.test(`${page.names.join(' ')} ${address}`) ||
    hasFilmWords(
      words
        .filter((word) => word !== undefined)
        .join(' | ')
        .slice(0, 3000),
    ) ||
    hasFilmWords(address)
  );
}

/**
 * The page's names that can be its headline: `h1` headings that the title repeats, a single `h1`, and the
 * page's own names.
 */
function listHeadlines(page: Page): string[] {
  const title = foldTitle(page.names[0] ?? '');
  const repeated = page.headings
    .map(({ text }) => text)
    .filter((text) => title.includes(foldTitle(text).slice(0, 30)) || foldTitle(text).includes(title));
  const only = page.headings.length === 1 ? page.headings.map(({ text }) => text) : [];
  return [...new Set([...repeated, ...only, ...page.names])];
}

/** Words that follow a site's name as often as a film's: "Second Reel – film reviews". */
const manyReviews =
  /(?<![a-zß-žа-яё])(?:reviews|(?:film)?kritiken|(?:film)?rezensionen|critiques)(?![a-zß-žа-яё])/i;

/** Reads "Her – Review", "Her (2013)" or "Her (film)" on a page that talks about films; null otherwise. */
function findReviewed(headline: string, clues: HeadlineClues): Sighting | null {
  const reading = readHeading(headline);
  if (
    !reading ||
    !isPlausible(reading) ||
    !(reading.isReview || reading.year !== null || reading.kind === 'film')
  )
    return null;
  const { film, other } = clues.words;
  const about = `${headline.replace(reading.title, '')} | ${clues.page.meta.get('description') ?? ''}`;
  const isOther = !reading.saysFilm && findOtherKind(about) !== null && !hasFilmWords(about);
  const isFilmText = film >= 3 && film >= 2 * other;
  if (isOther || !((reading.saysFilm && film >= other) || isFilmText)) return null;
  const counts = clues.wordCounts.get(foldTitle(reading.title));
  const year = reading.year ?? counts?.year ?? null;
  const isStated =
    year !== null || counts !== undefined || !manyReviews.test(headline.replace(reading.title, ''));
  return makeSubject(clues.page, { ...reading, year }, isStated);
}

function isPlausible(reading: HeadingReading): boolean {
  return (
    isTitleLike(reading.title) &&
    (reading.kind === null || reading.kind === 'film') &&
    !isListName(reading.title) &&
    !eventName.test(reading.title)
  );
}

const leading =
  /^(?:(?:how|why|watch|review|when|is|inside)[:\s]+)?[“„"‘'«]\s*((?:[^“”„"‘’«»']|['’](?=[a-zß-žа-яё]))+?)[,:]?\s*[”“"’'»](?![a-zß-žа-яё])/i;

const byDirector =
  /^(.{1,90}?)\s*[—–|,(-]\s*(?:dir(?:\.|ected by|ector)|regie|a film by|un film de|ein film von|réal(?:\.|isé par)|r(?:eż|ež)\.)\s*:?\s*([^\s\d()[\],:;|.–—-][^\s\d()[\],:;|–—]+(?:\s+[^\s\d()[\],:;|–—]+){1,3})/i;

/** Words before "film" where the headline is about a part of it: "star of the film", "Drehort des Films", "acteur du film". */
export const ofFilm =
  /(?<![a-zß-ž])(?:of|from|in|after|with|for|des|aus|im|vom|von|zum|mit|nach|bei|beim|für|du|de|dans|del|della|dal|nel|en|con|para|do|da|na|w|z|ze)(?:\s\S+){0,2}\s*$/i;

/** The one title in quotes of a headline that calls it a film: "Warum der Kultfilm „Roma“ bleibt"; null if there is none. */
function findCalledFilm(headline: string): string | null {
  const [span, ...more] = listTextSpans(headline, [], false).filter(({ isSetApart }) => isSetApart);
  if (!span || more.length > 0) return null;
  const isCalled = [headline.slice(0, span.start), headline.slice(span.end)].some((text) =>
    [...text.matchAll(/[\p{L}\p{M}-]+/gu)].some(
      ({ 0: word, index }) => isFilmNoun(word.toLowerCase()) && !ofFilm.test(text.slice(0, index)),
    ),
  );
  return isCalled ? span.title : null;
}

/**
 * The titles that a headline begins with, in quotes or before a dash or colon, each with points for how
 * strong the sign is.
 */
function listHeadlineTitles(
  headline: string,
  wordCounts: Map<string, WordCounts>,
): { title: string; points: number }[] {
  const quoted = leading.exec(headline)?.[1];
  const called = quoted ?? findCalledFilm(headline);
  if (called !== null) return extend(called, 2, wordCounts);
  const [, first = ''] = listParts(headline);
  const parts = listParts(headline).slice(1, 4);
  const begun = [...wordCounts.values()].filter(
    ({ title, count }) => count > 2 && title.includes(' ') && headline.startsWith(title),
  );
  return [
    ...(parts.length > 1 ? extend(first, 1, wordCounts) : []),
    ...parts.slice(1).map((title) => ({ title, points: 0.5 })),
    ...begun.map(({ title }) => ({ title, points: 2 })),
  ];
}

/**
 * A short title, or the longer one that the text uses before it shortens it: "Fantastic Beasts and Where to
 * Find Them".
 */
function extend(
  title: string,
  points: number,
  wordCounts: Map<string, WordCounts>,
): { title: string; points: number }[] {
  const folded = foldTitle(title);
  const keys = [...wordCounts.keys()];
  const at = keys.indexOf(folded);
  const longer = keys.slice(0, at < 0 ? undefined : at).filter((key) => key.startsWith(`${folded}-`));
  const only = longer.length === 1 && longer[0] !== undefined ? wordCounts.get(longer[0]) : undefined;
  return [{ title: only && folded.includes('-') ? only.title : title, points }];
}

/** "…: der Film", "… - The Movie". */
const filmPart = /^(?:(?:der|the|le|il|el|o)\s+)?(?:film|movie|película|filme)$/iu;

const noCounts = { count: 0, beside: 0, near: 0, other: 0, year: null };

interface Judged {
  title: string;
  year: number | null;
  score: number;
  isSure: boolean;
}

/** How well the text supports a headline's title as a film; null if it does not. */
function judge(
  title: string,
  points: number,
  hasFilmPart: boolean,
  clues: HeadlineClues,
  wordCounts: Map<string, WordCounts>,
): Judged | null {
  const { words } = clues;
  const counts = wordCounts.get(foldTitle(title)) ?? noCounts;
  const isPlain =
    counts.count === 0 && clues.bodyText.includes(title) && words.film >= 5 && words.film > 2 * words.other;
  const isWeak = counts.count === 0 && !isPlain;
  if (isWeak || !isTitleLike(title) || isListName(title) || counts.other > counts.beside + counts.near)
    return null;
  const isBeside = counts.beside > 0;
  const isFilmText = words.film >= 2 && words.film > words.other;
  if (!isBeside && !isFilmText && !(words.film >= 10 && words.other < 2 * words.film)) return null;
  const isDated = counts.year !== null && isFilmText;
  const score =
    points +
    (isBeside ? 2 : 0) +
    (counts.near > 0 || isPlain ? 1 : 0) +
    (isDated ? 2 : 0) +
    (hasFilmPart ? 2 : 0);
  const isPlainlyFilm = counts.near > 0 && words.film >= 4 && words.film >= 5 * words.other;
  const isOftenFilm = counts.near > 1 && words.film >= 10 && 2 * words.film > 3 * words.other;
  const isSure = isBeside || isDated || hasFilmPart || isOftenFilm || (points >= 2 && isPlainlyFilm);
  return score >= 3 ? { title, year: counts.year, score, isSure } : null;
}

/** A headline's title that the text sets apart and describes as a film. */
function findNamed(headline: string, clues: HeadlineClues): Sighting | null {
  const { wordCounts } = clues;
  const hasFilmPart = listParts(headline).some((part) => filmPart.test(part));
  const judged = listHeadlineTitles(headline, wordCounts)
    .map(({ title, points }) => judge(title, points, hasFilmPart, clues, wordCounts))
    .filter((one) => one !== null)
    .sort((one, other) => other.score - one.score);
  const [best] = judged;
  return best ? makeSubject(clues.page, { title: best.title, year: best.year }, best.isSure) : null;
}

const datedLine =
  /^(.{1,90}?)\s*[·,–—|/]\s*([^\s\da-zß-ÿ()[\],:;|/.–—-][^\s\d()[\],:;|/–—]+(?:\s+[^\s\d()[\],:;|/–—]+){1,3})\s*[(,]\s*((?:18|19|20)\d\d)\)?$/;

/**
 * A line of the text with title, director and year, where the page's name has the first two: "The Garden ·
 * Derek Jarman (1990)".
 */
function findDated({ page, agree, blocks, words }: HeadlineClues): Sighting | null {
  for (const { text } of blocks) {
    const [, title = '', director = '', year = ''] = (text.length < 160 && datedLine.exec(text)) || [];
    if (title === '' || agree(title) < 3 || agree(director) < 3) continue;
    if (words.other > words.film) continue;
    return makeSubject(
      page,
      { title, year: Number(year), directors: [director] },
      words.film > 3 * words.other,
    );
  }
  return null;
}

/** Reads "Bugonia — Dir. Yorgos Lanthimos". */
function findDirected(name: string, page: Page): Sighting | null {
  const match = byDirector.exec(name);
  return match?.[1] && match[2]
    ? makeSubject(page, { title: match[1], year: null, directors: [match[2]] }, true)
    : null;
}

/** People introduced by a film: "'Alien' star …". */
const aboutPerson =
  /^[^a-zß-žа-яё]{0,3}(?:['’]s?\s+)?(?:actors?|actress(?:es)?|stars?|directors?|creators?|writers?|producers?|authors?|composers?|alum|fans?|franchise|universe|darsteller(?:in)?|regisseur(?:in)?|schauspieler(?:in)?)(?![a-zß-žа-яё])/i;

/** Whether a headline lists films, names several, or names one only to introduce a person. */
function isAboutSeveral(headline: string): boolean {
  const quotes = listTextSpans(headline, [], false).filter((span) => span.isSetApart);
  const first = quotes[0];
  return (
    isListName(headline) ||
    quotes.length > 1 ||
    (first !== undefined && aboutPerson.test(headline.slice(first.end)))
  );
}

/**
 * A reviewed thing in the page's data that has no work type or a shop's type, on a page that talks about
 * films.
 */
function findReviewedThing({ structured, agree, words }: HeadlineClues): Sighting | null {
  const things = structured.filter((found) => found.hint.kind === null && agreeBest(found, agree) >= 2);
  if (words.film < 3 || words.film < 2 * words.other) return null;
  const found = chooseAgreeing(things, agree);
  return found && { ...found, certainty: 'stated', hint: { ...found.hint, kind: 'film' } };
}

/** The film that the page's headline is about; null for lists, and if the text does not support the film. */
export function findHeadlineSubject(stated: Clues, text: TextClues): Sighting | null {
  const clues: HeadlineClues = { ...stated, ...text };
  const { page } = clues;
  if (clues.words.film === 0 && !isFilmPage(page)) return findBareSubject(clues);
  const thing = findReviewedThing(clues);
  if (thing) return thing;
  const directed = page.names.map((name) => findDirected(name, page)).find((found) => found !== null);
  if (directed) return directed;
  const dated = findDated(clues);
  if (dated) return dated;
  const headlines = listHeadlines(page);
  const reviewed = headlines.map((headline) => findReviewed(headline, clues)).find((found) => found !== null);
  const named = headlines.filter((headline) => !isAboutSeveral(headline));
  const first = (find: (headline: string, clues: HeadlineClues) => Sighting | null): Sighting | undefined =>
    named.map((headline) => find(headline, clues)).find((found) => found !== null);
  return (
    reviewed ??
    first(findAddressed) ??
    first(findNamed) ??
    findBareSubject(clues) ??
    findOwnSubject(clues) ??
    first(findOnlyNamed) ??
    null
  );
}
