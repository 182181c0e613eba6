// Whatever a file has, the messages that import it are accepted.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeAllListeners } from '../../messaging/messages.ts';
import { textFile } from '../../transfer/fixtures/load.ts';
import { readFiles, type AnyImportFile } from '../../transfer/files/read-files.ts';
import { planImport } from '../../transfer/testing/run-import.ts';
import { deleteDatabases } from '../../watchlog/testing/delete-databases.ts';
import { closeLog, getLog } from '../messages/log-access.ts';
import { registerToImports } from './import-messages.ts';

const page = { id: browser.runtime.id, url: browser.runtime.getURL('/log.html') };

async function ask(type: string, data: unknown): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    const answer = ({ res, err }: { res?: unknown; err?: { message: string } }) =>
      err ? reject(new Error(err.message)) : resolve(res);
    void fakeBrowser.runtime.onMessage.trigger({ id: 1, type, data, timestamp: 0 }, page, answer as never);
  });
}

beforeAll(async () => {
  // Another file of this worker may have left its own.
  removeAllListeners();
  fakeBrowser.reset();
  await closeLog();
  await deleteDatabases();
  // Another file may have left the one log of this process, which now misses its rows.
  const log = await getLog();
  await log.acceptLoss();
  const match = { kind: 'unknown', reason: 'no-film-of-that-name' } as const;
  registerToImports({
    identify: (sighted) =>
      Promise.resolve(sighted.map((one) => ({ sighted: one, match, answers: [], own: null }) as never)),
    notify: () => undefined,
  });
});
afterAll(async () => {
  removeAllListeners();
  (await getLog()).close();
});

const x = (length: number): string => 'x'.repeat(length);
const row = (cells: Record<string, string>): string =>
  ['Title', 'Original Title', 'Year', 'Directors', 'Url', 'Watched Date', 'Tags', 'Notes', 'Review']
    .map((name) => `"${cells[name] ?? ''}"`)
    .join(',');
const table = (...rows: Record<string, string>[]): string =>
  ['Title,Original Title,Year,Directors,Url,Watched Date,Tags,Notes,Review', ...rows.map(row)].join('\n');
const heat = { Title: 'Heat', Year: '1995', 'Watched Date': '2024-01-02' };
const her = { Title: 'Her', Year: '2013', 'Watched Date': '2024-01-01' };

/** Imports one rating. */
function importOne(id: string): Promise<unknown> {
  const reading = readFiles([textFile('films.csv', 'Title,Year,Rating\nHer,2013,4\n')], { timeZone: 'UTC' });
  const { steps } = planImport(reading, {
    log: { films: [], ratings: [], entries: [], watchlist: [], lists: [], listItems: [] },
  });
  return ask('commitImport', { info: { id, fileNames: [], format: 'generic', total: 1 }, from: 0, steps });
}

test('an import whose copy finds no room says so, and its undo too', async () => {
  const full = new Error('IO error: FILE_ERROR_NO_SPACE');
  const set = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(full);
  expect(await importOne('full')).toEqual({ done: 1, notBackedUp: 'storage-full' });
  expect(await ask('undoImport', { importId: 'full' })).toEqual({
    isDone: true,
    notBackedUp: 'storage-full',
  });
  set.mockRestore();
  expect(await importOne('room')).toEqual({ done: 1 });
  expect(await ask('undoImport', { importId: 'room' })).toEqual({ isDone: true });
});

test.each<[string, AnyImportFile]>([
  ['a long title', textFile('films.csv', table({ ...her, Title: x(501) }, her, heat))],
  ['a long file name', textFile(`${x(1001)}.csv`, table(her, heat))],
  ['a long original title', textFile('films.csv', table({ ...her, 'Original Title': x(2000) }, heat))],
  [
    'long and many names',
    textFile('films.csv', table({ ...her, Directors: `${x(600)},${'a b,'.repeat(1500)}` }, heat)),
  ],
  [
    'a long address',
    textFile('films.csv', table({ ...her, Url: `https://letterboxd.com/film/${x(2000)}/` }, heat)),
  ],
  [
    'long and many tags',
    textFile('films.csv', table({ ...her, Tags: `${x(500)},${'a,b,'.repeat(600)}` }, heat)),
  ],
  ['long texts', textFile('films.csv', table({ ...her, Notes: x(150_000), Review: x(1_500_000) }, heat))],
  [
    'a long id of its own',
    textFile(
      'diary.csv',
      'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n' +
        `2024-01-02,Her,2013,https://boxd.it/${x(3000)},,,,2024-01-01\n2024-01-02,Heat,1995,https://boxd.it/b,,,,2024-01-02\n`,
    ),
  ],
])('a file with %s is imported', async (id, file) => {
  const reading = readFiles([file], { timeZone: 'UTC' });
  const films = [...new Set(reading.entries.map(({ film }) => film))];
  expect(await ask('matchFilms', { films })).toHaveLength(2);
  const { steps } = planImport(reading, {
    log: { films: [], ratings: [], entries: [], watchlist: [], lists: [], listItems: [] },
  });
  const info = { id, fileNames: reading.fileNames, format: 'generic', total: steps.length };
  expect(await ask('commitImport', { info, from: 0, steps })).toEqual({ done: 2 });
  const written = await (await getLog()).read((db) => db.get('imports', id));
  expect(written?.counts).toMatchObject({ done: 2 });
});
