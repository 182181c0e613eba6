import type { BadgeOptions, MountedBadge } from '../../components/badge/badge.ts';
import type { findTheme } from '../../components/badge/page-theme.ts';
import type { findSpot, placeHost } from '../../components/badge/spots.ts';
import type { TextParts } from '../../components/badge/text-parts.ts';
import type { watchTheme } from '../../components/badge/theme-changes.ts';
import type { readPageInSteps } from '../../lib/detect/read-page.ts';
import type { TextReader } from '../../lib/detect/text-types.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { BadgeView, PageScript } from '../../lib/messaging/types.ts';

/** What finds a badge its place, and draws it. */
export interface BadgeKit {
  findSpot: typeof findSpot;
  findTheme: typeof findTheme;
  watchTheme: typeof watchTheme;
  placeHost: typeof placeHost;
  /** Draws a badge inside a host element, behind a closed shadow root. */
  drawBadge: (host: HTMLElement, state: BadgeView, options: BadgeOptions) => MountedBadge;
}

declare global {
  /** Left by `entrypoints/page/reader.ts`, which the background puts into the page when it is asked to. */
  var marqueePage: typeof readPageInSteps | undefined;
  /** Left by `entrypoints/page/text.ts` in the same way. */
  var marqueeText: TextReader | undefined;
  /** Left with it: how badges come to stand in the text. */
  var marqueeTextParts: TextParts | undefined;
  /** Left by `entrypoints/page/badge.ts` in the same way. */
  var marqueeBadge: BadgeKit | undefined;
}

/** Puts a script of ours into this page. False where the background does not answer. */
async function loadScript(name: PageScript): Promise<boolean> {
  try {
    await sendMessage('loadScript', { name });
    return true;
  } catch {
    return false;
  }
}

/** What reads pages that may name films. Undefined where the background does not answer. */
export async function loadPageReader(): Promise<typeof readPageInSteps | undefined> {
  if (!globalThis.marqueePage) await loadScript('page-reader');
  return globalThis.marqueePage;
}

/**
 * The reader of running text, which only pages need that no adapter knows; loaded at the first wish. Undefined where the
 * background does not answer: the page's data and links are read all the same.
 */
export async function loadTextReader(): Promise<TextReader | undefined> {
  if (!globalThis.marqueeText) await loadScript('page-text');
  return globalThis.marqueeText;
}

/** What draws badges, which only pages with films need; loaded before the first. False where there is none to be had. */
export async function loadBadgeKit(): Promise<boolean> {
  return globalThis.marqueeBadge !== undefined || (await loadScript('page-badge'));
}
