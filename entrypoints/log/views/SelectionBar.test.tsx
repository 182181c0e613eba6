import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Listing } from '../state/log-model.ts';
import type { LogPageState } from '../state/log-state.ts';
import { SelectionBar } from './SelectionBar.tsx';

afterEach(cleanup);

const winter = { id: 'l1', name: 'Winter', ranked: false, films: 3, isOn: false };

/** A diary of four entries of two films, listed from the newest, and the films of it in that order. */
const index = {
  films: { ids: ['heat', 'her', 'ran'] },
  entries: { ids: ['e0', 'e1', 'e2', 'e3'], films: [1, 0, 1, 2] },
};

async function choose(of: 'entries' | 'films', positions: number[], selected: string[]) {
  const state = {
    selecting: signal(new Set(selected)),
    loadLists: () => Promise.resolve([winter]),
    addIdsToList: vi.fn(() => Promise.resolve()),
    createListOfIds: vi.fn(() => Promise.resolve('l2')),
  };
  const listing = { positions, shown: { index } } as unknown as Listing;
  render(<SelectionBar state={state as unknown as LogPageState} {...{ of, listing }} />);
  fireEvent.click(screen.getByRole('button', { name: 'Add to list' }));
  await screen.findByRole('button', { name: /^Winter/ });
  return state;
}

test('films are put on a list in the order in which they are listed, not in which they were selected', async () => {
  const { addIdsToList } = await choose('films', [2, 0, 1], ['heat', 'ran']);
  fireEvent.click(screen.getByRole('button', { name: /^Winter/ }));
  expect(addIdsToList).toHaveBeenCalledExactlyOnceWith(winter, ['ran', 'heat']);
});

test('of selected entries each film is put on a new list once', async () => {
  const { createListOfIds } = await choose('entries', [3, 2, 1, 0], ['e0', 'e1', 'e2']);
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Summer' } });
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' });
  expect(createListOfIds).toHaveBeenCalledExactlyOnceWith('Summer', ['her', 'heat']);
});
