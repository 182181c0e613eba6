import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatError } from '../../../components/ui/error-words.ts';
import type { Match } from '../../../lib/films/types.ts';
import { onMessage, removeAllListeners } from '../../../lib/messaging/messages.ts';
import { readFiles } from '../../../lib/transfer/files/read-files.ts';
import type { ImportInfo, ImportStep } from '../../../lib/watchlog/imports/imports.ts';
import type { BackupFault } from '../../../lib/watchlog/types.ts';
import { openLogForReading } from '../../../lib/watchlog/queries/reading.ts';
import { chooseColumn } from './ImportColumns.tsx';
import { createImportFlow } from './import-flow.ts';

const table = [
  'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date',
  '2024-02-01,Her,2013,https://boxd.it/a1,4.5,,sci-fi,2024-01-31',
  '2024-02-02,Persona,1966,https://boxd.it/a2,,,,2024-02-01',
  '2024-02-03,Heat,1995,https://boxd.it/a3,3,,,2024-02-02',
].join('\n');
const files = (): File[] => [new File([table], 'diary.csv')];

const matches: Record<string, Match> = {
  Persona: { kind: 'ambiguous', candidates: [], reason: 'same-title-several-films' },
};
let written: { info: ImportInfo; from: number; steps: ImportStep[] }[];
let fault: Error | null;
let notBackedUp: BackupFault | undefined;

beforeEach(() => {
  fakeBrowser.reset();
  written = [];
  fault = null;
  notBackedUp = undefined;
  onMessage('matchFilms', ({ data }) =>
    data.films.map(({ title }) => matches[title] ?? { kind: 'unknown', reason: 'no-film-of-that-name' }),
  );
  onMessage('commitImport', ({ data }) => {
    if (fault) throw fault;
    written.push(data);
    return { done: data.from + data.steps.length, ...(notBackedUp && { notBackedUp }) };
  });
});
afterEach(removeAllListeners);

function createFlow() {
  const read: Parameters<typeof createImportFlow>[0]['read'] = async (chosen, options) =>
    readFiles(
      await Promise.all(
        chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      ),
      options,
    );
  return createImportFlow({ reader: openLogForReading(), read, makeId: () => 'i1' });
}

test('says that what is imported is in no backup, until an import is', async () => {
  const flow = createFlow();
  for (const expected of ['storage-full', null] as const) {
    notBackedUp = expected ?? undefined;
    await flow.readFiles(files());
    await flow.write();
    expect(flow.notBackedUp.value).toBe(expected);
  }
});

test('reads the files and looks up the films, and writes nothing until the user confirms', async () => {
  const flow = createFlow();
  await flow.readFiles(files());
  expect(flow.fault.value).toBeNull();
  expect(flow.phase.value).toBe('preview');
  expect(flow.reading.value?.format).toBe('letterboxd');
  expect(flow.unknown.value.map(({ title }) => title)).toEqual(['Her', 'Heat']);
  expect(flow.plan.value?.undecided.map(({ film }) => film.title)).toEqual(['Persona']);
  expect(flow.plan.value?.steps.map(({ film }) => film.title)).toEqual(['Her', 'Heat']);
  expect(written).toEqual([]);
});

test('plans the user’s decisions, and writes the plan', async () => {
  const flow = createFlow();
  await flow.readFiles(files());
  const [question] = flow.plan.value?.undecided ?? [];
  flow.decide(question!.film, { kind: 'as-named' });
  flow.decideAll([flow.unknown.value[1]!], { kind: 'skip' });
  await flow.planned();
  expect(flow.plan.value?.steps.map(({ film }) => film.title)).toEqual(['Her', 'Persona']);
  await flow.write();
  expect(flow.phase.value).toBe('done');
  expect(flow.progress.value).toEqual({ done: 2, total: 2 });
  expect(written.map(({ info, from }) => [info.id, info.format, info.total, from])).toEqual([
    ['i1', 'letterboxd', 2, 0],
  ]);
  expect(written[0]?.steps.map(({ film }) => film.title)).toEqual(['Her', 'Persona']);
});

test('shows why a write failed, and its progress', async () => {
  const flow = createFlow();
  await flow.readFiles(files());
  fault = new Error('no such luck');
  await flow.write();
  expect(flow.fault.value).toBe('Something unexpected went wrong. Try again.');
  expect(flow.progress.value).toEqual({ done: 0, total: 2 });
});

/** A diary of so many films, each imported under its own name. */
const diaryOf = (films: number): File =>
  new File(
    [
      table.split('\n')[0] ?? '',
      ...Array.from(
        { length: films },
        (_, at) => `\n2024-02-01,Evening ${at},1990,https://boxd.it/e${at},,,,2024-01-31`,
      ),
    ],
    'diary.csv',
  );

/** Answers chunks only when the test says so: a call of `answer` answers the oldest, or rejects it. */
function holdChunks(): { waiting: () => number[]; answer: (fault?: Error) => Promise<void> } {
  const held: { from: number; settle: (fault?: Error) => void }[] = [];
  removeAllListeners();
  onMessage('matchFilms', ({ data }) =>
    data.films.map(() => ({ kind: 'unknown', reason: 'no-film-of-that-name' }) as const),
  );
  onMessage(
    'commitImport',
    ({ data }) =>
      new Promise((resolve, reject) => {
        const settle = (problem?: Error): void =>
          problem ? reject(problem) : resolve({ done: data.from + data.steps.length });
        held.push({ from: data.from, settle });
      }),
  );
  return {
    waiting: () => held.map(({ from }) => from),
    answer: async (problem) => {
      await vi.waitUntil(() => held.length > 0);
      held.shift()?.settle(problem);
    },
  };
}

test('keeps two chunks on their way, in order', async () => {
  const { waiting, answer } = holdChunks();
  const flow = createFlow();
  await flow.readFiles([diaryOf(2100)]);
  const writing = flow.write();
  await vi.waitUntil(() => waiting().length === 2);
  expect(waiting()).toEqual([0, 500]);
  await answer();
  await vi.waitUntil(() => waiting().length === 2);
  expect(waiting()).toEqual([500, 1000]);
  expect(flow.progress.value).toEqual({ done: 500, total: 2100 });
  for (let left = 4; left > 0; left -= 1) await answer();
  await writing;
  expect(flow.progress.value).toEqual({ done: 2100, total: 2100 });
});

test('after a chunk that fails no other leaves, and its fault is shown, not that of the next', async () => {
  const { waiting, answer } = holdChunks();
  const flow = createFlow();
  await flow.readFiles([diaryOf(2100)]);
  const writing = flow.write();
  await vi.waitUntil(() => waiting().length === 2);
  await answer(Object.assign(new Error('full'), { name: 'LogError', code: 'storage-full' }));
  await vi.waitUntil(() => waiting().length === 1);
  expect(flow.phase.value).toBe('writing');
  await answer(Object.assign(new Error('gap'), { name: 'LogError', code: 'bad-value' }));
  await writing;
  expect(waiting()).toEqual([]);
  const ownFault = flow.fault.value;
  fault = Object.assign(new Error('full'), { name: 'LogError', code: 'storage-full' });
  expect(ownFault).toBe(formatError(fault));
});

test('a stopped import waits for the chunks on their way, and sends no other', async () => {
  const { waiting, answer } = holdChunks();
  const flow = createFlow();
  await flow.readFiles([diaryOf(2100)]);
  const writing = flow.write();
  await vi.waitUntil(() => waiting().length === 2);
  flow.stop();
  await answer();
  await answer();
  await writing;
  expect(waiting()).toEqual([]);
  expect(flow.progress.value).toEqual({ done: 1000, total: 2100 });
});

test('a second click on the button, and a choice after the first, change nothing', async () => {
  const flow = createFlow();
  await flow.readFiles(files());
  flow.policy.value = 'take-theirs';
  const phases: string[] = [];
  const watching = flow.phase.subscribe((phase) => void phases.push(phase));
  await Promise.all([flow.write(), flow.write(), flow.choose({ scale: 10 })]);
  watching();
  expect(written).toHaveLength(1);
  expect(phases).toEqual(['preview', 'writing', 'done']);
});

test.each([
  ['a workbook', [0x50, 0x4b, 3, 4, 0, 0, 0, 0]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0, 0, 0]],
])('shows why %s cannot be read', async (_what, bytes) => {
  const flow = createFlow();
  await flow.readFiles([new File([new Uint8Array(bytes)], 'films.bin')]);
  expect(flow.fault.value).toBeNull();
  expect(flow.reading.value?.error).not.toBeNull();
  expect(flow.tables.value).toEqual([]);
});

test('shows what the columns of a table were taken for, and adds the user’s choices', async () => {
  const flow = createFlow();
  await flow.readFiles([new File(['Film;Gesehen;Ort\nHer;31.01.2024;Kino\n'], 'liste.csv')]);
  expect(flow.tables.value[0]?.read.map(({ field, column }) => [field, column])).toEqual([
    ['title', 'Film'],
    ['watchedOn', 'Gesehen'],
    ['place', 'Ort'],
  ]);
  await flow.choose(chooseColumn(flow.choices.value, 'Ort', 'note'));
  expect(flow.reading.value?.entries).toMatchObject([{ watchedOn: '2024-01-31', note: 'Kino', place: '' }]);
  await flow.choose(chooseColumn(flow.choices.value, 'Gesehen', null));
  expect(flow.tables.value[0]?.unread).toEqual(['Gesehen']);
  expect(flow.reading.value?.entries).toMatchObject([{ watchedOn: null, note: 'Kino' }]);
});

test('lets the user say what the columns of an unknown table are', async () => {
  const flow = createFlow();
  await flow.readFiles([new File(['Qq,Zz\nHer,blue\nHeat,green\n'], 'x.csv')]);
  expect(flow.reading.value?.format).toBeNull();
  expect(flow.tables.value).toMatchObject([
    {
      header: ['Qq', 'Zz'],
      sample: [
        ['Her', 'blue'],
        ['Heat', 'green'],
      ],
    },
  ]);
  await flow.choose(chooseColumn(flow.choices.value, 'Qq', 'title'));
  expect(flow.reading.value?.error).toBeNull();
  expect(flow.reading.value?.entries.map(({ film }) => film.title)).toEqual(['Her', 'Heat']);
});

test('asks once which day and what scale is meant, and keeps every answer', async () => {
  const flow = createFlow();
  const text = 'Film,Watched on,Rating\nHer,03/04/2024,3\nHeat,05/06/2024,5\n';
  await flow.readFiles([new File([text], 'list.csv')]);
  expect(flow.reading.value?.error?.errorClass).toBe('ambiguous-date');
  expect(flow.questions.value).toEqual([
    {
      kind: 'date-order',
      text: '03/04/2024',
      days: [
        { order: 'mdy', day: '2024-03-04' },
        { order: 'dmy', day: '2024-04-03' },
      ],
    },
  ]);
  await flow.choose({ dateOrder: 'mdy' });
  expect(flow.questions.value.map(({ kind }) => kind)).toEqual(['date-order', 'scale']);
  await flow.choose({ scale: 10 });
  expect(flow.questions.value).toHaveLength(2);
  expect(flow.reading.value?.entries.map(({ watchedOn, rating }) => [watchedOn, rating])).toEqual([
    ['2024-03-04', 3],
    ['2024-05-06', 5],
  ]);
  await flow.readFiles(files());
  expect(flow.questions.value).toEqual([]);
  expect(flow.choices.value).toEqual({});
});

test('reset clears everything', async () => {
  const flow = createFlow();
  await flow.readFiles(files());
  flow.reset();
  expect([flow.phase.value, flow.reading.value, flow.plan.value, flow.unknown.value]).toEqual([
    'idle',
    null,
    null,
    [],
  ]);
});
