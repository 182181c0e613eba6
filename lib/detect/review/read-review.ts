import type { Evidence } from '../../films/types.ts';
import type { PageReview } from '../../films/review-types.ts';
import { truncateText } from '../../text/text.ts';
import { attribute, rawText } from '../dom.ts';
import { makeAgreement, readPageFacts, type Page } from '../page.ts';
import { maxBlockLength, parseJsonLd } from '../../review-text/json-ld-text.ts';
import { findReviews, type FoundData, type FoundReview } from '../../review-text/find-reviews.ts';
import { hasReviewSign, listPostTitles } from './has-review-sign.ts';
import { parseReviewHeading, type ReviewHeading } from '../../review-text/heading.ts';
import { readText } from '../../review-text/items.ts';
import { isFilmReview, isSameTitle } from './judge.ts';
import { listLines } from './lines.ts';
import { pickPart, type ReviewParts } from '../../review-text/review-parts.ts';
import { cutExcerpt, findScope, readArticle } from './read-article.ts';
import { readAttributes } from './read-attributes.ts';
import { findReviewBox } from './read-box.ts';
import { readArticleItem, readFilm, readReviewItem, resolveUrl } from '../../review-text/read-item.ts';
import { readLabelled, type LabelledParts } from './read-labelled.ts';
import { readMicroformats } from './read-microformat.ts';

const maxBlocks = 60;

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

/** The heading that says "review", otherwise the first heading listed, otherwise the page's own name. */
function findHeading(page: Page, headings: PageHeading[]): ReviewHeading {
  const texts = [...headings.map(({ text }) => text), ...page.names];
  const all = texts.map(parseReviewHeading);
  return all.find(({ saysReview }) => saysReview) ?? all[0] ?? parseReviewHeading('');
}

/** The page's headings, the most likely heading of its article first. */
function listHeadings(page: Page): PageHeading[] {
  const titles = listPostTitles(page);
  const first = page.headings.toReversed();
  return titles.length === 1 && !first.some(({ text }) => text === titles[0]?.text)
    ? [...titles, ...first]
    : first;
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

/** The page's canonical address if it is on the same host; otherwise the address it was read at. */
function findAddress(page: Page, url: string): string {
  const canonical = resolveUrl(page.canonical, page.url.href);
  const host = (address: string): string => new URL(address).hostname.replace(/^(?:www|m|amp)\./, '');
  return canonical && host(canonical) === page.url.hostname.replace(/^(?:www|m|amp)\./, '') ? canonical : url;
}

function longest(one: string | null | undefined, other: string | null | undefined): string | null {
  return ((one ?? '').length >= (other ?? '').length ? one : other) || null;
}

function assemble(page: Page, url: string, title: string, sources: ReviewParts[]): PageReview {
  const [article, ...stated] = [sources.at(-1), ...sources.slice(0, -1)];
  const text = longest(article?.text, pickPart(stated, 'text'));
  const pick = <K extends keyof ReviewParts>(key: K) => pickPart(sources, key);
  return {
    url: findAddress(page, url),
    siteName: page.meta.get('og:site_name') || (pick('siteName') ?? null),
    film: {
      title: truncateText(title, 200),
      year: pick('year') ?? null,
      releases: joinReleases(sources),
      directors: pick('directors') ?? [],
      writers: pick('writers') ?? [],
      cast: pick('cast') ?? [],
      genres: pick('genres') ?? [],
      refs: [...new Set(sources.flatMap(({ refs }) => refs ?? []))],
    },
    headline: pick('headline') ?? null,
    author: joinAuthor(sources),
    date: pick('date') ?? null,
    language: pick('language') ?? null,
    score: pick('score') ?? null,
    criteria: pick('criteria') ?? [],
    readers: pick('readers') ?? null,
    verdict: pick('verdict') ?? null,
    pros: pick('pros') ?? [],
    cons: pick('cons') ?? [],
    excerpt: text === null ? null : cutExcerpt(text),
    text,
    commentsCount: pick('commentsCount') ?? null,
    evidence: [...new Set(sources.filter((source) => hasFilmFacts(source)).map(({ evidence }) => evidence))],
  };
}

/** The first source's release dates, with regions that other sources state for the same dates. */
function joinReleases(sources: ReviewParts[]): PageReview['film']['releases'] {
  const all = sources.flatMap(({ releases }) => releases ?? []);
  return (pickPart(sources, 'releases') ?? []).slice(0, 20).map(({ date, region }) => ({
    date,
    region: region ?? all.find((other) => other.date === date && other.region !== null)?.region ?? null,
  }));
}

/** The first source's author, with role and address from others that name the same person. */
function joinAuthor(sources: ReviewParts[]): PageReview['author'] {
  const authors = sources
    .map(({ author }) => author)
    .filter((author) => author !== undefined && author !== null);
  const [first] = authors;
  if (!first) return null;
  const same = authors.filter(({ name }) => name.toLowerCase() === first.name.toLowerCase());
  const role = same.find((author) => author.role !== null)?.role ?? null;
  return { name: first.name, role, url: same.find((author) => author.url !== null)?.url ?? null };
}

/** Whether a source states something about the film or the scores, not only the author and date. */
function hasFilmFacts(source: ReviewParts): boolean {
  const { title, score, readers, directors, releases, cast, criteria, verdict } = source;
  const lists = [directors, releases, cast, criteria];
  return Boolean(title ?? score ?? readers ?? verdict) || lists.some((list) => (list?.length ?? 0) > 0);
}

/**
 * Reads the complete review on a page. Null for a page that is not a single review of one film: a list, a
 * film's own page with its users' reviews, a product, a fact check, news. Structured data has precedence; the
 * text fills the gaps.
 */
export function readReview(document: Document, url: string, known?: KnownData): PageReview | null {
  const page = readPageFacts(document, url);
  if (page === null || !(known?.jsonLd ?? hasReviewSign(page))) return null;
  const headings = listHeadings(page);
  const heading = findHeading(page, headings);
  const data = listData(page, known, heading.saysReview);
  const box = findReviewBox(page.root);
  const isBacked = heading.saysReview || box !== null || isArticlePage(page, data);
  const chosen = data.map((source) => chooseReview(source, page, isBacked));
  if (box === 'several' || chosen.includes('several')) return null;
  const isStated = box !== null || chosen.some((review) => review !== null);
  if (!isStated && (!heading.saysReview || isArchive(page))) return null;
  return readWhole(page, url, {
    heading,
    headings,
    data,
    box,
    chosen: chosen.filter((review) => review !== 'several'),
    isStated,
  });
}

/** Everything on the page that may state its review, before its text is read. */
interface ReviewSources {
  heading: ReviewHeading;
  headings: PageHeading[];
  data: SourceData[];
  box: ReviewParts | null;
  chosen: (FoundReview | null)[];
  isStated: boolean;
}

function readWhole(
  page: Page,
  url: string,
  { heading, headings, data, box, chosen, isStated }: ReviewSources,
): PageReview | null {
  const base = page.url.href;
  const stated = chosen.flatMap((review, at) =>
    review ? [readReviewItem(review, base, data[at]?.evidence ?? 'json-ld')] : [],
  );
  const title = [...stated.map((source) => source.title), box?.title, heading.title].find((one) => one);
  if (!title || title.length > 200) return null;
  const headline = headings.find(({ text }) => parseReviewHeading(text).saysReview) ?? headings[0] ?? null;
  const scope = findScope(page, headline?.element ?? null);
  const lines = listLines(scope);
  const labelled = readLabelled(lines, scope);
  const films = listFilmParts(data, title, base);
  const named: ReviewParts = { evidence: 'heading', ...pickNamed(heading, title) };
  const articles = data.flatMap(({ article, evidence }) =>
    article ? [readArticleItem(article, base, evidence)] : [],
  );
  const article = readArticle(page, headline?.text ?? null, scope, lines);
  const sources = [...stated, ...(box ? [box] : []), named, ...films, labelled, ...articles, article];
  const criteria = pickPart(sources, 'criteria') ?? [];
  const isFilm = isFilmReview({ sources, heading, labelled, criteria, isStated, lines });
  if (!isFilm || isListOfReviews(labelled)) return null;
  return assemble(page, url, title, sources);
}

/** Whether several directors, or two directors with a score each, show that several films are reviewed. */
function isListOfReviews({ directorLines, scoreLines }: LabelledParts): boolean {
  return directorLines > 2 || (directorLines > 1 && scoreLines > 1);
}

/** What the heading adds: title, year and stars, if it names the same film as the data. */
function pickNamed(heading: ReviewHeading, title: string): Partial<ReviewParts> {
  if (!heading.saysReview || !isSameTitle(heading.title, title)) return {};
  return { title: heading.title, year: heading.year, score: heading.score };
}
