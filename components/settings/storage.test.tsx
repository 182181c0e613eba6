import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { CatalogueOverview } from '../../lib/messaging/catalogue-protocol.ts';
import { ReviewSettings } from './ReviewSettings.tsx';
import { formatCatalogueAnswer } from './catalogues/catalogue-words.ts';
import { Catalogues } from './catalogues/Catalogues.tsx';
import { StorageUse } from './StorageUse.tsx';

afterEach(cleanup);

const builtIn: CatalogueOverview = {
  id: 'built-in',
  name: 'Built-in film data',
  kind: 'package',
  films: 3201,
  asOf: '2010',
  licence: 'BSD-3-Clause',
  attribution: null,
  bytes: null,
  savedAt: null,
  url: null,
  origins: [],
  state: 'ready',
};
const imported: CatalogueOverview = {
  ...builtIn,
  id: 'imdb',
  name: 'IMDb',
  kind: 'imported',
  films: 742_311,
  bytes: 212_000_000,
  asOf: '2026-11-20',
  savedAt: Date.UTC(2026, 10, 22),
};
const published: CatalogueOverview = {
  ...imported,
  id: 'open',
  name: 'Open films',
  kind: 'published',
  url: 'https://catalogues.example/open/',
  origins: ['https://catalogues.example/*'],
};

function show(catalogues: CatalogueOverview[]) {
  const on = { onAllow: vi.fn(), onRefresh: vi.fn(), onRemove: vi.fn() };
  render(<Catalogues catalogues={catalogues} fault={null} isBusy={false} status={null} {...on} />);
  return on;
}

test('a catalogue shows its number of films, size, date and the sentence about its terms', () => {
  show([imported]);
  expect(screen.getByText(/^742,311 films · 212 MB · as of .*2026 · imported .*2026$/)).toBeTruthy();
  expect(screen.getByRole('link', { name: /courtesy of IMDb/ })).toBeTruthy();
  expect(screen.queryByText(/BSD-3-Clause/)).toBeNull();
});

test('the built-in catalogue cannot be removed, all others can', () => {
  const on = show([imported, builtIn]);
  fireEvent.click(screen.getByRole('button', { name: 'Remove: IMDb' }));
  expect(on.onRemove).toHaveBeenCalledExactlyOnceWith(imported);
  expect(screen.getAllByRole('button')).toHaveLength(1);
});

test('a published catalogue without permission has a button that requests it', () => {
  const withoutPermission = { ...published, state: 'no-permission' as const };
  const on = show([withoutPermission]);
  expect(screen.getByText(/does not allow catalogues\.example/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Allow' }));
  expect(on.onAllow).toHaveBeenCalledExactlyOnceWith(withoutPermission);
});

test('says that a catalogue cannot be read', () => {
  show([{ ...imported, state: 'damaged' }]);
  expect(screen.getByText(/cannot be read/)).toBeTruthy();
});

test.each([
  [{ state: 'added', catalogue: published }, /^Open films: 742,311 films$/],
  [{ state: 'no-permission', origins: [] }, /permission/],
  [{ state: 'too-revealing' }, /server would learn which film/],
  [{ state: 'missing' }, /no film data at that address/],
] as const)('describes %o in words', (answer, words) => {
  const given = answer.state === 'no-permission' ? { ...answer, origins: [...answer.origins] } : answer;
  expect(formatCatalogueAnswer(given)).toMatch(words);
});

test('shows how much is stored, and can delete it', () => {
  const on = { onClear: vi.fn(), onClearSiteScores: vi.fn() };
  const sourceAnswers = [{ source: 'omdb' as const, name: 'OMDb', count: 41 }];
  const use = {
    catalogueAnswers: 1812,
    sourceAnswers,
    posts: 36,
    siteScores: 7,
    covers: 0,
    totalBytes: 231_400_000,
  };
  render(<StorageUse use={use} fault={null} status={null} isBusy={false} {...on} />);
  const figures = screen.getAllByRole('definition').map(({ textContent }) => textContent);
  expect(figures).toEqual(['1,812', '41', '36', '7', '0', '231 MB']);
  fireEvent.click(screen.getByRole('button', { name: 'Clear the cache' }));
  expect(on.onClear).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Delete scores from pages' }));
  expect(on.onClearSiteScores).toHaveBeenCalledOnce();
});

test('both review settings report a change at once', () => {
  const on = { onSaveAutomatically: vi.fn(), onText: vi.fn() };
  render(<ReviewSettings savesAutomatically={false} keepsText {...on} />);
  fireEvent.click(screen.getByRole('switch', { name: 'Save reviews automatically', checked: false }));
  fireEvent.click(screen.getByRole('switch', { name: 'Save the full text too', checked: true }));
  expect(on.onSaveAutomatically).toHaveBeenCalledExactlyOnceWith(true);
  expect(on.onText).toHaveBeenCalledExactlyOnceWith(false);
});
