import { storage } from 'wxt/utils/storage';

/** Whether badges are shown at all. */
export const badgesOn = storage.defineItem<boolean>('local:badgesOn', { fallback: true, version: 1 });

/** Hosts on which badges are switched off, as `location.host` gives them. */
export const offSites = storage.defineItem<string[]>('local:offSites', { fallback: [], version: 1 });

/** Whose score a badge shows where both are known. */
export const badgeFirst = storage.defineItem<'critics' | 'audience'>('local:badgeFirst', {
  fallback: 'critics',
  version: 1,
});

/** Whether scores of a film stay hidden until the user has seen it. */
export const hideScoresUntilSeen = storage.defineItem<boolean>('local:hideScoresUntilSeen', {
  fallback: false,
  version: 1,
});

/** All settings, as they are now. */
export interface Settings {
  badgesOn: boolean;
  offSites: string[];
  badgeFirst: 'critics' | 'audience';
  hideScoresUntilSeen: boolean;
}

/** Reads all settings; the defaults where nothing was ever set. */
export async function loadSettings(): Promise<Settings> {
  const [on, sites, first, hide] = await Promise.all([
    badgesOn.getValue(),
    offSites.getValue(),
    badgeFirst.getValue(),
    hideScoresUntilSeen.getValue(),
  ]);
  return { badgesOn: on, offSites: sites, badgeFirst: first, hideScoresUntilSeen: hide };
}

/** Whether badges are shown on a site, by its host. */
export function hasBadgesOn(settings: Pick<Settings, 'badgesOn' | 'offSites'>, host: string): boolean {
  return settings.badgesOn && !settings.offSites.includes(host);
}

/** Switches badges on or off for one site. */
export async function setBadgesOnSite(host: string, on: boolean): Promise<void> {
  const others = (await offSites.getValue()).filter((site) => site !== host);
  await offSites.setValue(on ? others : [...others, host]);
}

/** Calls back after each change of a setting, until the returned function is called. */
export function watchSettings(onChange: () => void): () => void {
  const items = [badgesOn, offSites, badgeFirst, hideScoresUntilSeen];
  const unwatch = items.map((item) => item.watch(() => onChange()));
  return () => unwatch.forEach((stop) => stop());
}
