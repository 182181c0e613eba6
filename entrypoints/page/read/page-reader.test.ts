import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeSighting } from '../../../lib/detect/sighting.ts';
import type { PageReading, Sighting } from '../../../lib/detect/types.ts';
import {
  createPageReader,
  longestAgainMs,
  maxTouched,
  shortestAgainMs,
  type PageReader,
} from './page-reader.ts';
import type { Root } from '../page-sightings.ts';
import { selectSightings } from './select-sightings.ts';

/** The parts that are being read, in order; `end` ends a reading with the sightings found. */
let parts: { root: string | null; end: (sightings: Sighting[]) => void }[];
/** The calls that show sightings: the part, and the titles in it. */
let shown: [string | null, string[]][];
/** Whether the code that shows films can be loaded. */
let isPrepared: boolean;
/** The open shadow roots of the page. */
let shadows: ShadowRoot[];
let controller: AbortController;
let reading: PageReader;

beforeEach(() => {
  vi.useFakeTimers();
  [parts, shown, isPrepared, shadows] = [[], [], true, []];
  document.title = 'Films';
  controller = new AbortController();
  reading = createPageReader(
    {
      readPart: (root) =>
        new Promise((resolve) => {
          parts.push({ root: nameRoot(root), end: (sightings) => resolve(makeReading(sightings)) });
        }),
      prepare: () => Promise.resolve(isPrepared),
      selectSightings,
      findShadows: (root) => Promise.resolve(root ? [] : shadows),
      onRead: (sightings, root) => void shown.push([nameRoot(root), sightings.map(({ hint }) => hint.title)]),
    },
    controller.signal,
  );
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const nameRoot = (root: Root | null) => root && ('id' in root ? root.id : `in ${root.host.id}`);

const makeReading = (mentions: Sighting[]): PageReading => ({
  url: 'https://films.example/',
  subject: null,
  mentions,
  nonfilms: [],
  review: null,
  language: null,
});

function addRow(title: string): { row: Element; sighting: Sighting } {
  const row = document.createElement('li');
  row.id = title.toLowerCase();
  const element = document.createElement('a');
  element.textContent = title;
  row.append(element);
  document.body.append(row);
  const sighting = makeSighting({ title, element, evidence: 'link' });
  if (!sighting) throw new Error('no sighting');
  return { row, sighting };
}

/** Ends the current reading, and waits for its effects. */
async function end(...sightings: Sighting[]): Promise<void> {
  parts.shift()?.end(sightings);
  await vi.advanceTimersByTimeAsync(0);
}

const underWay = () => parts.map(({ root }) => root);

test('skips a row that changed during the reading, and reads it again later', async () => {
  const [her, heat] = [addRow('Her'), addRow('Heat')];
  reading.read(null);
  reading.touch([her.row.firstElementChild?.firstChild ?? her.row]);
  await end(her.sighting, heat.sighting);
  expect(shown).toEqual([[null, ['Heat']]]);
  await vi.advanceTimersByTimeAsync(shortestAgainMs - 1);
  expect(underWay()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(underWay()).toEqual(['her']);
  await end(her.sighting);
  expect(shown.at(-1)).toEqual(['her', ['Her']]);
});

test('a change before the reading or elsewhere delays nothing', async () => {
  const [her, heat] = [addRow('Her'), addRow('Heat')];
  reading.touch([her.row]);
  reading.read(null);
  reading.touch([document.createElement('p')]);
  await end(her.sighting, heat.sighting);
  expect(shown).toEqual([[null, ['Her', 'Heat']]]);
});

test('shows a page that changes in very many places as it was read', async () => {
  const her = addRow('Her');
  reading.read(null);
  reading.touch([her.row, ...Array.from({ length: maxTouched }, () => document.createElement('p'))]);
  await end(her.sighting);
  expect(shown).toEqual([[null, ['Her']]]);
});

test('reads a row that keeps changing later and later, up to a limit', async () => {
  const her = addRow('Her');
  reading.read(null);
  const waits: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    her.row.firstElementChild!.textContent = `Her ${round}`;
    reading.touch([her.row]);
    await end(her.sighting);
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
    her.row.firstElementChild!.textContent = `Her ${round}`;
    reading.touch([her.row]);
    await end(her.sighting);
    await vi.advanceTimersToNextTimerAsync();
  }
  await end(her.sighting);
  reading.read([her.row]);
  her.row.firstElementChild!.textContent = 'Heat';
  reading.touch([her.row]);
  await end(her.sighting);
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
  await end(addRow('Her').sighting);
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
  await end(her.sighting);
  expect(shown).toEqual([]);
  isPrepared = true;
  reading.read(null);
  await end(her.sighting);
  expect(shown).toEqual([[null, ['Her']]]);
});

test('reads and shows nothing after the end of the visit, and resolves pending requests', async () => {
  const her = addRow('Her');
  reading.read(null);
  const whole = reading.findWhole();
  reading.touch([her.row]);
  controller.abort();
  await end(her.sighting);
  reading.read([her.row]);
  await vi.advanceTimersByTimeAsync(longestAgainMs);
  expect([underWay(), shown, await whole]).toEqual([[], [], null]);
});

test.each([
  ['its attributes', (row: Element) => row.setAttribute('title', String(Math.random()))],
  ['the same text', (row: Element) => (row.firstElementChild!.textContent = 'Her')],
])('a row whose page writes %s all the time is shown after its second reading', async (_, change) => {
  const her = addRow('Her');
  reading.read(null);
  for (let round = 0; round < 2; round += 1) {
    change(her.row);
    reading.touch([her.row]);
    await end(her.sighting);
    await vi.advanceTimersByTimeAsync(shortestAgainMs);
  }
  expect(shown).toEqual([
    [null, []],
    ['her', ['Her']],
  ]);
});

test('what is in open shadow roots is read after the page, once, even with a heading in it', async () => {
  const host = document.createElement('div');
  host.id = 'host';
  document.body.append(host);
  shadows = [host.attachShadow({ mode: 'open' })];
  shadows[0]!.append(document.createElement('h1'));
  reading.read(null);
  await end();
  expect(underWay()).toEqual(['in host']);
  await end();
  expect(underWay()).toEqual([]);
});

test('more changes than are looked at hold nothing back', async () => {
  const her = addRow('Her');
  reading.read(null);
  reading.touch([her.row]);
  reading.touch(null);
  await end(her.sighting);
  expect(shown).toEqual([[null, ['Her']]]);
});
