import { browser } from 'wxt/browser';
import type { ContentSender } from '../messages/senders.ts';

/** One gesture opens one popup: further requests within this many ms are refused, such as those of a double click. */
const restMs = 2000;

let openedAt = -restMs;

/** What the script in the page answers to `takeGesture`; the page cannot see it (`entrypoints/page/show/gesture.ts`). */
interface PageWorld {
  marquee?: { badge?: { takeGesture(): boolean } };
}

/**
 * Whether the user has just pressed a badge in the top frame of a tab: our script says so, once for each press, and the
 * browser has seen a gesture there (developer.mozilla.org, UserActivation).
 */
async function takeGesture(tabId: number): Promise<boolean> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    // Runs in the page, so it can use nothing of this file.
    func: () => {
      const isPressed = (globalThis as PageWorld).marquee?.badge?.takeGesture() === true;
      return isPressed && navigator.userActivation.isActive;
    },
  });
  return answer?.result === true;
}

/**
 * Whether a content script may open the popup now: its tab is in front, its user has just pressed a badge there, and no
 * popup was opened in the last two seconds. A yes starts those two seconds. The monotonic clock is asked, because
 * the user can set the other one.
 */
export async function mayOpenPopup({ tabId, isActive }: ContentSender): Promise<boolean> {
  const now = performance.now();
  if (!isActive || now - openedAt < restMs) return false;
  // Set before the question, so that requests at the same time do not all pass.
  const before = openedAt;
  openedAt = now;
  const isAllowed = await takeGesture(tabId).catch(() => false);
  if (!isAllowed) openedAt = before;
  return isAllowed;
}
