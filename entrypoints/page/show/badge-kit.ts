import { mountBadge, type BadgeOptions, type MountedBadge } from '../../../components/badge/badge.ts';
import { findTheme } from '../../../components/badge/page-theme.ts';
import { findSpot, placeHost } from '../../../components/badge/spots.ts';
import { watchTheme } from '../../../components/badge/theme-changes.ts';
import type { BadgeView } from '../../../lib/messaging/types.ts';
import { loadDetails } from '../load-once.ts';
import { addStyle } from './badge-style.ts';
import badgeCss from '../../../components/badge/badge.css?inline';

/** The functions that draw and place badges. */
export interface BadgeKit {
  findSpot: typeof findSpot;
  placeHost: typeof placeHost;
  findTheme: typeof findTheme;
  watchTheme: typeof watchTheme;
  /** Returns a new host element. */
  createHost: () => HTMLElement;
  /** Draws a badge inside a host element, behind a closed shadow root. */
  drawBadge: (
    host: HTMLElement,
    view: BadgeView,
    options: Pick<BadgeOptions, 'theme' | 'isSmall' | 'onRateOrLog'>,
  ) => MountedBadge;
}

/** The name of a badge's host element: a fixed contract. */
const badgeTag = 'marquee-badge';
const smallCss = ':host{width:54px!important}';

/**
 * Hosts are created, and get their shadow roots, in a document without a window. In the page's own document a page that
 * defines a custom element of this name would get at the closed root through `ElementInternals.shadowRoot`.
 */
const xhtml = 'http://www.w3.org/1999/xhtml';
const inertDocument = new Document();

export const badgeKit: BadgeKit = {
  findSpot,
  placeHost,
  findTheme,
  watchTheme,
  createHost: () => inertDocument.createElementNS(xhtml, badgeTag),
  drawBadge(host, view, options) {
    const shadow = host.attachShadow({ mode: 'closed' });
    addStyle(shadow, badgeCss);
    if (options.isSmall) addStyle(shadow, smallCss);
    return mountBadge(shadow, view, { ...options, loadDetails });
  },
};
