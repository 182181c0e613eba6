import { countedFetch } from '../http/counted-fetch.ts';
import { isFresh, isResting } from '../../dates/stored-time.ts';
import { browser } from 'wxt/browser';
import { candidateKeys } from '../../films/matching.ts';
import type { FilmRef, MatchedHint } from '../../films/types.ts';
import type { Fetch } from '../../catalogue/store/fetch-file.ts';
import {
  addPublishedCatalogue,
  isPublished,
  manifestFreshMs,
  openPublishedRow,
} from '../../catalogue/store/published-catalogues.ts';
import { listStoredCatalogues } from '../../catalogue/store/stored-catalogues.ts';
import { reportFault } from '../messages/report-fault.ts';
import { forgetStoredCatalogues } from './built-in.ts';

/** How long a host is paused after it failed, in milliseconds. */
const restMs = 5 * 60 * 1000;

type PublishedRow = Parameters<typeof openPublishedRow>[0];

const restUntil = new Map<string, number>();
let notifyPages = (): void => undefined;

/** Sets the callback for when a part of a catalogue was fetched. */
export function onCatalogueFetched(notify: () => void): void {
  notifyPages = notify;
}

/** The match patterns a published catalogue needs: its host. */
export function originsOf(url: string): string[] {
  return [`https://${new URL(url).hostname}/*`];
}

/** Whether the user gave the permission for a published catalogue. */
export async function mayFetch(url: string): Promise<boolean> {
  return await browser.permissions.contains({ origins: originsOf(url) });
}

function listKeys({ sighted, match }: MatchedHint): FilmRef[] {
  return [...candidateKeys(sighted.hint), ...(match.kind === 'film' ? match.film.refs : [])];
}

async function renewManifest(row: PublishedRow): Promise<PublishedRow> {
  if (isFresh(row.published.checkedAt, manifestFreshMs, Date.now())) return row;
  const renewed = await addPublishedCatalogue(row.published.url, {
    fetch: countedFetch,
    now: Date.now,
  });
  forgetStoredCatalogues();
  return isPublished(renewed) ? renewed : row;
}

/** Fetches the missing parts of one catalogue; true when something was fetched. */
async function fetchParts(row: PublishedRow, keys: FilmRef[]): Promise<boolean> {
  const { url, isRevealing } = row.published;
  if (isRevealing || isResting(restUntil.get(url) ?? 0, restMs, Date.now()) || !(await mayFetch(url)))
    return false;
  let fetched = 0;
  const countingFetch: Fetch = (address, init) => {
    fetched += 1;
    return countedFetch(address, init);
  };
  try {
    await openPublishedRow(await renewManifest(row), countingFetch).lookUp(keys);
  } catch (error) {
    restUntil.set(url, Date.now() + restMs);
    reportFault(`catalogue ${row.id}`, error);
    return false;
  }
  return fetched > 0;
}

/**
 * Fetches the parts of published catalogues with the films that the user opened, and notifies all pages if some were
 * fetched. Parts that are on this machine are not fetched again. Never rejects.
 */
export async function refreshPublishedCatalogues(opened: MatchedHint[]): Promise<void> {
  const keys = opened.flatMap(listKeys);
  if (keys.length === 0) return;
  try {
    const rows = (await listStoredCatalogues()).filter(isPublished);
    const came = await Promise.all(rows.map((row) => fetchParts(row, keys)));
    if (came.includes(true)) notifyPages();
  } catch (error) {
    reportFault('published catalogues', error);
  }
}
