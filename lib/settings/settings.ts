import { withinLimit } from './patient-storage.ts';
import { copySettings, loadSettingsCopy } from './settings-copy.ts';
import * as v from 'valibot';
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
  /** Whether the scores that pages state are kept in the cache and shown. */
  keepsSiteScores: storage.defineItem<boolean>('local:keepsSiteScores', { fallback: true, version: 1 }),
  /** Whether a film without a score has a badge too, rated or not. */
  badgesWithoutScore: storage.defineItem<boolean>('local:badgesWithoutScore', { fallback: true, version: 1 }),
  /** Whether a film that the user logs stays on the watchlist. */
  keepsWatchlist: storage.defineItem<boolean>('local:keepsWatchlist', { fallback: false, version: 1 }),
  /** Whether posters of pages are kept as covers of the films that the user rates or logs there, and shown. */
  keepsCovers: storage.defineItem<boolean>('local:keepsCovers', { fallback: true, version: 1 }),
};

type SettingName = keyof typeof settingItems;

/** All settings, as they are now. */
export type Settings = {
  [Name in SettingName]: Awaited<ReturnType<(typeof settingItems)[Name]['getValue']>>;
};

const items: { [Name in SettingName]: WxtStorageItem<Settings[Name], Record<string, unknown>> } =
  settingItems;
const names = Object.keys(items) as SettingName[];

/** The form of each setting. */
const schemas: { [Name in SettingName]: v.GenericSchema<unknown, Settings[Name]> } = {
  badgesOn: v.boolean(),
  blockedHosts: v.array(v.string()),
  preferredScore: v.picklist(['critics', 'audience']),
  badgeSource: v.string(),
  scoreScale: v.picklist(['own', 'hundred']),
  hideScoresUntilSeen: v.boolean(),
  keepsSiteScores: v.boolean(),
  badgesWithoutScore: v.boolean(),
  keepsWatchlist: v.boolean(),
  keepsCovers: v.boolean(),
};

/** What is stored for each setting; null if it was never set. Rejects if the browser cannot read the storage. */
async function readStored(): Promise<Record<SettingName, unknown>> {
  const stored = await withinLimit(() =>
    Promise.all(names.map(async (name) => [name, await storage.getItem<unknown>(items[name].key)] as const)),
  );
  return Object.fromEntries(stored) as Record<SettingName, unknown>;
}

/** A value if it has the form of its setting, otherwise undefined. */
function accept<Name extends SettingName>(name: Name, value: unknown): Settings[Name] | undefined {
  const schema: v.GenericSchema<unknown, Settings[Name]> = schemas[name];
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : undefined;
}

/**
 * Reads all settings; the default for each that was never set. While the storage cannot be read, or has lost or damaged a
 * setting, it is as it last was; if that is not known either, badges are off: nobody knows on which sites the user wants
 * none. Never rejects.
 */
export async function loadSettings(): Promise<Settings> {
  const [stored, copy] = await Promise.all([readStored().catch(() => null), loadSettingsCopy()]);
  const isUnknown = stored === null && Object.keys(copy).length === 0;
  const find = <Name extends SettingName>(name: Name): Settings[Name] =>
    accept(name, stored?.[name]) ?? accept(name, copy[name]) ?? items[name].fallback;
  // Every name has a value of its item.
  const settings = Object.fromEntries(names.map((name) => [name, find(name)])) as Settings;
  // Nobody waits for the copy. It never rejects.
  if (stored !== null) void copySettings(settings);
  return isUnknown ? { ...settings, badgesOn: false } : settings;
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
  await copySettings(await loadSettings());
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

/** Switches badges on or off for one site. Rejects, and changes nothing, if the list of sites cannot be read. */
export async function setBadgesOnSite(host: string, on: boolean): Promise<void> {
  // Rejects where `loadSettings` would give the list as it last was.
  await readStored();
  const others = (await loadSettings()).blockedHosts.filter((site) => site !== host);
  await saveSettings({ blockedHosts: on ? others : [...others, host] });
}

/** Calls back after each change of a setting, until the returned function is called. */
export function watchSettings(onChange: () => void): () => void {
  const unwatch = names.map((name) => items[name].watch(() => onChange()));
  return () => unwatch.forEach((stop) => stop());
}
