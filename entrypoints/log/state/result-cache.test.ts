import { afterEach, expect, test, vi } from 'vitest';
import { runToEnd } from '../../../lib/async/testing/run-to-end.ts';
import { createAddress, type Address } from '../../../lib/watchlog/search/address.ts';
import { createLogModel, type Listing } from './log-model.ts';
import { createSearchTexts, prepareTexts } from '../../../lib/watchlog/search/log-search.ts';
import { registerListing } from './result-cache.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from '../../../lib/watchlog/testing/index-rows.ts';

afterEach(() => vi.restoreAllMocks());

/** Mocks the clock so that every step takes longer than a slice. */
function slowDown(): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
}

/** Returns a log as the page shows it. */
function readLog(titles: string[] = ['Her', 'Heroes']) {
  const index = formatIndex({
    films: titles.map((title, at) => formatFilmRow(`f${at + 1}`, title)),
    entries: titles.map((_title, at) => formatEntryRow(`e${at + 1}`, `f${at + 1}`)),
    watchlist: [{ filmId: 'f1', priority: 1 }],
  });
  return { index, texts: createSearchTexts(index), isWhole: true };
}

/** Returns the entry ids of a diary list, or the titles of a film list, sorted. */
function namesOf({ view, positions, shown }: Listing): string[] {
  const names = view === 'diary' ? shown.index.entries.ids : shown.index.films.titles;
  return positions.map((position) => names[position] ?? '').sort();
}

/** Opens a page at an address. Its log is read but not yet prepared for the search. */
function openPage(address: Partial<Address> = {}) {
  const model = createLogModel();
  const open = (next: Partial<Address>): void =>
    void (model.address.value = { ...createAddress('diary'), ...next });
  open(address);
  registerListing(model);
  const log = readLog();
  model.shown.value = log;
  const prepare = (): void => {
    runToEnd(prepareTexts(log.index, log.texts));
    model.prepared.value += 1;
  };
  const listNames = (): string[] | null => {
    const listing = model.listingOf(model.view.value as Listing['view']);
    return listing && namesOf(listing);
  };
  const waitUntilFound = async (): Promise<void> => {
    while (model.isSearching.value) await new Promise((resolve) => setTimeout(resolve));
  };
  return { model, open, prepare, listNames, waitUntilFound };
}

test('a page opened with a query shows nothing until the search is done, then the results', async () => {
  slowDown();
  const page = openPage({ query: 'heroes' });
  expect(page.listNames()).toBeNull();
  page.prepare();
  await page.waitUntilFound();
  expect(page.listNames()).toEqual(['e2']);
});

test('shows the results of a quick search in the same task as the letter', () => {
  const page = openPage();
  page.prepare();
  for (const [query, found] of Object.entries({
    h: ['e1', 'e2'],
    hero: ['e2'],
    zzz: [],
    '': ['e1', 'e2'],
  })) {
    page.open({ query });
    expect(page.model.isSearching.value).toBe(false);
    expect(page.listNames()).toEqual(found);
  }
});

test('keeps the last results during the next search, and the newest query wins', async () => {
  slowDown();
  const page = openPage({ query: 'her' });
  page.prepare();
  await page.waitUntilFound();
  expect(page.listNames()).toEqual(['e1', 'e2']);
  page.open({ query: 'heroes' });
  expect(page.model.isSearching.value).toBe(true);
  expect(page.listNames()).toEqual(['e1', 'e2']);
  page.open({ query: 'zzz' });
  await page.waitUntilFound();
  expect(page.listNames()).toEqual([]);
});

test('shows everything again when the query is cleared', async () => {
  const page = openPage({ query: 'heroes' });
  page.prepare();
  await page.waitUntilFound();
  page.open({ query: '' });
  await page.waitUntilFound();
  expect(page.listNames()).toEqual(['e1', 'e2']);
});

test('another view without a query shows everything', async () => {
  const page = openPage({ query: 'heroes' });
  page.prepare();
  await page.waitUntilFound();
  page.open({ view: 'films', query: '' });
  await page.waitUntilFound();
  expect(page.listNames()).toEqual(['Her', 'Heroes']);
});

test('applies a filter in the same task as its click', () => {
  const page = openPage();
  page.prepare();
  page.open({ filters: { ...createAddress('diary').filters, unfinished: true } });
  expect(page.listNames()).toEqual([]);
});

test('lists another view in a later task, and at once when the user returns to it', async () => {
  const page = openPage();
  page.open({ view: 'films' });
  expect(page.listNames()).toBeNull();
  expect(page.model.isSearching.value).toBe(true);
  await page.waitUntilFound();
  expect(page.listNames()).toEqual(['Her', 'Heroes']);
  const listing = page.model.listing.value;
  page.open({ view: 'statistics' });
  expect(page.model.listing.value).toBeNull();
  page.open({ view: 'films' });
  expect(page.model.listing.value).toBe(listing);
  expect(page.model.isSearching.value).toBe(false);
});

test('does not list a view that the user leaves before its list is ready', async () => {
  slowDown();
  const page = openPage();
  const listed = new Set<string | undefined>();
  page.model.listing.subscribe((listing) => void listed.add(listing?.view));
  page.open({ view: 'films' });
  page.open({ view: 'watchlist' });
  await page.waitUntilFound();
  expect(page.listNames()).toEqual(['Her']);
  expect([...listed]).toEqual(['diary', 'watchlist']);
});

test('keeps the old list until a log that was read again is listed', async () => {
  slowDown();
  const page = openPage({ view: 'films' });
  await page.waitUntilFound();
  page.model.shown.value = readLog(['Zoo', 'Ran', 'Up']);
  expect(page.listNames()).toEqual(['Her', 'Heroes']);
  await page.waitUntilFound();
  expect(page.listNames()).toEqual(['Ran', 'Up', 'Zoo']);
});

test('lists films again when the title order is known, but not the diary', async () => {
  const page = openPage();
  const listing = page.model.listing.value;
  page.model.titles.value = { positions: Int32Array.of(1, 0), ranks: Int32Array.of(1, 0) };
  expect(page.model.listing.value).toBe(listing);
  page.open({ view: 'films' });
  expect(page.model.listing.value?.positions).toEqual([1, 0]);
  page.model.titles.value = { positions: Int32Array.of(0, 1), ranks: Int32Array.of(0, 1) };
  await page.waitUntilFound();
  expect(page.model.listing.value?.positions).toEqual([0, 1]);
});
