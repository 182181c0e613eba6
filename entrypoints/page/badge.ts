import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountBadge } from '../../components/badge/badge.ts';
import { findTheme } from '../../components/badge/page-theme.ts';
import { findSpot, placeHost } from '../../components/badge/spots.ts';
import { watchTheme } from '../../components/badge/theme-changes.ts';
import badgeCss from '../../components/badge/badge.css?inline';

let sheet: CSSStyleSheet | null = null;

/** One sheet for all badges; a style element where the browser keeps content scripts from sharing one. */
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

/** Hands what places and draws badges to the content script of the same page. */
export default defineUnlistedScript(() => {
  globalThis.marqueeBadge = {
    findSpot,
    findTheme,
    watchTheme,
    placeHost,
    drawBadge(host, state, options) {
      const shadow = host.attachShadow({ mode: 'closed' });
      addStyle(shadow);
      return mountBadge(shadow, state, options);
    },
  };
});
