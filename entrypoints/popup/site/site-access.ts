import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import {
  everySite,
  formatSitePattern,
  listGrantedSites,
  readAlways,
  readNoLonger,
} from '../../../lib/settings/allowed-hosts.ts';
import { isMatch } from '../../../lib/sites/find-adapter.ts';
import type { PopupModel } from '../popup-model.ts';

/** Why the page may be read: built-in support for its site, a permission for the site or for all sites, or one click. */
export type SiteAccessKind = 'known' | 'site' | 'everywhere' | 'once';

/** Returns the access to the page's site, and the actions that request and revoke it. */
export function createSiteAccess({ reading }: Pick<PopupModel, 'reading'>) {
  const access = signal<SiteAccessKind | null>(null);
  const findUrl = (): string | null => reading.value?.url ?? null;
  const findPattern = (): string | null => formatSitePattern(findUrl() ?? '');

  const refreshAccess = async (): Promise<void> => {
    const url = findUrl();
    const found = url === null ? null : await findAccess(url);
    if (url === findUrl()) access.value = found;
  };
  const change = async (task: Promise<unknown>): Promise<void> => {
    await task;
    await refreshAccess();
  };
  reading.subscribe(() => void refreshAccess());
  return {
    access,
    async allowSite(): Promise<void> {
      const pattern = findPattern();
      if (pattern) await change(readAlways(pattern));
    },
    allowEverySite: () => change(readAlways(everySite)),
    async revokeAccess(): Promise<void> {
      const pattern = access.value === 'everywhere' ? everySite : findPattern();
      if (pattern) await change(readNoLonger(pattern));
    },
  };
}

async function findAccess(url: string): Promise<SiteAccessKind | null> {
  const pattern = formatSitePattern(url);
  if (pattern === null) return null;
  const declared = (browser.runtime.getManifest().content_scripts ?? []).flatMap(
    ({ matches }) => matches ?? [],
  );
  if (declared.some((known) => isMatch(known, new URL(url)))) return 'known';
  const granted = await listGrantedSites();
  if (granted.includes(pattern)) return 'site';
  return granted.includes(everySite) ? 'everywhere' : 'once';
}
