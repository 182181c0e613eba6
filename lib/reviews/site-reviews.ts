import { parseReviewHeading } from '../review-text/heading.ts';
import { listLabelled } from '../review-text/labels.ts';
import { parseNames } from '../review-text/parse-names.ts';
import type { ReviewParts } from '../review-text/review-parts.ts';
import type { SightedHint } from '../films/types.ts';
import { truncateText } from '../text/text.ts';
import { scaleTo100 } from './scale.ts';
import type { Score, StoredReview } from '../films/review-types.ts';

/** One post of a followed site. All texts are plain text. */
export interface SitePost {
  /** The site's own id of the post, which it keeps when its address or text changes; the address if it has none. */
  id: string;
  url: string;
  heading: string;
  author: string | null;
  /** ISO date or date and time, or null. */
  date: string | null;
  excerpt: string | null;
  /** The article's lines; empty if the feed has only a summary. */
  lines: string[];
  /** The score from a field of its own or from the article's text; null if there is none. */
  score: Score | null;
}

/** The directors and the year in a post's labelled lines. */
function readFacts(lines: string[]): { directors: string[]; year: number | null } {
  const labelled = lines.flatMap(listLabelled);
  const value = (kind: string): string => labelled.find((one) => one.kind === kind)?.value ?? '';
  const year = Number(/(?<!\d)(?:18[89]|19\d|20[0-4])\d(?!\d)/.exec(value('year') || value('releases'))?.[0]);
  return { directors: parseNames(value('directors')).slice(0, 8), year: year || null };
}

/**
 * The film that a post of a review site is about, from its heading, its labelled lines and its page's data (`parts`).
 * Null if the post states that it is about something else. Certainty is `possible` if the post neither calls itself a
 * review nor states a score or a year.
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
}: StoredReview['film']): StoredReview['film'] {
  return { title, year, releases, directors, writers, cast, genres, refs };
}

/** Makes the review of a film from a post of a followed site. */
export function makeSiteReview(
  post: SitePost,
  parts: ReviewParts | null,
  {
    film,
    source,
    siteName,
    now,
    withText,
  }: { film: StoredReview['film']; source: string; siteName: string | null; now: number; withText: boolean },
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
