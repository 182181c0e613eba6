import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { createList, setOnList } from '../../../lib/watchlog/commands/commands.ts';
import { loadLogIndex } from '../../../lib/watchlog/index/index-loading.ts';
import { createLogFixture, her, melancholia } from '../../../lib/watchlog/testing/fixture.ts';
import type { LogPageState } from '../state/log-state.ts';
import { createReadLists } from '../state/read-lists.ts';
import { useList } from './use-lists.ts';

afterEach(cleanup);

const nothing = { list: null, items: [] };

test('a list that was read is known until the log changes', () => {
  const lists = createReadLists();
  lists.remember('a', 7, nothing);
  expect([lists.find('a', 7), lists.find('b', 7), lists.find('a', 8)]).toEqual([nothing, null, null]);
  lists.remember('b', 8, nothing);
  expect([lists.find('a', 8), lists.find('a', 7), lists.find('b', 8)]).toEqual([null, null, nothing]);
  // A read that began before the change ends after it.
  lists.remember('a', 7, nothing);
  expect([lists.find('a', 7), lists.find('b', 8)]).toEqual([null, nothing]);
});

test('of many lists those that were read last are known', () => {
  const lists = createReadLists();
  for (let at = 0; at < 41; at += 1) lists.remember(String(at), 7, nothing);
  expect([lists.find('0', 7), lists.find('1', 7), lists.find('40', 7)]).toEqual([null, nothing, nothing]);
});

async function open() {
  const { log } = await createLogFixture();
  let id = '';
  const fields = { name: 'Winter', description: '', ranked: false, films: [{ film: her }] };
  await log.write(createList(fields, (made) => (id = made)));
  const read = vi.fn(log.read.bind(log));
  const shown = signal({ index: await log.read(loadLogIndex), isWhole: true });
  const state = { shown, reader: { read }, readLists: createReadLists() } as unknown as LogPageState;
  const List = () => <p>{useList(state, id)?.items.length ?? 'not read'}</p>;
  const change = async (): Promise<void> => {
    await log.write(setOnList({ listId: id, film: melancholia, listed: true }));
    shown.value = { index: await log.read(loadLogIndex), isWhole: true };
  };
  return { List, read, change };
}

test('a list that has been read opens at once and without another read, and after a change it is read again', async () => {
  const { List, read, change } = await open();
  render(<List />);
  expect(screen.getByText('not read')).toBeTruthy();
  await screen.findByText('1');
  cleanup();
  render(<List />);
  expect(screen.getByText('1')).toBeTruthy();
  expect(read).toHaveBeenCalledOnce();
  await change();
  await screen.findByText('2');
  expect(read).toHaveBeenCalledTimes(2);
});
