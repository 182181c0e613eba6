import { storage } from 'wxt/utils/storage';
import type { RatingsFault } from '../messaging/ratings-protocol.ts';

/** Whether IMDb's ratings are fetched every week; off at first, so nothing leaves the machine. */
export const ratingsOn = storage.defineItem<boolean>('local:imdbRatingsOn', { fallback: false, version: 1 });

/** The progress of fetching IMDb's ratings, which survives the end of the background. Times in milliseconds since 1970. */
export interface RatingsRefresh {
  /** When a refresh began that has not ended; null if none is under way or was broken off. */
  startedAt: number | null;
  /** How often this refresh was begun. */
  tries: number;
  /** When the server last confirmed or sent the newest file. */
  checkedAt: number | null;
  fault: RatingsFault | null;
  nextAt: number;
}

export const ratingsRefresh = storage.defineItem<RatingsRefresh>('local:imdbRatingsRefresh', {
  fallback: { startedAt: null, tries: 0, checkedAt: null, fault: null, nextAt: 0 },
  version: 1,
});
