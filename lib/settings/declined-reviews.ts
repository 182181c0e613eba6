import { storage } from 'wxt/utils/storage';

const most = 200;

/** Addresses of reviews that the user took back after they were kept by themselves, the latest last. */
export const declinedReviews = storage.defineItem<string[]>('local:declinedReviews', {
  fallback: [],
  version: 1,
});

/** Remembers that a review is not to be kept by itself again. */
export async function declineReview(url: string): Promise<void> {
  const others = (await declinedReviews.getValue()).filter((known) => known !== url);
  await declinedReviews.setValue([...others, url].slice(-most));
}
