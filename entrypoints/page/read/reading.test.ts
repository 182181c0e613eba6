import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeSighting } from '../../../lib/detect/sighting.ts';
import type { PageReading, Sighting } from '../../../lib/detect/types.ts';
import { createReading, longestAgainMs, maxTouched, shortestAgainMs, type Reading } from './reading.ts';
import { selectPlaces } from './select-places.ts';

/** The parts that are being read, in order; `end` ends a reading with the places found. */
let parts: { root: string | null; end: (places: Sighting[]) => void }[];
/** The calls that show places: the part, and the titles in it. */
let shown: [string | null, string[]][];
/** Whether the code that shows films can be loaded. */
let isPrepared: boolean;
let controller: AbortController;
let reading: Reading;

beforeEach(() => {
  vi.useFakeTimers();
  [parts, shown, isPrepared] = [[], [], true];
  document.title = 'Films';
  controller = new AbortController();
  reading = createReading(
    {
      readPart: (root) =>
        new Promise((resolve) => {
          parts.push({ root: root && root.id, end: (places) => resolve(makeReading(places)) });
        }),
      prepare: () => Promise.resolve(isPrepared),
      selectPlaces,
      onRead: (places, root) => void shown.push([root && root.id, places.map(({ hint }) => hint.title)]),
    },
    controller.signal,
  );
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const makeReading = (mentions: Sighting[]): PageReading => ({
  url: 'https://films.example/',
  subject: null,
  mentions,
  nonfilms: [],
  review: null,
  language: null,
});

function addRow(title: string): { row: Element; place: Sighting } {
  const row = document.createElement('li');
  row.id = title.toLowerCase();
  const element = document.createElement('a');
  element.textContent = title;
  row.append(element);
  document.body.append(row);
  const place = makeSighting({ title, element, evidence: 'link' });
  if (!place) throw new Error('no place');
  return { row, place };
}

/** Ends the current reading, and waits for its effects. */
async function end(...places: Sighting[]): Promise<void> {
  parts.shift()?.end(places);
  await vi.advanceTimersByTimeAsync(0);
}

const underWay = () => parts.map(({ root }) => root);

test('skips a row that changed during the reading, and reads it again later', async () => {
  const [her, heat] = [addRow('Her'), addRow('Heat')];
  reading.read(null);
  reading.touch([her.row.firstElementChild?.firstChild ?? her.row]);
  await end(her.place, heat.place);
  expect(shown).toEqual([[null, ['Heat']]]);
  await vi.advanceTimersByTimeAsync(shortestAgainMs - 1);
  expect(underWay()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(underWay()).toEqual(['her']);
  await end(her.place);
  expect(shown.at(-1)).toEqual(['her', ['Her']]);
});

test('a change before the reading or elsewhere delays nothing', async () => {
  const [her, heat] = [addRow('Her'), addRow('Heat')];
  reading.touch([her.row]);
  reading.read(null);
  reading.touch([document.createElement('p')]);
  await end(her.place, heat.place);
  expect(shown).toEqual([[null, ['Her', 'Heat']]]);
});

test('shows a page that changes in very many places as it was read', async () => {
  const her = addRow('Her');
  reading.read(null);
  reading.touch([her.row, ...Array.from({ length: maxTouched }, () => document.createElement('p'))]);
  await end(her.place);
  expect(shown).toEqual([[null, ['Her']]]);
});

test('reads a row that keeps changing later and later, up to a limit', async () => {
  const her = addRow('Her');
  reading.read(null);
  const waits: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    reading.touch([her.row]);
    await end(her.place);
    const begun = Date.now();
    await vi.advanceTimersToNextTimerAsync();
    waits.push(Date.now() - begun);
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, longestAgainMs, longestAgainMs]);
});

test('reads a row soon again when it changes after an undisturbed reading', async () => {
  const her = addRow('Her');
  reading.read(null);
  for (let round = 0; round < 3; round += 1) {
    reading.touch([her.row]);
    await end(her.place);
    await vi.advanceTimersToNextTimerAsync();
  }
  await end(her.place);
  reading.read([her.row]);
  reading.touch([her.row]);
  await end(her.place);
  await vi.advanceTimersByTimeAsync(shortestAgainMs);
  expect(underWay()).toEqual(['her']);
});

test('reads parts one after another, each once', async () => {
  const [her, heat] = [addRow('Her'), addRow('Heat')];
  reading.read(null);
  reading.read([her.row, heat.row]);
  reading.read([heat.row]);
  expect(underWay()).toEqual([null]);
  await end();
  expect(underWay()).toEqual(['her']);
  await end();
  expect(underWay()).toEqual(['heat']);
  await end();
  expect(underWay()).toEqual([]);
});

test.each([
  ['has the heading of the page', () => addRow('Her').row.append(document.createElement('h1'))],
  ['is read under another title', () => (document.title = 'Her')],
])('a part that %s is read with the whole page', async (_, change) => {
  const heat = addRow('Heat');
  reading.read([heat.row]);
  change();
  reading.read([...document.querySelectorAll('li')]);
  reading.read([heat.row]);
  await end();
  expect(underWay()).toEqual([null]);
  await end();
  expect(underWay()).toEqual([]);
});

test('does not read a part that is no longer on the page', async () => {
  const [her, heat] = [addRow('Her'), addRow('Heat')];
  reading.read([her.row, heat.row]);
  heat.row.remove();
  await end();
  expect(underWay()).toEqual([]);
});

test('shows nothing for a page without films, but updates one that lost its films', async () => {
  reading.read(null);
  await end();
  expect(shown).toEqual([]);
  reading.read(null);
  await end(addRow('Her').place);
  reading.read(null);
  await end();
  expect(shown).toEqual([
    [null, ['Her']],
    [null, []],
  ]);
});

test('shows films at the next reading if the code that shows them could not be loaded', async () => {
  const her = addRow('Her');
  isPrepared = false;
  reading.read(null);
  await end(her.place);
  expect(shown).toEqual([]);
  isPrepared = true;
  reading.read(null);
  await end(her.place);
  expect(shown).toEqual([[null, ['Her']]]);
});

test('reads and shows nothing after the end of the visit, and resolves pending requests', async () => {
  const her = addRow('Her');
  reading.read(null);
  const whole = reading.findWhole();
  reading.touch([her.row]);
  controller.abort();
  await end(her.place);
  reading.read([her.row]);
  await vi.advanceTimersByTimeAsync(longestAgainMs);
  expect([underWay(), shown, await whole]).toEqual([[], [], null]);
});
