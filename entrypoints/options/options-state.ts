import { signal } from '@preact/signals';
import { listGrantedSites, readNoLonger } from '../../lib/settings/always-sites.ts';
import {
  loadSettings,
  saveSettings,
  setBadgesOnSite,
  watchSettings,
  type Settings,
} from '../../lib/settings/settings.ts';

export type OptionsState = ReturnType<typeof createOptionsState>;

/** The settings as they are, and the ways to change them; each holds at once, on every page. */
export function createOptionsState() {
  const settings = signal<Settings | null>(null);
  const alwaysSites = signal<string[]>([]);
  const load = async (): Promise<void> => {
    settings.value = await loadSettings();
    alwaysSites.value = await listGrantedSites();
  };
  return {
    settings,
    alwaysSites,
    async takeBack(pattern: string): Promise<void> {
      await readNoLonger(pattern);
      await load();
    },
    async open(): Promise<void> {
      watchSettings(() => void load());
      await load();
    },
    async change(changes: Parameters<typeof saveSettings>[0]): Promise<void> {
      await saveSettings(changes);
      await load();
    },
    async switchOn(site: string): Promise<void> {
      await setBadgesOnSite(site, true);
      await load();
    },
  };
}
