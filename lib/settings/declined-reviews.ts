import { storage } from 'wxt/utils/storage';

const most = 200;

/** Addresses of reviews that were kept automatically and that the user removed, the latest last. */
export const declinedReviews = storage.defineItem<string[]>('local:declinedReviews', {
  fallback: [],
  version: 1,
});

/** Remembers not to keep a review automatically again. */
export async function declineReview(url: string): Promise<void> {
  const others = (await declinedReviews.getValue()).filter((known) => known !== url);
  await declinedReviews.setValue([...others, url].slice(-most));
}
