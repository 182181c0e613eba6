import { expect, test, vi } from 'vitest';
import type { ListChoice } from '../../lib/messaging/list-protocol.ts';
import { createWriting } from '../ui/writing.ts';
import { createFilmLists } from './film-lists.ts';

const winter: ListChoice = { id: 'l1', name: 'Winter', ranked: false, films: 3, isOn: false };
const her = { title: 'Her', year: 2013, refs: [] };
const heat = { title: 'Heat', year: 1995, refs: [] };
const receipt = { filmId: 'f1', sequence: 1, undo: 'token' };

function create() {
  const actions = {
    load: vi.fn(() => Promise.resolve([winter])),
    set: vi.fn(() => Promise.resolve(receipt)),
    create: vi.fn(() => Promise.resolve(receipt)),
  };
  const writing = createWriting({
    sendUndo: () => Promise.resolve(receipt),
    onDone: () => undefined,
    onAfter: () => Promise.resolve(),
  });
  return { actions, writing, lists: createFilmLists(actions, writing) };
}

test('a film is put on a list, taken off, and put on a new one, each with its name and Undo', async () => {
  const { actions, writing, lists } = create();
  const said: unknown[] = [];
  for (const act of [
    () => lists.setOnList(her, winter, true),
    () => lists.setOnList(her, winter, false),
    () => lists.createListOf([her], 'Summer'),
    () => lists.createListOf([her, heat], 'Films on the radio'),
  ]) {
    await act();
    said.push([writing.status.value?.text, writing.status.value?.canUndo]);
  }
  expect(actions.set.mock.calls).toEqual([
    [{ listId: 'l1', film: her, listed: true }],
    [{ listId: 'l1', film: her, listed: false }],
  ]);
  expect(actions.create.mock.calls).toEqual([
    ['Summer', [her]],
    ['Films on the radio', [her, heat]],
  ]);
  expect(said).toEqual([
    ['Added to “Winter”', true],
    ['Taken off “Winter”', true],
    ['Added to “Summer”', true],
    ['The list “Films on the radio” was created with 2 films.', true],
  ]);
});

test('a second press while a list is created makes no second list', async () => {
  const { actions, lists } = create();
  await Promise.all([lists.createListOf([her], 'Summer'), lists.createListOf([her], 'Summer')]);
  expect(actions.create).toHaveBeenCalledTimes(1);
});
