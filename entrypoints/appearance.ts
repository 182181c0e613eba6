import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { loadShownAppearance, showTheme } from '../lib/settings/shown-appearance.ts';

// Runs in the head of every page of ours, before the first paint: the page never shows in another theme than the chosen one.
export default defineUnlistedScript(() => showTheme(loadShownAppearance().theme));
