import type { PageReview } from '../../films/review-types.ts';
import { truncateText } from '../../text/text.ts';
import type { Page } from '../page.ts';
import { resolveUrl } from '../../review-text/read-item.ts';
import { pickPart, type ReviewParts } from '../../review-text/review-parts.ts';
import { cutExcerpt } from './article/read-article.ts';

/** The page's canonical address if it is on the same host; otherwise the address it was read at. */
function findAddress(page: Page, url: string): string {
  const canonical = resolveUrl(page.canonical, page.url.href);
  const host = (address: string): string => new URL(address).hostname.replace(/^(?:www|m|amp)\./, '');
  return canonical && host(canonical) === page.url.hostname.replace(/^(?:www|m|amp)\./, '') ? canonical : url;
}

function longest(one: string | null | undefined, other: string | null | undefined): string | null {
  return ((one ?? '').length >= (other ?? '').length ? one : other) || null;
}

/** The review that all sources of a page state together; the first source that states a value wins. */
export function assemble(
  page: Page,
  url: string,
  title: string,
  siteName: string | null,
  sources: ReviewParts[],
): PageReview {
  const [article, ...stated] = [sources.at(-1), ...sources.slice(0, -1)];
  const text = longest(article?.text, pickPart(stated, 'text'));
  const pick = <K extends keyof ReviewParts>(key: K) => pickPart(sources, key);
  return {
    url: findAddress(page, url),
    siteName,
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
