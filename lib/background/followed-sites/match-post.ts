import type { ReviewParts } from '../../review-text/review-parts.ts';
import type { Film, MatchHints } from '../../films/types.ts';
import { makeSiteReview, readPostHint, type SitePost } from '../../reviews/site-reviews.ts';
import type { FollowedSiteRow } from '../../watchlog/types.ts';
import type { PostRow } from '../cache/cache-database.ts';
import { listStoredRefs } from '../cache/film-refs.ts';

/** What is needed to match a post. */
export interface PostMatcher {
  identify: MatchHints;
  now: () => number;
  /** Whether the article's text is kept. */
  withText: boolean;
}

/** Names a site as a source of reviews. */
export function formatSiteSource(url: string): string {
  return `site:${new URL(url).host}`;
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

/** Matches posts to films. Posts without a certain film are `unmatched`; posts about something else are `dropped`. */
export async function matchPosts(
  posts: { post: SitePost; parts: ReviewParts | null; pagePending: 0 | 1 }[],
  site: FollowedSiteRow,
  judge: PostMatcher,
): Promise<PostRow[]> {
  const rows = posts.map(({ post, parts, pagePending }) => {
    const sighted = readPostHint(post, parts);
    const row: PostRow = {
      url: post.url,
      siteId: site.id,
      state: sighted === null ? 'dropped' : 'unmatched',
      isAssigned: false,
      // The text is what makes a post large; it is only kept where the user wants it.
      post: judge.withText ? post : { ...post, lines: [] },
      parts,
      pagePending: sighted === null ? 0 : pagePending,
      title: sighted?.hint.title ?? post.heading,
      year: sighted?.hint.year ?? null,
      candidates: [],
      review: null,
      refs: [],
    };
    return { row, sighted };
  });
  const identified = await judge.identify(rows.flatMap(({ sighted }) => sighted ?? []));
  const matches = new Map(identified.map(({ sighted, match }) => [sighted, match]));
  return rows.map(({ row, sighted }) => {
    const match = sighted && matches.get(sighted);
    if (match?.kind === 'film') return linkPost(row, match.film, site, judge);
    return match?.kind === 'ambiguous' ? { ...row, candidates: match.candidates.slice(0, 8) } : row;
  });
}
