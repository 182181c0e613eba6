import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { LiveSourceId } from '../reviews/sources/types.ts';

/** The services that the user has switched on; none at first, so nothing leaves the machine. */
export const sourcesOn = storage.defineItem<LiveSourceId[]>('local:sourcesOn', { fallback: [], version: 1 });

/** The user's own keys of services. Only the background reads them, and each is sent to its own service only. */
export const sourceKeys = storage.defineItem<Partial<Record<LiveSourceId, string>>>('local:sourceKeys', {
  fallback: {},
  version: 1,
});

/** Whether covers are fetched from TMDB, while that source is on. */
export const tmdbPicturesOn = storage.defineItem<boolean>('local:tmdbPicturesOn', {
  fallback: false,
  version: 1,
});

/** Whether the popup keeps the review of a page automatically. */
export const keepReviewsByItself = storage.defineItem<boolean>('local:keepReviewsByItself', {
  fallback: false,
  version: 1,
});

/** Whether the full text of reviews is kept, of pages and of followed sites. */
export const keepReviewText = storage.defineItem<boolean>('local:keepReviewText', {
  fallback: false,
  version: 1,
});

/** Saves a key, or removes it (null). The caller runs changes one after the other. */
export async function saveSourceKey(source: LiveSourceId, key: string | null): Promise<void> {
  const { [source]: _former, ...others } = await sourceKeys.getValue();
  await sourceKeys.setValue(key === null ? others : { ...others, [source]: key });
}

/** Switches a source on or off. */
export async function saveSourceOn(source: LiveSourceId, on: boolean): Promise<void> {
  const others = (await sourcesOn.getValue()).filter((id) => id !== source);
  await sourcesOn.setValue(on ? [...others, source] : others);
}

/** Calls back after a source or its pictures were switched on or off, until the returned function is called. */
export function watchSources(onChange: () => void): () => void {
  const unwatch = [sourcesOn.watch(() => onChange()), tmdbPicturesOn.watch(() => onChange())];
  return () => unwatch.forEach((stop) => stop());
}

/**
 * Keeps content scripts from reading the extension's storage, where the keys are. False in browsers without the call,
 * which give them no such access or cannot take it away.
 */
export async function closeStorageToPages(): Promise<boolean> {
  const area: unknown = browser.storage.local;
  if (!hasAccessLevel(area)) return false;
  await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  return true;
}

interface LevelledArea {
  setAccessLevel: (options: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
}

function hasAccessLevel(area: unknown): area is LevelledArea {
  return (
    typeof area === 'object' &&
    area !== null &&
    'setAccessLevel' in area &&
    typeof area.setAccessLevel === 'function'
  );
}
