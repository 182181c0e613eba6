import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { pageReviewSchema } from '../../lib/background/messages/source-schemas.ts';
import { listScriptFiles } from '../../lib/messaging/page-scripts.ts';
import type { PageReview } from '../../lib/films/review-types.ts';

/** What a script that is put into a tab's top frame answers; null where the browser refuses. */
async function runScript(tabId: number, name: 'review' | 'feeds'): Promise<unknown> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      files: listScriptFiles(name),
    });
    return answer?.result ?? null;
  } catch {
    // A page that may not be read has no review and no feed for us.
    return null;
  }
}

/** The review that a tab's page is; null where it is none, or what was read is not of the shape of one. */
export async function readTabReview(tabId: number): Promise<PageReview | null> {
  const review = v.safeParse(pageReviewSchema, await runScript(tabId, 'review'));
  return review.success ? review.output : null;
}

/** How a tab's page says that its site can be followed; null where it says nothing. */
export async function readTabFeeds(tabId: number): Promise<'wordpress' | 'feed' | null> {
  const kind = await runScript(tabId, 'feeds');
  return kind === 'wordpress' || kind === 'feed' ? kind : null;
}
