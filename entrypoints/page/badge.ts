import { mountBadge, type BadgeOptions, type MountedBadge } from '../../components/badge/badge.ts';
import { findTheme } from '../../components/badge/page-theme.ts';
import { findSpot, placeHost } from '../../components/badge/spots.ts';
import { watchTheme } from '../../components/badge/theme-changes.ts';
import type { BadgeView } from '../../lib/messaging/types.ts';
import badgeCss from '../../components/badge/badge.css?inline';

let sheet: CSSStyleSheet | null = null;

/** Adds one shared sheet for all badges, or a style element if the browser does not let content scripts share one. */
function addStyle(shadow: ShadowRoot): void {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(badgeCss);
    }
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = badgeCss;
    shadow.append(style);
  }
}

/** Draws a badge inside a host element, behind a closed shadow root. */
export function drawBadge(host: HTMLElement, state: BadgeView, options: BadgeOptions): MountedBadge {
  const shadow = host.attachShadow({ mode: 'closed' });
  addStyle(shadow);
  return mountBadge(shadow, state, options);
}

export { findTheme, findSpot, placeHost, watchTheme };
