import { afterEach, beforeEach, expect, test, vi, type Mock } from 'vitest';
import { browser } from 'wxt/browser';
import { readPageInSteps } from '../../../lib/detect/read-page.ts';
import { textReader } from '../../../lib/detect/read-text.ts';
import { imdb } from '../../../lib/sites/imdb.ts';
import { readPart } from './read-part.ts';
import { selectPlaces } from './select-places.ts';

const url = 'https://a.example/';
/** The scripts that were asked for, in order; the background puts those of `given` into the page. */
let asked: string[];
let given: Partial<typeof marquee>;
let controller: AbortController;

beforeEach(() => {
  asked = [];
  document.title = 'Bread';
  given = {
    reader: { readPageInSteps, selectPlaces },
    text: { textReader } as unknown as typeof marquee.text,
  };
  controller = new AbortController();
  vi.stubGlobal('marquee', {});
  vi.stubGlobal('requestIdleCallback', (act: (idle: { timeRemaining(): number }) => void) =>
    queueMicrotask(() => act({ timeRemaining: () => 16 })),
  );
  const respond = (message: unknown) => {
    const { name } = (message as { data: { name: 'reader' | 'text' } }).data;
    asked.push(name);
    Object.assign(globalThis.marquee, { [name]: given[name] });
    return Promise.resolve({ res: undefined });
  };
  const sendMessage = vi.spyOn(browser.runtime, 'sendMessage') as unknown as Mock<typeof respond>;
  sendMessage.mockImplementation(respond);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function show(html: string): void {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...body.childNodes);
}

const film = '<p>A film: <a href="https://www.imdb.com/title/tt1798709/">Her</a> (2013)</p>';
const readTitles = async (root: Element | null = null) =>
  (await readPart(url, root, controller.signal))?.mentions.map(({ hint }) => hint.title);

test('a page without a sign of films loads nothing and names nothing', async () => {
  show('<h1>Bread</h1><p>Let it rise for two hours.</p>');
  expect(await readTitles()).toEqual([]);
  expect(asked).toEqual([]);
});

test('a page with one is read, its text too, with scripts that are loaded once', async () => {
  show(film);
  expect([await readTitles(), await readTitles()]).toEqual([['Her'], ['Her']]);
  expect(asked).toEqual(['text', 'reader']);
});

test('of a part only that part is looked at', async () => {
  show(`<ul><li>Bread</li></ul>${film}`);
  expect(await readTitles(document.querySelector('ul'))).toEqual([]);
  expect(asked).toEqual([]);
  expect(await readTitles(document.querySelector('p'))).toEqual(['Her']);
});

test('on a site with an adapter the reader is used without a glance', async () => {
  show('<h1>Bread</h1>');
  globalThis.marquee.site = { adapter: imdb };
  expect(await readTitles()).toEqual([]);
  expect(asked).toEqual(['reader']);
});

test('where the reader cannot be loaded the page names nothing', async () => {
  show(film);
  given = {};
  expect(await readTitles()).toEqual([]);
});

test('after the end of the visit nothing is loaded or read', async () => {
  show(film);
  controller.abort();
  expect(await readTitles()).toBeUndefined();
  expect(asked).toEqual([]);
});
