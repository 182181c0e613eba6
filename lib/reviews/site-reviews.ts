import { parseReviewHeading } from '../review-text/heading.ts';
import { listLabelled } from '../review-text/labels.ts';
import { parseNames } from '../review-text/parse-names.ts';
import type { ReviewParts } from '../review-text/review-parts.ts';
import type { Film, SightedHint } from '../films/types.ts';
import { truncateText } from '../text/text.ts';
import { scaleTo100 } from './scale.ts';
import type { PageReview, Score, StoredReview } from '../films/review-types.ts';

/** One post of a followed site. Texts are plain. */
export interface SitePost {
  url: string;
  heading: string;
  author: string | null;
  /** ISO date or date and time, or null. */
  date: string | null;
  excerpt: string | null;
  /** The article's lines; empty where the feed has only a summary. */
  lines: string[];
  /** As a field of its own states it, or the article's text; null where none is stated. */
  score: Score | null;
}

/** The directors that a post's labelled lines name, and the year. */
function readFacts(lines: string[]): { directors: string[]; year: number | null } {
  const labelled = lines.flatMap(listLabelled);
  const value = (kind: string): string => labelled.find((one) => one.kind === kind)?.value ?? '';
  const year = Number(/(?<!\d)(?:18[89]|19\d|20[0-4])\d(?!\d)/.exec(value('year') || value('releases'))?.[0]);
  return { directors: parseNames(value('directors')).slice(0, 8), year: year || null };
}

/**
 * The film that a post of a review site is about, as the post names it: out of its heading, its labelled lines and
 * what its page's data states (`parts`). Null where the post itself says that it is about something else. A post that
 * neither calls itself a review nor states a score or a year is only possibly about a film.
 */
export function readPostHint(post: SitePost, parts: ReviewParts | null): SightedHint | null {
  const heading = parseReviewHeading(post.heading);
  const facts = readFacts(post.lines);
  const kind = parts?.kind ?? heading.kind;
  if (kind !== null && kind !== undefined && kind !== 'film') return null;
  const title = parts?.title ?? heading.title;
  const year = parts?.year ?? heading.year ?? facts.year;
  const isStated = heading.saysReview || parts !== null || post.score !== null || heading.year !== null;
  return {
    hint: {
      title: truncateText(title || post.heading, 200),
      alternativeTitles: [],
      year,
      directors: parts?.directors?.length ? parts.directors : facts.directors,
      refs: parts?.refs ?? [],
      kind: 'film',
      language: null,
    },
    evidence: [parts === null ? 'heading' : 'json-ld'],
    confidence: isStated ? 0.9 : 0.4,
    certainty: isStated ? 'stated' : 'possible',
    isSubject: true,
    context: {
      yearBeside: heading.year !== null,
      setApart: true,
      filmWordsNear: heading.saysFilm,
      namesNear: [],
    },
  };
}

function describeFilm({
  title,
  year,
  releases,
  directors,
  writers,
  cast,
  genres,
  refs,
}: Film): StoredReview['film'] {
  return { title, year, releases, directors, writers, cast, genres, refs };
}

/** A post of a followed site as the review of a film. */
export function makeSiteReview(
  post: SitePost,
  parts: ReviewParts | null,
  {
    film,
    source,
    siteName,
    now,
    withText,
  }: { film: Film; source: string; siteName: string; now: number; withText: boolean },
): StoredReview {
  const score = parts?.score ?? post.score;
  const text = parts?.text ?? (post.lines.join('\n\n') || null);
  return {
    source,
    url: post.url,
    siteName,
    film: describeFilm(film),
    headline: post.heading,
    author: parts?.author ?? (post.author === null ? null : { name: post.author, role: null, url: null }),
    date: post.date ?? parts?.date ?? null,
    language: parts?.language ?? null,
    score,
    score100: scaleTo100(score),
    criteria: parts?.criteria ?? [],
    readers: parts?.readers ?? null,
    verdict: parts?.verdict ?? null,
    pros: parts?.pros ?? [],
    cons: parts?.cons ?? [],
    excerpt: post.excerpt,
    text: withText ? text : null,
    commentsCount: parts?.commentsCount ?? null,
    evidence: parts === null ? ['text'] : ['json-ld'],
    fetchedAt: now,
  };
}

/** A page's review as it is kept for a film; the article's text only where the user wants it. */
export function makeKeptReview(
  review: PageReview,
  { now, withText }: { now: number; withText: boolean },
): StoredReview {
  return {
    ...review,
    source: 'page',
    score100: scaleTo100(review.score),
    text: withText ? review.text : null,
    fetchedAt: now,
  };
}
