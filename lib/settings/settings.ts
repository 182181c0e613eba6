import { storage } from 'wxt/utils/storage';
import type { ScoreScale } from '../reviews/scale.ts';
import type { OwnRecord } from '../watchlog/types.ts';

/** Whether badges are shown at all. */
export const badgesOn = storage.defineItem<boolean>('local:badgesOn', { fallback: true, version: 1 });

/** Hosts on which badges are switched off, as `location.host` gives them. */
export const blockedHosts = storage.defineItem<string[]>('local:offSites', { fallback: [], version: 1 });

/** Whose score a badge shows where both are known. */
export const preferredScore = storage.defineItem<'critics' | 'audience'>('local:badgeFirst', {
  fallback: 'critics',
  version: 1,
});

/** The source whose score a badge shows before all others, by its id; empty where the user prefers none. */
export const badgeSource = storage.defineItem<string>('local:badgeSource', { fallback: '', version: 1 });

/** On which scale scores are shown: each on its source's own, or all of 100. */
export const scoreScale = storage.defineItem<ScoreScale>('local:scoreScale', { fallback: 'own', version: 1 });

/** Whether scores of a film stay hidden until the user has seen it. */
export const hideScoresUntilSeen = storage.defineItem<boolean>('local:hideScoresUntilSeen', {
  fallback: false,
  version: 1,
});

/** All settings, as they are now. */
export interface Settings {
  badgesOn: boolean;
  blockedHosts: string[];
  preferredScore: 'critics' | 'audience';
  badgeSource: string;
  scoreScale: ScoreScale;
  hideScoresUntilSeen: boolean;
}

/** Reads all settings; the defaults where nothing was ever set. */
export async function loadSettings(): Promise<Settings> {
  const [on, sites, first, source, scale, hide] = await Promise.all([
    badgesOn.getValue(),
    blockedHosts.getValue(),
    preferredScore.getValue(),
    badgeSource.getValue(),
    scoreScale.getValue(),
    hideScoresUntilSeen.getValue(),
  ]);
  return {
    badgesOn: on,
    blockedHosts: sites,
    preferredScore: first,
    badgeSource: source,
    scoreScale: scale,
    hideScoresUntilSeen: hide,
  };
}

/** Keeps the settings that are given, and leaves the others as they are. */
export async function saveSettings(changes: Partial<Omit<Settings, 'blockedHosts'>>): Promise<void> {
  await Promise.all([
    changes.badgesOn !== undefined && badgesOn.setValue(changes.badgesOn),
    changes.preferredScore !== undefined && preferredScore.setValue(changes.preferredScore),
    changes.badgeSource !== undefined && badgeSource.setValue(changes.badgeSource),
    changes.scoreScale !== undefined && scoreScale.setValue(changes.scoreScale),
    changes.hideScoresUntilSeen !== undefined && hideScoresUntilSeen.setValue(changes.hideScoresUntilSeen),
  ]);
}

/** Whether badges are shown on a site, by its host. */
export function hasBadgesOn(settings: Pick<Settings, 'badgesOn' | 'blockedHosts'>, host: string): boolean {
  return settings.badgesOn && !settings.blockedHosts.includes(host);
}

/** Whether scores of a film are hidden: the user wants that, and has neither seen nor rated it. The same on every surface. */
export function hidesScores(
  settings: Pick<Settings, 'hideScoresUntilSeen'>,
  own: Pick<OwnRecord, 'watchedCount' | 'rating'> | null,
): boolean {
  return settings.hideScoresUntilSeen && (own === null || (own.watchedCount === 0 && own.rating === null));
}

/** Switches badges on or off for one site. */
export async function setBadgesOnSite(host: string, on: boolean): Promise<void> {
  const others = (await blockedHosts.getValue()).filter((site) => site !== host);
  await blockedHosts.setValue(on ? others : [...others, host]);
}

/** Calls back after each change of a setting, until the returned function is called. */
export function watchSettings(onChange: () => void): () => void {
  const items = [badgesOn, blockedHosts, preferredScore, badgeSource, scoreScale, hideScoresUntilSeen];
  const unwatch = items.map((item) => item.watch(() => onChange()));
  return () => unwatch.forEach((stop) => stop());
}
