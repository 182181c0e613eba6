/** Why IMDb's ratings could not be fetched: codes for which the pages have sentences. */
export const ratingsFaultCodes = [
  'offline',
  'unreachable',
  'server',
  'forbidden',
  'other-file',
  'cut-off',
  'no-space',
  'cancelled',
  'declined',
  'no-permission',
  'failed',
] as const;
export type RatingsFaultCode = (typeof ratingsFaultCodes)[number];

/** A failed attempt. */
export interface RatingsFault {
  code: RatingsFaultCode;
  /** The server's status, such as 503; null if it did not answer. */
  status: number | null;
}

/** IMDb's ratings on this machine, and the state of fetching them. */
export interface RatingsOverview {
  /** Whether they are fetched every week: the user switched it on, and the browser grants the origin. */
  on: boolean;
  /** Match patterns that a page asks `permissions.request` for before it starts. */
  origins: string[];
  /** Null until the first file is whole. `asOf` is the day of the file, `YYYY-MM-DD`; `savedAt` in milliseconds. */
  table: { ratings: number; asOf: string; bytes: number; savedAt: number } | null;
  /** While they are fetched: bytes that came, and all of them; null where the server does not say. */
  progress: { done: number; of: number | null } | null;
  /** Why the last attempt failed; null if it did not. */
  fault: RatingsFault | null;
  /** Milliseconds since 1970 of the next attempt; null while it is off. */
  nextAt: number | null;
  /** Milliseconds since 1970 when the server last said that this is its newest file, or null. */
  checkedAt: number | null;
}

/** Messages about IMDb's ratings. */
export interface RatingsProtocol {
  /** Page to background. */
  getRatings(): RatingsOverview;
  /**
   * Page to background: fetch them now, and every week from now on. Sent in the click that asks for the permission,
   * because the browser may close the popup then: the background starts once the permission is there.
   */
  startRatings(): RatingsOverview;
  /** Page to background: stop fetching; `declined` if the user did not give the permission. The table stays. */
  stopRatings(request: { reason: 'cancelled' | 'declined' }): RatingsOverview;
  /** Page to background: fetch them no more, and give the permission back. The table stays. */
  switchRatingsOff(): RatingsOverview;
  /** Page to background: the same, and remove the table. */
  removeRatings(): RatingsOverview;
  /** Background to pages of the extension: the overview changed; ask for it again. */
  ratingsChanged(): void;
}
