import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { pageReviewSchema } from '../../lib/background/messages/source-schemas.ts';
import { listScriptFiles } from '../../lib/messaging/page-scripts.ts';
import type { PageReview } from '../../lib/films/review-types.ts';

/** Runs a script in a tab's top frame. Returns its result; null if the browser refuses. */
async function runScript(tabId: number, name: 'review' | 'feeds' | 'poster'): Promise<unknown> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      files: listScriptFiles(name),
    });
    return answer?.result ?? null;
  } catch {
    // A page that the extension must not read counts as one without a review and a feed.
    return null;
  }
}

/** Returns the review on a tab's page; null if the page is not a review or the result is malformed. */
export async function readTabReview(tabId: number): Promise<PageReview | null> {
  const review = v.safeParse(pageReviewSchema, await runScript(tabId, 'review'));
  return review.success ? review.output : null;
}

/** Returns how the site of a tab's page can be followed; null if it cannot. */
export async function readTabFeeds(tabId: number): Promise<'wordpress' | 'feed' | null> {
  const kind = await runScript(tabId, 'feeds');
  return kind === 'wordpress' || kind === 'feed' ? kind : null;
}

/** Returns what the tab's page says of the posters on the screen, unchecked; null if the browser refuses. */
export const runPosterScript = (tabId: number): Promise<unknown> => runScript(tabId, 'poster');
