import { readItem } from '../../lib/settings/read-item.ts';
import { signal } from '@preact/signals';
import { createRatingsState } from '../../components/ui/ratings-state.ts';
import { onMessage } from '../../lib/messaging/messages.ts';
import { ratingsActions } from '../../lib/messaging/ratings-actions.ts';
import { listGrantedSites, readNoLonger } from '../../lib/settings/allowed-hosts.ts';
import {
  loadSettings,
  saveSettings,
  setBadgesOnSite,
  watchSettings,
  type Settings,
} from '../../lib/settings/settings.ts';
import { keepReviewsByItself, keepReviewText } from '../../lib/settings/source-settings.ts';
import { browser } from 'wxt/browser';
import { loadAppearance, saveAppearance } from '../../lib/settings/appearance.ts';
import { loadShownAppearance, type Appearance } from '../../lib/settings/shown-appearance.ts';
import { countsPageFilms } from '../../lib/settings/toolbar-count.ts';
import { createPrivacyState } from './privacy-state.ts';
import { createBackupState } from './backup-state.ts';
import { createCheckState } from './check-state.ts';
import { createImportState } from './import-state.ts';
import { createCatalogueState } from './catalogue-state.ts';
import { createSiteState } from './site-state.ts';
import { createSourceState } from './source-state.ts';
import { createStorageState } from './storage-state.ts';
import { createSyncState } from './sync-state.ts';

/** Creates the state of how pages look, and of the number on the toolbar icon. */
function createAppearanceState() {
  const appearance = signal(loadShownAppearance());
  const countsFilms = signal(false);
  return {
    appearance,
    countsFilms,
    async openAppearance(): Promise<void> {
      appearance.value = await loadAppearance();
      countsFilms.value = await readItem(countsPageFilms);
    },
    /** Saves and shows it. Another language needs the page to be loaded again. */
    async changeAppearance(changes: Partial<Appearance>): Promise<void> {
      await saveAppearance(changes);
      appearance.value = await loadAppearance();
      if (changes.language === undefined) return;
      location.hash = 'appearance';
      location.reload();
    },
    async setCountsFilms(on: boolean): Promise<void> {
      countsFilms.value = on;
      await countsPageFilms.setValue(on);
    },
  };
}

export type OptionsState = ReturnType<typeof createOptionsState>;

/** Creates the state of this browser's settings, and the actions that change them. A change takes effect on all pages. */
function createSettingsState() {
  const settings = signal<Settings | null>(null);
  const allowedHosts = signal<string[]>([]);
  const savesAutomatically = signal(false);
  const keepsText = signal(false);
  const loadAll = async (): Promise<void> => {
    settings.value = await loadSettings();
    allowedHosts.value = await listGrantedSites();
    savesAutomatically.value = await readItem(keepReviewsByItself);
    keepsText.value = await readItem(keepReviewText);
  };
  const then = async (task: Promise<unknown>): Promise<void> => {
    await task;
    await loadAll();
  };
  return {
    settings,
    allowedHosts,
    savesAutomatically,
    keepsText,
    loadAll,
    revoke: (pattern: string) => then(readNoLonger(pattern)),
    change: (changes: Parameters<typeof saveSettings>[0]) => then(saveSettings(changes)),
    switchOn: (site: string) => then(setBadgesOnSite(site, true)),
    setSavesAutomatically: (on: boolean) => then(keepReviewsByItself.setValue(on)),
    setKeepsText: (on: boolean) => then(keepReviewText.setValue(on)),
  };
}

/** Creates the state of the options page and the actions of its controls. `now` determines the latest film year. */
export function createOptionsState(now: () => Date = () => new Date()) {
  const own = createSettingsState();
  const ofSources = createSourceState();
  const ofSites = createSiteState();
  const ofCatalogues = createCatalogueState();
  const ofStorage = createStorageState();
  const ofAppearance = createAppearanceState();
  const ofPrivacy = createPrivacyState(() => ofSources.sources.value.value ?? []);
  const ofBackups = createBackupState(now);
  const ofCheck = createCheckState();
  const ofSync = createSyncState(now);
  const ofRatings = createRatingsState(ratingsActions);
  const ofImports = createImportState(async () => {
    await Promise.all([ofCatalogues.catalogueList.refresh(), ofRatings.refreshRatings()]);
  });
  const follow = async (): Promise<void> => {
    await Promise.all([
      ofSources.sources.refresh().then(() => ofPrivacy.refreshSent()),
      ofSources.refreshPictures(),
      ofSites.refreshSites(),
      ofCatalogues.catalogueList.refresh(),
      ofStorage.storageUse.refresh(),
      ofBackups.backups.refresh(),
      ofBackups.fileBackup.refresh(),
      ofCheck.logCheck.refresh(),
      ofSync.refreshSync(),
    ]);
  };
  return {
    ...own,
    ...ofSources,
    ...ofSites,
    ...ofCatalogues,
    ...ofStorage,
    ...ofAppearance,
    ...ofPrivacy,
    version: browser.runtime.getManifest().version,
    ...ofBackups,
    ...ofCheck,
    ...ofSync,
    ...ofRatings,
    ...ofImports,
    maxYear: now().getFullYear() + 5,
    /** Called once, at the start. */
    async open(): Promise<void> {
      watchSettings(() => void own.loadAll());
      onMessage('logChanged', () => follow());
      onMessage('syncChanged', () => ofSync.refreshSync());
      await Promise.all([own.loadAll(), ofAppearance.openAppearance(), follow(), ofRatings.openRatings()]);
    },
  };
}
