import { afterEach, expect, test, vi } from 'vitest';
import { runToEnd } from '../../../lib/async/testing/run-to-end.ts';
import { createAddress, type Address } from '../../../lib/watchlog/search/address.ts';
import { createLogModel, type Listing } from './log-model.ts';
import { createSearchTexts, prepareTexts } from '../../../lib/watchlog/search/log-search.ts';
import { registerListing } from './result-cache.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from '../../../lib/watchlog/testing/index-rows.ts';

afterEach(() => vi.restoreAllMocks());

/** A clock on which every step of a work takes longer than a slice may. */
function slowDown(): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
}

/** A log as the page shows it. */
function readLog(titles: string[] = ['Her', 'Heroes']) {
  const index = formatIndex({
    films: titles.map((title, at) => formatFilmRow(`f${at + 1}`, title)),
    entries: titles.map((_title, at) => formatEntryRow(`e${at + 1}`, `f${at + 1}`)),
    watchlist: [{ filmId: 'f1', priority: 1 }],
  });
  return { index, texts: createSearchTexts(index), isWhole: true };
}

/** The names of what is listed. */
function tellListing({ view, places, shown }: Listing): string[] {
  const names = view === 'diary' ? shown.index.entries.ids : shown.index.films.titles;
  return places.map((place) => names[place] ?? '').sort();
}

/** A page that has been opened on an address, with its log read and not prepared for the search yet. */
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
  const tell = (): string[] | null => {
    const listing = model.listingOf(model.view.value as Listing['view']);
    return listing && tellListing(listing);
  };
  const waitUntilFound = async (): Promise<void> => {
    while (model.isSearching.value) await new Promise((resolve) => setTimeout(resolve));
  };
  return { model, open, prepare, tell, waitUntilFound };
}

test('a page opened with a query shows nothing before it has searched, then what was found', async () => {
  slowDown();
  const page = openPage({ query: 'heroes' });
  expect(page.tell()).toBeNull();
  page.prepare();
  await page.waitUntilFound();
  expect(page.tell()).toEqual(['e2']);
});

test('what is soon found is there with the letter that asks for it', () => {
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
    expect(page.tell()).toEqual(found);
  }
});

test('what was found last stands while the next letter is looked for; the newest query wins', async () => {
  slowDown();
  const page = openPage({ query: 'her' });
  page.prepare();
  await page.waitUntilFound();
  expect(page.tell()).toEqual(['e1', 'e2']);
  page.open({ query: 'heroes' });
  expect(page.model.isSearching.value).toBe(true);
  expect(page.tell()).toEqual(['e1', 'e2']);
  page.open({ query: 'zzz' });
  await page.waitUntilFound();
  expect(page.tell()).toEqual([]);
});

test('with the query gone everything is there', async () => {
  const page = openPage({ query: 'heroes' });
  page.prepare();
  await page.waitUntilFound();
  page.open({ query: '' });
  await page.waitUntilFound();
  expect(page.tell()).toEqual(['e1', 'e2']);
});

test('another view without a query shows everything', async () => {
  const page = openPage({ query: 'heroes' });
  page.prepare();
  await page.waitUntilFound();
  page.open({ view: 'films', query: '' });
  await page.waitUntilFound();
  expect(page.tell()).toEqual(['Her', 'Heroes']);
});

test('a filter is applied with its click', () => {
  const page = openPage();
  page.prepare();
  page.open({ filters: { ...createAddress('diary').filters, unfinished: true } });
  expect(page.tell()).toEqual([]);
});

test('a list is there a moment after its view, and at once when one comes back to it', async () => {
  const page = openPage();
  page.open({ view: 'films' });
  expect(page.tell()).toBeNull();
  expect(page.model.isSearching.value).toBe(true);
  await page.waitUntilFound();
  expect(page.tell()).toEqual(['Her', 'Heroes']);
  const listing = page.model.listing.value;
  page.open({ view: 'statistics' });
  expect(page.model.listing.value).toBeNull();
  page.open({ view: 'films' });
  expect(page.model.listing.value).toBe(listing);
  expect(page.model.isSearching.value).toBe(false);
});

test('a view that is left before its list is there is not listed', async () => {
  slowDown();
  const page = openPage();
  const listed = new Set<string | undefined>();
  page.model.listing.subscribe((listing) => void listed.add(listing?.view));
  page.open({ view: 'films' });
  page.open({ view: 'watchlist' });
  await page.waitUntilFound();
  expect(page.tell()).toEqual(['Her']);
  expect([...listed]).toEqual(['diary', 'watchlist']);
});

test('a log that has been read anew is shown once it is listed, and until then as it was', async () => {
  slowDown();
  const page = openPage({ view: 'films' });
  await page.waitUntilFound();
  page.model.shown.value = readLog(['Zoo', 'Ran', 'Up']);
  expect(page.tell()).toEqual(['Her', 'Heroes']);
  await page.waitUntilFound();
  expect(page.tell()).toEqual(['Ran', 'Up', 'Zoo']);
});

test('films are listed anew once the order of their titles is known, the diary is not', async () => {
  const page = openPage();
  const listing = page.model.listing.value;
  page.model.titles.value = { places: Int32Array.of(1, 0), ranks: Int32Array.of(1, 0) };
  expect(page.model.listing.value).toBe(listing);
  page.open({ view: 'films' });
  expect(page.model.listing.value?.places).toEqual([1, 0]);
  page.model.titles.value = { places: Int32Array.of(0, 1), ranks: Int32Array.of(0, 1) };
  await page.waitUntilFound();
  expect(page.model.listing.value?.places).toEqual([0, 1]);
});
