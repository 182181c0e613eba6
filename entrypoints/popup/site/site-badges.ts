import { hasBadgesOn, loadSettings, setBadgesOnSite } from '../../../lib/settings/settings.ts';
import { findHost } from '../page.ts';
import type { PopupModel } from '../popup-model.ts';

/** Returns whether badges are on for the page's site, and the action that switches them. */
export function createSiteBadges({ reading, settings }: PopupModel) {
  const findSite = (): string | null => findHost(reading.value?.url);
  return {
    findSite,
    hasBadges(): boolean {
      const host = findSite();
      return settings.value !== null && host !== null && hasBadgesOn(settings.value, host);
    },
    async setBadges(on: boolean): Promise<void> {
      const host = findSite();
      if (host === null) return;
      await setBadgesOnSite(host, on);
      settings.value = await loadSettings();
    },
  };
}
