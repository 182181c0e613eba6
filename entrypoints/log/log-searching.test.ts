import { expect, test } from 'vitest';
import { createAddress } from './address.ts';
import { createLogModel } from './log-model.ts';
import { createSearchTexts, prepareTexts } from './log-search.ts';
import { followAddress } from './log-searching.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from './testing/index.ts';

/** A page that has been opened on a query, with its log not read yet. */
function openPage(query: string) {
  const model = createLogModel();
  model.address.value = { ...createAddress('diary'), query };
  followAddress(model);
  const index = formatIndex({
    films: [formatFilmRow('f1', 'Her'), formatFilmRow('f2', 'Heroes')],
    entries: [formatEntryRow('e1', 'f1'), formatEntryRow('e2', 'f2')],
  });
  const texts = createSearchTexts(index);
  model.shown.value = { index, texts, isWhole: true };
  const prepare = (): void => {
    for (const _step of prepareTexts(index, texts));
    model.prepared.value += 1;
  };
  const search = (next: string): void =>
    void (model.address.value = { ...createAddress('diary'), query: next });
  const tell = (): string[] => model.entries.value.map((place) => index.entries.ids[place] ?? '').sort();
  return { model, prepare, search, tell };
}

const waitUntilFound = async (page: ReturnType<typeof openPage>): Promise<void> => {
  while (page.model.isSearching.value) await new Promise((resolve) => setTimeout(resolve));
};

test('a page opened with a query shows nothing before it has searched, then what was found', async () => {
  const page = openPage('heroes');
  expect(page.tell()).toEqual([]);
  page.prepare();
  await waitUntilFound(page);
  expect(page.tell()).toEqual(['e2']);
});

test('what was found last stands while the next letter is looked for; the newest query wins', async () => {
  const page = openPage('her');
  page.prepare();
  await waitUntilFound(page);
  expect(page.tell()).toEqual(['e1', 'e2']);
  page.search('heroes');
  expect(page.model.isSearching.value).toBe(true);
  expect(page.tell()).toEqual(['e1', 'e2']);
  page.search('zzz');
  await waitUntilFound(page);
  expect(page.tell()).toEqual([]);
});

test('with the query gone everything is there', async () => {
  const page = openPage('heroes');
  page.prepare();
  await waitUntilFound(page);
  page.search('');
  await waitUntilFound(page);
  expect(page.tell()).toEqual(['e1', 'e2']);
});

test('another view without a query shows everything at once', async () => {
  const page = openPage('heroes');
  page.prepare();
  await waitUntilFound(page);
  page.model.address.value = createAddress('films');
  expect(page.model.isSearching.value).toBe(false);
  expect(page.model.films.value).toHaveLength(2);
});

test('a filter is applied a moment after its click', async () => {
  const page = openPage('');
  page.prepare();
  const { filters } = page.model.address.value;
  page.model.address.value = { ...createAddress('diary'), filters: { ...filters, unfinished: true } };
  expect(page.tell()).toEqual(['e1', 'e2']);
  await waitUntilFound(page);
  expect(page.tell()).toEqual([]);
});
