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
  /** Draws a badge inside a host element, behind a closed shadow root. */
  drawBadge: (
    host: HTMLElement,
    view: BadgeView,
    options: Pick<BadgeOptions, 'theme' | 'onRateOrLog'>,
  ) => MountedBadge;
}

export const badgeKit: BadgeKit = {
  findSpot,
  placeHost,
  findTheme,
  watchTheme,
  drawBadge(host, view, options) {
    const shadow = host.attachShadow({ mode: 'closed' });
    addStyle(shadow, badgeCss);
    return mountBadge(shadow, view, { ...options, loadDetails });
  },
};
