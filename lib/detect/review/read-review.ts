import type { Evidence } from '../../films/types.ts';
import type { PageReview } from '../../films/review-types.ts';
import { attribute, rawText } from '../dom.ts';
import { makeAgreement, readPageFacts, type Page } from '../page.ts';
import { maxBlockLength, parseJsonLd } from '../../review-text/json-ld-text.ts';
import { findReviews, type FoundData, type FoundReview } from '../../review-text/find-reviews.ts';
import { findArticle, measureText, type Article } from './article/find-article.ts';
import { findFactsTitle, findFilm, type NamedFilm } from './article/find-film.ts';
import { parseReviewHeading, type ReviewHeading } from '../../review-text/heading.ts';
import { readText } from '../../review-text/items.ts';
import { isFilmReview, isSameTitle } from './judge.ts';
import { pickPart, type ReviewParts } from '../../review-text/review-parts.ts';
import { readArticle } from './article/read-article.ts';
import { readAttributes } from './read-attributes.ts';
import { assemble } from './assemble.ts';
import { findReviewBox } from './read-box.ts';
import { readArticleItem, readFilm, readReviewItem } from '../../review-text/read-item.ts';
import { readLabelled, type LabelledParts } from './read-labelled.ts';
import { readMicroformats } from './read-microformat.ts';
import { readSections } from './signs/sections.ts';
import { findSiteName } from './article/site-name.ts';
import { pickVocabulary } from './signs/text-words.ts';
import { isReviewByWeight } from './signs/weigh.ts';

const maxBlocks = 60;
/** The least text, in letters, of a page that only its heading calls a review. */
const minTextLength = 120;
/** The same of one that also states its author and a score. */
const minSignedLength = 40;

/** Data of the page that the caller has already parsed. */
export interface KnownData {
  /** The values of the page's JSON-LD blocks. */
  jsonLd?: unknown[];
}

interface SourceData extends FoundData {
  evidence: Evidence;
}

function parseBlocks(page: Page): unknown[] {
  const blocks = Array.from(page.root.querySelectorAll('script[type*="ld+json" i]')).slice(0, maxBlocks);
  return blocks.map((block) => parseJsonLd(rawText(block, maxBlockLength + 1)));
}

function listData(page: Page, known: KnownData | undefined, isExpected: boolean): SourceData[] {
  return [
    { evidence: 'json-ld' as const, items: known?.jsonLd ?? parseBlocks(page) },
    ...readAttributes(page.root, isExpected),
    { evidence: 'microformat' as const, items: readMicroformats(page.root) },
  ].map(({ evidence, items }) => ({ ...findReviews(items), evidence }));
}

/** An `h1` heading, or the title of a post below an `h1` that names the blog. */
type PageHeading = Page['headings'][number];

/** The page's headings, that of its article first. */
function listHeadings(page: Page, { heading }: Article): PageHeading[] {
  const others = page.headings.toReversed().filter(({ element }) => element !== heading?.element);
  return heading ? [heading, ...others] : others;
}

/** The name that says "review", otherwise the article's heading, otherwise the page's own name. */
function findName(page: Page, headings: PageHeading[]): string {
  const texts = [...headings.map(({ text }) => text), ...page.names];
  return texts.find((text) => parseReviewHeading(text).saysReview) ?? texts[0] ?? '';
}

function nameOfReviewed({ item }: FoundReview): string {
  return parseReviewHeading(readText(item, 'name', 'headline') ?? '').title;
}

/**
 * The single review on the page; null if there is none, `several` for a list of reviews or a film's users'
 * reviews.
 */
function chooseReview(data: SourceData, page: Page, isBacked: boolean): FoundReview | 'several' | null {
  const agreement = makeAgreement(page);
  const usable = data.reviews.filter(({ isNested }) => isBacked || !isNested);
  if (usable.length <= 1) return usable[0] ?? null;
  const agreeing = usable.filter((found) => agreement(nameOfReviewed(found)) >= 2);
  const [first] = agreeing;
  if (!first) return 'several';
  const isOneFilm = agreeing.every((found) => isSameTitle(nameOfReviewed(found), nameOfReviewed(first)));
  const top = agreeing.filter(({ isNested }) => !isNested);
  return isOneFilm && (agreeing.length === 1 || isBacked) ? (top[0] ?? first) : 'several';
}

function isArchive(page: Page): boolean {
  const body = page.root.querySelector('body');
  const classes = ` ${body ? attribute(body, 'class') : ''} `;
  return /\s(?:archive|category|tag|blog|search|home)\s/.test(classes) && !/\ssingle/.test(classes);
}

/** Whether the page is an article by its type or data, not only by its review data. */
function isArticlePage(page: Page, data: SourceData[]): boolean {
  const type = page.meta.get('og:type') ?? '';
  return /^article$/i.test(type) || data.some(({ article }) => article !== null);
}

/** Facts from data about a film with the heading's title; on their own they do not make a page a review. */
function listFilmParts(data: SourceData[], title: string, base: string): ReviewParts[] {
  return data.flatMap(({ films, evidence }) =>
    films
      .slice(0, 20)
      .map((film) => ({ ...readFilm(film, base), evidence }))
      .filter((film) => film.title && isSameTitle(film.title, title))
      .slice(0, 1),
  );
}

/**
 * Reads the complete review on a page. Null for a page that is not a single review of one film: a list, a
 * film's own page with its users' reviews, a product, a fact check, news. Structured data has precedence; the
 * text fills the gaps.
 */
export function readReview(document: Document, url: string, known?: KnownData): PageReview | null {
  const page = readPageFacts(document, url);
  if (page === null) return null;
  const article = findArticle(page);
  const headings = listHeadings(page, article);
  const name = findName(page, headings);
  const { saysReview } = parseReviewHeading(name);
  const data = listData(page, known, saysReview);
  const box = findReviewBox(page.root);
  const isBacked = saysReview || box !== null || isArticlePage(page, data);
  const chosen = data.map((source) => chooseReview(source, page, isBacked));
  if (box === 'several' || chosen.includes('several')) return null;
  const isStated = box !== null || chosen.some((review) => review !== null);
  if (!isStated && isArchive(page)) return null;
  return readWhole(page, url, {
    article,
    name,
    headings,
    data,
    box,
    chosen: chosen.filter((review) => review !== 'several'),
    isStated,
  });
}

/** Whether a page is a film's own: by its type, or by data about the film and no review. */
function isFilmPage(page: Page, heading: ReviewHeading, films: ReviewParts[]): boolean {
  const isFilm = /^video\./i.test(page.meta.get('og:type') ?? '') || films.length > 0;
  return isFilm && !heading.saysReview;
}

/** Everything on the page that may state its review, before its text is read. */
interface ReviewSources {
  article: Article;
  /** The heading that names the film. */
  name: string;
  headings: PageHeading[];
  data: SourceData[];
  box: ReviewParts | null;
  chosen: (FoundReview | null)[];
  isStated: boolean;
}

function readWhole(
  page: Page,
  url: string,
  { article, name, headings, data, box, chosen, isStated }: ReviewSources,
): PageReview | null {
  const base = page.url.href;
  const { lines } = article;
  const stated = chosen.flatMap((review, at) =>
    review ? [readReviewItem(review, base, data[at]?.evidence ?? 'json-ld')] : [],
  );
  const labelled = readLabelled(article);
  const film = findFilm(article, name, findFactsTitle(article, labelled.title ?? null));
  const heading = parseReviewHeading(name);
  const title = [...stated.map((source) => source.title), box?.title, film?.title, heading.title].find(
    (one) => one,
  );
  if (!title || title.length > 200) return null;
  const headline = headings.find(({ text }) => parseReviewHeading(text).saysReview) ?? headings[0] ?? null;
  const films = listFilmParts(data, title, base);
  const named: ReviewParts = { evidence: 'heading', ...pickNamed(heading, film, title, isStated) };
  const articles = data.flatMap((source) =>
    source.article ? [readArticleItem(source.article, base, source.evidence)] : [],
  );
  const read = readArticle(page, headline?.text ?? null, article);
  const sources = [...stated, ...(box ? [box] : []), named, ...films, labelled, ...articles, read];
  const criteria = pickPart(sources, 'criteria') ?? [];
  const size = article.prose.reduce((sum, { text }) => sum + measureText(text), 0);
  const isSigned = Boolean(pickPart(sources, 'author') && pickPart(sources, 'score'));
  const least = isSigned ? minSignedLength : minTextLength;
  const isKnown =
    (isStated || (heading.saysReview && size >= least)) &&
    isFilmReview({ sources, heading, labelled, criteria, isStated, lines });
  const siteName = findSiteName(page, headline) ?? pickPart(sources, 'siteName') ?? null;
  const isWeighed = (): boolean =>
    film !== null &&
    !isFilmPage(page, heading, films) &&
    sources.every(({ kind }) => !kind || kind === 'film') &&
    isReviewByWeight({
      article,
      film,
      labelled,
      sources,
      sections: readSections(page, article, siteName ?? ''),
      language: pickVocabulary(read.text ?? '', page.language),
    });
  if (!(isKnown || isWeighed()) || isListOfReviews(labelled)) return null;
  return assemble(page, url, title, siteName, sources);
}

/** Whether several directors, or two directors with a score each, show that several films are reviewed. */
function isListOfReviews({ directorLines, scoreLines }: LabelledParts): boolean {
  return directorLines > 2 || (directorLines > 1 && scoreLines > 1);
}

/** What the heading adds: title, year, director and stars, if it names the same film as the data. */
function pickNamed(
  heading: ReviewHeading,
  film: NamedFilm | null,
  title: string,
  isStated: boolean,
): Partial<ReviewParts> {
  const isSame = isSameTitle(heading.title, title) || (film !== null && isSameTitle(film.title, title));
  if (!isSame || (isStated && !heading.saysReview)) return {};
  return {
    title,
    year: heading.year ?? film?.year ?? null,
    directors: film?.directors ?? [],
    score: heading.score,
  };
}
