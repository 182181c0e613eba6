import type { ReviewParts } from '../../review-text/review-parts.ts';
import type { Film, Match, MatchHints } from '../../films/types.ts';
import { makeSiteReview, readPostHint, type SitePost } from '../../reviews/site-reviews.ts';
import type { FollowedSiteRow } from '../../watchlog/types.ts';
import type { PostRow } from '../cache/cache-database.ts';
import { listStoredRefs } from '../cache/film-refs.ts';
import { formatSiteSource } from './site-posts.ts';

/** What is needed to match a post. */
export interface PostMatcher {
  identify: MatchHints;
  now: () => number;
  /** Whether the article's text is kept. */
  withText: boolean;
}

/** The post as a review of a film; a post without a film has no review. */
export function linkPost(
  row: PostRow,
  film: Film | null,
  site: FollowedSiteRow,
  judge: PostMatcher,
): PostRow {
  if (film === null) return { ...row, state: 'dropped', review: null, refs: [], candidates: [] };
  const { post, parts } = row;
  const about = { film, source: formatSiteSource(site.url), siteName: site.name, now: judge.now() };
  const review = makeSiteReview(post, parts, { ...about, withText: judge.withText });
  return { ...row, state: 'matched', review, refs: listStoredRefs(film), candidates: [] };
}

/** A post's row with what its match says; without a certain film it stays as it is, with the films it may be about. */
function applyMatch(
  row: PostRow,
  match: Match | null | undefined,
  site: FollowedSiteRow,
  judge: PostMatcher,
): PostRow {
  if (match?.kind !== 'film')
    return match?.kind === 'ambiguous' ? { ...row, candidates: match.candidates.slice(0, 8) } : row;
  if (match.certainty === 'unsure') return { ...row, candidates: [match.film] };
  return linkPost(row, match.film, site, judge);
}

async function findMatches(rows: PostRow[], judge: PostMatcher): Promise<(Match | undefined)[]> {
  const identified = await judge.identify(rows.flatMap(({ sighted }) => sighted ?? []));
  const matches = new Map(identified.map(({ sighted, match }) => [sighted, match]));
  return rows.map(({ sighted }) => (sighted === null ? undefined : matches.get(sighted)));
}

/** Matches posts to films. Posts without a certain film are `unmatched`; posts about something else are `dropped`. */
export async function matchPosts(
  posts: { post: SitePost; parts: ReviewParts | null; pagePending: 0 | 1 }[],
  site: FollowedSiteRow,
  judge: PostMatcher,
): Promise<PostRow[]> {
  const rows = posts.map(({ post, parts, pagePending }): PostRow => {
    const sighted = readPostHint(post, parts);
    return {
      id: post.id,
      url: post.url,
      siteId: site.id,
      state: sighted === null ? 'dropped' : 'unmatched',
      isAssigned: false,
      // The text is what makes a post large; it is only kept where the user wants it.
      post: judge.withText ? post : { ...post, lines: [] },
      parts,
      pagePending: sighted === null ? 0 : pagePending,
      sighted,
      title: sighted?.hint.title ?? post.heading,
      year: sighted?.hint.year ?? null,
      candidates: [],
      review: null,
      refs: [],
    };
  });
  const matches = await findMatches(rows, judge);
  return rows.map((row, at) => applyMatch(row, matches[at], site, judge));
}

/** Matches posts again that have no film, for example after a catalogue came. Returns those that changed. */
export async function rematchPosts(
  rows: PostRow[],
  site: FollowedSiteRow,
  judge: PostMatcher,
): Promise<PostRow[]> {
  const matches = await findMatches(rows, judge);
  const matched = rows.map((row, at) => applyMatch({ ...row, candidates: [] }, matches[at], site, judge));
  return matched.filter((row, at) => {
    const former = rows[at];
    return row.state !== former?.state || nameFilms(row) !== nameFilms(former);
  });
}

const nameFilms = ({ candidates }: PostRow): string =>
  JSON.stringify(candidates.map(({ title, year, refs }) => [title, year, refs]));

/** Whether a post says the same as before, wherever it is now. */
function isUnchanged(former: SitePost, post: SitePost): boolean {
  const compared = ({ id: _id, url: _url, ...said }: SitePost): string => JSON.stringify(said);
  return compared(former) === compared(post);
}

/**
 * The row of a post that was read again: what is known of it, and what the user chose, stays. `known` is null for a new
 * post.
 */
export function renewPost(known: PostRow | null, row: PostRow, judge: PostMatcher): PostRow {
  if (known === null) return row;
  const { id, url, post } = row;
  if (row.parts === null && isUnchanged(known.post, post)) {
    const review = known.review && { ...known.review, url };
    return { ...known, id, url, post, review };
  }
  if (!known.isAssigned) return row;
  if (known.review === null)
    return { ...row, isAssigned: true, state: 'dropped', review: null, refs: [], candidates: [] };
  const { film, source, siteName } = known.review;
  const about = { film, source, siteName, now: judge.now(), withText: judge.withText };
  const review = makeSiteReview(post, row.parts, about);
  return { ...row, isAssigned: true, state: 'matched', review, refs: known.refs, candidates: [] };
}
