import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ReadyList } from '../../../lib/messaging/list-protocol.ts';
import { onMessage, removeAllListeners } from '../../../lib/messaging/messages.ts';
import { createList, logEntry, rateFilm } from '../../../lib/watchlog/commands/commands.ts';
import { loadLogIndex } from '../../../lib/watchlog/index/index-loading.ts';
import { createLogFixture, filmInput, her, melancholia } from '../../../lib/watchlog/testing/fixture.ts';
import type { LogPageState } from '../state/log-state.ts';
import { ListsSection } from './ListsSection.tsx';

const ready: ReadyList[] = [
  {
    ...{ id: 'sight-and-sound-2022', name: 'Sight and Sound 2022', source: 'BFI', isRanked: true },
    films: [
      { title: 'Her', year: 2013, ref: 'imdb:tt1798709' },
      { title: 'Vertigo', year: 1958, ref: 'imdb:tt0052357' },
    ],
  },
  {
    ...{ id: 'cannes-palme-d-or', name: 'Palme d’Or', source: 'Cannes', isRanked: false },
    films: [{ title: 'Vertigo', year: 1958, ref: 'imdb:tt0052357' }],
  },
];

beforeEach(() => {
  fakeBrowser.reset();
  onMessage('listReadyLists', () => ready);
});
afterEach(() => {
  cleanup();
  removeAllListeners();
});

const third = filmInput('Ran', 1985, 'imdb:tt0089881');
const listed = (...films: (typeof her)[]) => films.map((film) => ({ film }));

async function open(names: string[]) {
  const { log } = await createLogFixture();
  await log.write(logEntry({ film: her, entry: { watchedOn: '2024-01-12' }, origin: 'log' }));
  await log.write(logEntry({ film: third, entry: { finished: false }, origin: 'log' }));
  await log.write(rateFilm({ film: melancholia, value: 8 }));
  for (const name of names)
    await log.write(
      createList({ name, description: '', ranked: false, films: listed(her, melancholia, third) }),
    );
  await log.write(createList({ name: 'Empty', description: '', ranked: false, films: [] }));
  const index = await log.read(loadLogIndex);
  const state = {
    index: () => index,
    shown: signal({ index, isWhole: true }),
    reader: { read: log.read.bind(log) },
  };
  render(<ListsSection state={state as unknown as LogPageState} />);
}

const rowsOf = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((row) => row.textContent);

test('says of each list how many of its films were seen: watched to the end, or rated', async () => {
  await open(['Winter', 'Summer']);
  await waitFor(() => expect(rowsOf('Your lists')).toEqual(['Summer2 of 3 seen', 'Winter2 of 3 seen']));
  expect(screen.getByRole('link', { name: 'Winter' }).getAttribute('href')).toMatch(/^\/log\.html#list\//);
});

test('has the ready-made lists of which a film was seen, and no others', async () => {
  await open([]);
  await waitFor(() => expect(rowsOf('Ready-made lists')).toEqual(['Sight and Sound 20221 of 2 seen']));
  expect(screen.queryByRole('list', { name: 'Your lists' })).toBeNull();
});

test('many lists are shown when they are asked for', async () => {
  await open(Array.from({ length: 11 }, (_, at) => `List ${at}`));
  fireEvent.click(await screen.findByRole('button', { name: 'Show all 12 lists' }));
  await waitFor(() => expect(rowsOf('Your lists')).toHaveLength(11));
  expect(screen.queryByRole('button')).toBeNull();
});
