import { foldTitle } from '../../films/titles/title-key.ts';
import { parseTitle } from '../../films/titles/title-parse.ts';
import { isSiteName } from '../bare-headline.ts';
import { attribute, listElements, nameOf, parentOf, rawText } from '../dom.ts';
import { isFilmPage } from '../headline.ts';
import { isListName, makeSubject } from '../headline-subject.ts';
import { readLine } from '../page-head.ts';
import { findSlug } from './name-within.ts';
import { notFilms } from './row-data.ts';
import { listParts, type Page } from '../page.ts';
import { hasFilmWords } from '../words.ts';
import { findFact, type FactKind } from './film-labels.ts';
import { isTitleLike } from '../readers/text-spans.ts';
import type { Sighting } from '../types.ts';

/** A page about one film has at most so many rows of one kind; a list of films has more. */
const maxAlike = 3;
const maxTexts = 1500;
const maxImages = 40;
/** The longest trail, in UTF-16 units. */
const maxTrail = 160;

/** Rows of one film have at most so many texts between them. */
const maxGap = 12;
/** Rows beside each other have fewer texts between them. */
const maxBeside = 3;

/** What a group of rows says. */
interface Facts {
  kinds: Set<FactKind>;
  first: Text | null;
  originalTitle: string;
  directors: string[];
  year: number | null;
  /** Whether a row names the kind of work: "Category: Cinema". */
  isCategory: boolean;
  /** The number of rows that name a director, that only pages about other things have, and of films with their lengths: "Film", "1h 38". */
  counts: { director: number; other: number; film: number };
}

interface Row {
  at: number;
  text: Text;
  kind: FactKind;
  value: string;
}

/** The groups of rows that state something, with at most a few other texts between them. */
function groupRows(texts: Text[]): Row[][] {
  const groups: Row[][] = [];
  let last = -maxGap;
  for (const [at, text] of texts.slice(0, maxTexts).entries()) {
    const fact = findFact(text.data);
    if (!fact) continue;
    if (at - last >= maxGap) groups.push([]);
    last = at;
    groups.at(-1)?.push({ at, text, ...fact, value: fact.value || (texts[at + 1]?.data.trim() ?? '') });
  }
  return groups;
}

/** The least length in minutes of what is called a film beside it; shorter ones are clips. */
const minMinutes = 40;

const isLong = (value: string): boolean =>
  /\dh|\d\s?(?:h|std|ч|時間)/i.test(value) || Number(/\d+/.exec(value)?.[0]) >= minMinutes;

const readYear = (text: string): number | null => Number(/(?:19|20)\d\d/.exec(text)?.[0]) || null;

/** Whether another row is next to one: the year in a notice of copyright has none. */
const isNear = (rows: Row[], index: number): boolean =>
  [rows[index - 1], rows[index + 1]].some(
    (row) => row && Math.abs(row.at - (rows[index]?.at ?? 0)) < maxBeside,
  );

/** What a group of rows says: "Director: A. Person", "98 min", "Country". */
function readGroup(rows: Row[]): Facts {
  const facts: Facts = {
    kinds: new Set(),
    first: null,
    originalTitle: '',
    directors: [],
    year: null,
    isCategory: false,
    counts: { director: 0, other: 0, film: 0 },
  };
  const { kinds, counts } = facts;
  for (const [index, { at, text, kind, value }] of rows.entries()) {
    const next = rows[index + 1];
    if (kind === 'other') counts.other += 1;
    else if (kind === 'year') facts.year ??= isNear(rows, index) ? readYear(text.data + value) : null;
    else if (kind === 'category') facts.isCategory ||= hasFilmWords(value);
    else if (kind === 'film')
      counts.film += next?.kind === 'length' && next.at < at + maxBeside && isLong(next.value) ? 1 : 0;
    else kinds.add(kind);
    if (kinds.size > 0 || counts.film > 0) facts.first ??= text;
    if (kind === 'title') facts.originalTitle ||= value;
    if (kind !== 'director') continue;
    counts.director += 1;
    if (counts.director === 1 && value.length < 60 && !/\d/.test(value)) facts.directors = [value];
  }
  return facts;
}

const isLed = ({ kinds }: Facts): boolean => kinds.size > 1 && (kinds.has('director') || kinds.has('cast'));

/** What the rows of a page say; null if they are those of another thing or of several films. */
function readFacts(texts: Text[]): Facts | null {
  const groups = groupRows(texts).map(readGroup);
  const isOther = groups.some(({ kinds, counts }) => counts.other > 0 && counts.other + kinds.size > 1);
  const films = groups.reduce((sum, { counts }) => sum + counts.film, 0);
  const isList = groups.filter(isLed).length > maxAlike || films > 1;
  if (isOther || isList || groups.some(({ counts }) => counts.director > maxAlike)) return null;
  return groups.reduce<Facts | null>(
    (best, facts) => (best === null || facts.kinds.size > best.kinds.size ? facts : best),
    null,
  );
}

const isBefore = (element: Element, text: Text): boolean => (element.compareDocumentPosition(text) & 4) !== 0;

/**
 * The name on which most of the page's headings, names, pictures and address agree, and whether the nearest heading above
 * the rows has it; null if no two agree.
 */
function findName(
  page: Page,
  headings: Element[],
  { first, originalTitle }: Facts,
): { name: string; isAbove: boolean } | null {
  const votes = new Map<string, { name: string; sources: Set<string> }>();
  const vote = (source: string, text: string): void => {
    const { title } = parseTitle(text);
    const fold = foldTitle(title);
    const isOther = isListName(title) || notFilms.test(fold) || isSiteName(title, page);
    if (fold === '' || isOther || !isTitleLike(title) || findFact(text)) return;
    const known = votes.get(fold) ?? { name: title, sources: new Set() };
    votes.set(fold, { ...known, sources: known.sources.add(source) });
  };
  const own = headings.filter((heading) => nameOf(heading) < 'h4');
  for (const heading of own) vote('heading', readLine(heading));
  const above =
    first && own.findLast((heading) => isBefore(heading, first) && findFact(readLine(heading)) === null);
  if (above) vote('above', readLine(above));
  for (const part of page.names.flatMap(listParts)) vote('title', part);
  for (const image of listElements(page.root, 'img[alt]', maxImages)) vote('image', attribute(image, 'alt'));
  vote('original', originalTitle);
  const slug = votes.get(findSlug(page));
  if (slug) slug.sources.add('address');
  const ranked = [...votes.values()].sort((one, other) => other.sources.size - one.sources.size);
  const [best, next] = ranked;
  if (!best || best.sources.size < 2 || best.sources.size === next?.sources.size) return null;
  return { name: best.name, isAbove: best.sources.has('above') };
}

/** Whether a trail leads over films to the page: "Home / Cinema / Roma". */
function isBelowFilms(texts: Text[], name: string): boolean {
  return texts.some(({ data, parentElement }) => {
    if (!parentElement || data.length > maxTrail || !hasFilmWords(data.replace(name, ''))) return false;
    return [parentElement, parentOf(parentElement)].some((element) => {
      const line = element && rawText(element, maxTrail + 1).trim();
      return line !== null && line.length <= maxTrail && line.endsWith(name);
    });
  });
}

/** The film of a page whose rows are those of one film: director, cast, length, country; null if they are not. */
export function findByFacts(
  page: Page,
  texts: Text[],
  headings: Element[],
  isOfOtherWorks: boolean,
): Sighting | null {
  const facts = readFacts(texts);
  const found = facts && (isLed(facts) || facts.counts.film > 0) ? findName(page, headings, facts) : null;
  if (!facts || !found) return null;
  const { kinds, isCategory, counts } = facts;
  const isFull = kinds.has('director') && kinds.size > 3 && !isOfOtherWorks;
  const isFilm =
    isLed(facts) && (isFilmPage(page) || isFull || isCategory || isBelowFilms(texts, found.name));
  if (!isFilm && !(counts.film > 0 && found.isAbove)) return null;
  return makeSubject(page, { title: found.name, year: facts.year, directors: facts.directors }, true);
}
