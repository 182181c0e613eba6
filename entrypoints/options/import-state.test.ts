import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage, removeAllListeners } from '../../lib/messaging/messages.ts';
import type { ImportWorker } from '../../lib/catalogue/store/import-client.ts';
import type { ImportReport, ImportRequest } from '../../lib/catalogue/store/import-protocol.ts';
import { createImportState } from './import-state.ts';
import { formatCatalogueId, guessBest, listFieldChoices, listMapping } from './table-draft.ts';

/** Returns a fake worker that records requests, and a function that sends its reports. */
function makeWorker() {
  const requests: ImportRequest[] = [];
  const target = new EventTarget();
  const worker: ImportWorker = {
    postMessage: (request: ImportRequest) => void requests.push(request),
    terminate: vi.fn(),
    addEventListener: target.addEventListener.bind(target),
  };
  const say = (data: ImportReport): void => void target.dispatchEvent(new MessageEvent('message', { data }));
  return { worker, requests, say };
}

/** Returns a file that can be streamed, which jsdom's own files cannot. */
function makeFile(text: string, name: string): File {
  const file = new File([text], name, { lastModified: Date.UTC(2026, 10, 20) });
  const stream = () => new Response(new TextEncoder().encode(text)).body;
  return Object.assign(file, { stream });
}

let changeCount: number;
beforeEach(() => {
  fakeBrowser.reset();
  changeCount = 0;
  onMessage('cataloguesChanged', () => void (changeCount += 1));
});
afterEach(removeAllListeners);

const csv = 'Film;Published;Punkte;imdb_id\nHer;2013;4,1;tt1798709\nInception;2010;5;tt1375666\n';

test('shows a table before the import, and imports it with the user’s mapping', async () => {
  const { worker, requests, say } = makeWorker();
  const onAfter = vi.fn(() => Promise.resolve());
  const state = createImportState(onAfter, () => worker);
  await state.openTable(makeFile(csv, 'My films.csv'));
  const view = state.importView.value;
  if (view.kind !== 'mapping') throw new Error(`shows ${view.kind}`);
  expect(view.preview.rows).toHaveLength(2);
  expect(view.draft).toMatchObject({ name: 'My films', asOf: '2026-11-20' });
  expect(requests).toEqual([]);

  const columns = ['title', 'year', 'critics', 'imdb'].map((field) => ({ field, best: 5 }));
  state.changeDraft({ ...view.draft, licence: ' CC0-1.0 ', columns });
  const importing = state.startTable();
  expect(requests).toMatchObject([
    {
      type: 'start',
      job: {
        kind: 'table',
        info: { id: 'table-my-films', name: 'My films', asOf: '2026-11-20', licence: 'CC0-1.0' },
        mapping: { Film: 'title', Published: 'year', Punkte: 'critics/5', imdb_id: 'imdb' },
      },
    },
  ]);
  const progress = { phase: 'reading', done: 1, of: 2, films: 1, isResumed: false } as const;
  say({ type: 'progress', ...progress });
  expect(state.importView.value).toMatchObject({ kind: 'running', progress });
  const catalogue = { id: 'table-my-films', name: 'My films', asOf: '2026-11-20' };
  say({ type: 'done', ...catalogue, films: 2, rowsRead: 2, skipped: {} });
  await importing;
  expect(state.importView.value).toEqual({ kind: 'idle' });
  expect(state.importEnd.value).toMatchObject({ type: 'done', films: 2 });
  expect([changeCount, onAfter.mock.calls.length]).toEqual([1, 1]);
});

test('says that a file is not a table, and starts no import', async () => {
  const { worker, requests } = makeWorker();
  const state = createImportState(
    () => Promise.resolve(),
    () => worker,
  );
  await state.openTable(makeFile('{"films": 3}', 'films.json'));
  expect(state.importView.value).toEqual({ kind: 'idle' });
  expect(state.importEnd.value).toMatchObject({ type: 'failed' });
  expect(requests).toEqual([]);
});

test('a cancelled import cancels its worker and reports no change of catalogues', async () => {
  const { worker, requests, say } = makeWorker();
  const state = createImportState(
    () => Promise.resolve(),
    () => worker,
  );
  const importing = state.importImdb([makeFile('', 'title.basics.tsv.gz')]);
  state.cancelImport();
  expect(requests.map(({ type }) => type)).toEqual(['start', 'cancel']);
  say({ type: 'cancelled' });
  await importing;
  expect(state.importEnd.value).toEqual({ type: 'cancelled' });
  expect(changeCount).toBe(0);
});

test.each([
  [['4,1', '5'], 5],
  [['8.4', '', 'n/a'], 10],
  [['74', '8'], 100],
  [[], 5],
])('guesses that figures such as %j are out of %i', (cells, best) => {
  expect(guessBest(cells)).toBe(best);
});

test.each([
  ['My films', 'table-my-films'],
  ['Größte Öfen!', 'table-grosste-ofen'],
  ['映画', 'table-own'],
])('gives a catalogue called %j the id %s', (name, id) => {
  expect(formatCatalogueId(name)).toBe(id);
});

test('maps a skipped column to "-"', () => {
  const draft = { name: '', asOf: '', licence: '', columns: [{ field: '', best: 5 }] };
  expect(listMapping(['Seen'], draft)).toEqual({ Seen: '-' });
});

test('every field has a unique label, and only the catalogue’s own scores have a scale to choose', () => {
  const choices = listFieldChoices();
  expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
  expect(choices.filter(({ hasScale }) => hasScale).map(({ value }) => value)).toEqual([
    'critics',
    'audience',
  ]);
});
