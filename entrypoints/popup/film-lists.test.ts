import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createWriting } from '../../components/ui/writing.ts';
import { formatTypedHint } from '../../lib/films/hint-film.ts';
import { onMessage, removeAllListeners } from '../../lib/messaging/messages.ts';
import type { ListChoice } from '../../lib/messaging/list-protocol.ts';
import { createFilmLists } from './film-lists.ts';
import { createPopupModel } from './popup-model.ts';

const winter: ListChoice = { id: 'l1', name: 'Winter', ranked: false, films: 3, isOn: false };
const receipt = (undo: string) => ({ filmId: 'f1', sequence: 1, undo });

let asked: unknown[];
let sent: unknown[];

beforeEach(() => {
  fakeBrowser.reset();
  asked = [];
  sent = [];
  onMessage('listListChoices', ({ data }) => {
    asked.push(data);
    return [winter];
  });
  onMessage('setOnList', ({ data }) => {
    sent.push(data);
    return receipt('set');
  });
  onMessage('createList', ({ data }) => {
    sent.push(data);
    return { ...receipt('create'), listId: 'l2' };
  });
});
afterEach(removeAllListeners);

const settle = () => new Promise((resolve) => setTimeout(resolve));

function create() {
  const model = createPopupModel();
  const writing = createWriting({
    sendUndo: () => Promise.resolve(receipt('again')),
    onDone: () => undefined,
    onAfter: () => Promise.resolve(),
  });
  return { model, writing, lists: createFilmLists(model, writing) };
}

const showHer = ({ model }: Pick<ReturnType<typeof create>, 'model'>): void => {
  model.view.value = {
    ...{ kind: 'film', namedBy: 'page', hint: formatTypedHint('Her', 2013) },
    description: {
      match: { kind: 'unknown', reason: 'no-film-of-that-name' },
      ...{ summary: null, own: null, entries: [] },
    },
  };
};

test('the lists are loaded with each film that is shown', async () => {
  const popup = create();
  await settle();
  expect([asked, popup.lists.lists.value]).toEqual([[], []]);
  showHer(popup);
  await settle();
  expect([asked, popup.lists.lists.value]).toEqual([[{ filmId: null }], [winter]]);
});

test('the film is put on a list, taken off, and put on a new one, each with its name and Undo', async () => {
  const popup = create();
  showHer(popup);
  await settle();
  const said: unknown[] = [];
  for (const act of [
    () => popup.lists.setOnList('l1', true),
    () => popup.lists.setOnList('l1', false),
    () => popup.lists.createList('Summer'),
  ]) {
    await act();
    said.push([popup.writing.status.value?.text, popup.writing.status.value?.canUndo]);
  }
  const film = expect.objectContaining({ title: 'Her', year: 2013 }) as unknown;
  expect(sent).toEqual([
    { listId: 'l1', film, listed: true },
    { listId: 'l1', film, listed: false },
    { name: 'Summer', description: '', ranked: false, films: [{ film }] },
  ]);
  expect(said).toEqual([
    ['Added to “Winter”', true],
    ['Taken off “Winter”', true],
    ['Added to “Summer”', true],
  ]);
});
