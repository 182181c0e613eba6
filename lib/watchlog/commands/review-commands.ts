import type { StoredReview } from '../../films/review-types.ts';
import type { Command, Commit } from '../store/commit.ts';
import { LogError } from '../errors.ts';
import { ensureFilm } from '../films/film-rows.ts';
import type { FilmInput, FollowedSiteRow, KeptReviewRow } from '../types.ts';
import { limits } from '../../text/log-limits.ts';

const maxUrl = 2000;
/** Maximum size of a review as JSON, in UTF-16 units: its text and an allowance for everything else. */
const maxReviewSize = limits.review + 50_000;

function checkUrl(url: string): string {
  const isSound = url.length <= maxUrl && /^https?:\/\//.test(url) && URL.canParse(url);
  if (!isSound) throw new LogError('bad-value', 'A review or a site needs a web address.');
  return url;
}

async function findReview({ tx }: Commit, url: string): Promise<KeptReviewRow | null> {
  const rows = await tx.objectStore('keptReviews').index('byUrl').getAll(url);
  return rows.find((row) => row.deleted === null) ?? rows.at(-1) ?? null;
}

/**
 * Keeps a review for a film and replaces one with the same address. Throws `LogError` if the address or the
 * film is invalid.
 */
export function keepReview(request: { film: FilmInput; review: StoredReview }): Command {
  return async (commit) => {
    const { review } = request;
    const url = checkUrl(review.url);
    if (JSON.stringify(review).length > maxReviewSize)
      throw new LogError('too-long', 'The review is too long.');
    const filmId = await ensureFilm(commit, request.film);
    const known = await findReview(commit, url);
    const kept = known ?? { id: commit.makeId(), stamps: {}, importId: null, url };
    await commit.save('keptReviews', { ...kept, filmId, review, deleted: null });
    return filmId;
  };
}

/** Deletes a kept review by its address. Throws `LogError` `not-found` if there is none. */
export function forgetReview(request: { url: string }): Command {
  return async (commit) => {
    const row = await findReview(commit, request.url);
    if (row === null || row.deleted !== null) throw new LogError('not-found', 'There is no such review.');
    await commit.save('keptReviews', { ...row, deleted: commit.stamp });
    return row.filmId;
  };
}

/** Follows a site, or follows it again. Throws `LogError` if an address is invalid. */
export function followSite(request: Pick<FollowedSiteRow, 'url' | 'name' | 'feed'>): Command {
  return async (commit) => {
    const url = checkUrl(request.url);
    const feed = { kind: request.feed.kind, url: checkUrl(request.feed.url) };
    const rows = await commit.tx.objectStore('followedSites').index('byUrl').getAll(url);
    const known = rows.find((row) => row.deleted === null) ?? rows.at(-1);
    const kept = known ?? { id: commit.makeId(), stamps: {}, importId: null, url };
    await commit.save('followedSites', {
      ...kept,
      name: request.name.slice(0, limits.name),
      feed,
      paused: false,
      deleted: null,
    });
    return null;
  };
}

async function changeSite(commit: Commit, id: string, change: Partial<FollowedSiteRow>): Promise<null> {
  const row = await commit.find('followedSites', id);
  if (row === null || row.deleted !== null) throw new LogError('not-found', 'There is no such site.');
  await commit.save('followedSites', { ...row, ...change });
  return null;
}

/** Pauses or resumes fetching from a followed site. Throws `LogError` `not-found`. */
export function pauseSite({ id, paused }: { id: string; paused: boolean }): Command {
  return (commit) => changeSite(commit, id, { paused });
}

/** Stores the feed that a followed site has now. Throws `LogError` `not-found`, or if the address is invalid. */
export function moveFeed({ id, feed }: Pick<FollowedSiteRow, 'id' | 'feed'>): Command {
  return (commit) => changeSite(commit, id, { feed: { kind: feed.kind, url: checkUrl(feed.url) } });
}

/** Unfollows a site. Throws `LogError` `not-found`. */
export function unfollowSite({ id }: { id: string }): Command {
  return (commit) => changeSite(commit, id, { deleted: commit.stamp });
}
