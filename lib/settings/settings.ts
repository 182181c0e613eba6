import { storage, type WxtStorageItem } from 'wxt/utils/storage';
import type { ScoreScale } from '../reviews/scale.ts';
import type { OwnRecord } from '../watchlog/types.ts';

/** Every setting of the badges and scores with its default. Loading, saving and watching follow from this record. */
export const settingItems = {
  /** Whether badges are shown at all. */
  badgesOn: storage.defineItem<boolean>('local:badgesOn', { fallback: true, version: 1 }),
  /** Hosts on which badges are switched off, as `location.host` gives them. */
  blockedHosts: storage.defineItem<string[]>('local:offSites', { fallback: [], version: 1 }),
  /** Whose score a badge shows where both are known. */
  preferredScore: storage.defineItem<'critics' | 'audience'>('local:badgeFirst', {
    fallback: 'critics',
    version: 1,
  }),
  /** The source whose score a badge shows before all others, by its id; empty where the user prefers none. */
  badgeSource: storage.defineItem<string>('local:badgeSource', { fallback: '', version: 1 }),
  /** The scale of scores: each source's own, or all out of 100. */
  scoreScale: storage.defineItem<ScoreScale>('local:scoreScale', { fallback: 'own', version: 1 }),
  /** Whether a film's scores stay hidden until the user has seen it. */
  hideScoresUntilSeen: storage.defineItem<boolean>('local:hideScoresUntilSeen', {
    fallback: false,
    version: 1,
  }),
};

type SettingName = keyof typeof settingItems;

/** All settings, as they are now. */
export type Settings = {
  [Name in SettingName]: Awaited<ReturnType<(typeof settingItems)[Name]['getValue']>>;
};

const items: { [Name in SettingName]: WxtStorageItem<Settings[Name], Record<string, unknown>> } =
  settingItems;
const names = Object.keys(items) as SettingName[];

/** Reads all settings; the defaults for those never set. */
export async function loadSettings(): Promise<Settings> {
  const values = await Promise.all(names.map(async (name) => [name, await items[name].getValue()]));
  // Every name has a value of its item.
  return Object.fromEntries(values) as Settings;
}

async function saveSetting<Name extends SettingName>(
  name: Name,
  value: Settings[Name] | undefined,
): Promise<void> {
  if (value !== undefined) await items[name].setValue(value);
}

/** Saves the given settings and leaves the others unchanged. */
export async function saveSettings(changes: Partial<Settings>): Promise<void> {
  await Promise.all(names.map((name) => saveSetting(name, changes[name])));
}

/** Whether badges are shown on a site, by its host. */
export function hasBadgesOn(settings: Pick<Settings, 'badgesOn' | 'blockedHosts'>, host: string): boolean {
  return settings.badgesOn && !settings.blockedHosts.includes(host);
}

/** Whether scores of a film are hidden: the user wants that, and has neither seen nor rated it. */
export function hidesScores(
  settings: Pick<Settings, 'hideScoresUntilSeen'>,
  own: Pick<OwnRecord, 'watchedCount' | 'rating'> | null,
): boolean {
  return settings.hideScoresUntilSeen && (own === null || (own.watchedCount === 0 && own.rating === null));
}

/** Switches badges on or off for one site. */
export async function setBadgesOnSite(host: string, on: boolean): Promise<void> {
  const { blockedHosts } = settingItems;
  const others = (await blockedHosts.getValue()).filter((site) => site !== host);
  await blockedHosts.setValue(on ? others : [...others, host]);
}

/** Calls back after each change of a setting, until the returned function is called. */
export function watchSettings(onChange: () => void): () => void {
  const unwatch = names.map((name) => items[name].watch(() => onChange()));
  return () => unwatch.forEach((stop) => stop());
}
