import { afterEach, beforeEach, expect, test, vi, type Mock } from 'vitest';
import { browser } from 'wxt/browser';
import { markupReader } from '../../../lib/detect/read-markup.ts';
import { readPageInSteps } from '../../../lib/detect/read-page.ts';
import { listReader } from '../../../lib/detect/lists/read-lists.ts';
import { findTextSubject, readText } from '../../../lib/detect/read-text.ts';
import { readTable } from '../../../lib/detect/readers/tables.ts';
import { makeSiteReader } from '../../../lib/detect/readers/adapter.ts';
import { pageScripts, type LoadableScript } from '../../../lib/messaging/page-scripts.ts';
import { imdb } from '../../../lib/sites/imdb.ts';
import { readPart } from './read-part.ts';
import { selectSightings } from './select-sightings.ts';

const url = 'https://a.example/';
/** The scripts that were asked for, in order; the background puts those of `given` into the page. */
let asked: string[];
let given: Partial<typeof marquee>;
let controller: AbortController;

beforeEach(() => {
  asked = [];
  document.title = 'Bread';
  given = {
    reader: { readPageInSteps, selectSightings },
    text: { read: readText, findSubject: findTextSubject } as typeof marquee.text,
    tables: { readTable },
    lists: { listReader },
  };
  controller = new AbortController();
  vi.stubGlobal('marquee', {});
  vi.stubGlobal('requestIdleCallback', (act: (idle: { timeRemaining(): number }) => void) =>
    queueMicrotask(() => act({ timeRemaining: () => 16 })),
  );
  const respond = (message: unknown) => {
    const { name } = (message as { data: { name: LoadableScript } }).data;
    asked.push(name);
    for (const script of [...pageScripts[name], name] as const)
      Object.assign(globalThis.marquee, { [script]: given[script] });
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
  expect(asked).toEqual(['lists']);
});

const table =
  '<table><tr><th>Film</th><th>Year</th></tr><tr><td>Ran</td><td>1985</td></tr><tr><td>Ikiru</td><td>1952</td></tr></table>';

test('only a part with a table is read with the script for tables', async () => {
  show(`<h1>Films</h1>${film}<div>${table}</div>`);
  expect(await readTitles(document.querySelector('p'))).toEqual(['Her']);
  expect(asked).not.toContain('tables');
  expect(await readTitles(document.querySelector('div'))).toEqual(['Ran', 'Ikiru']);
  expect(asked).toContain('tables');
});

test('where the script for tables cannot be loaded the rest is read', async () => {
  given.tables = undefined;
  show(`<h1>Films</h1>${film}${table}`);
  expect(await readTitles()).toContain('Her');
  expect(asked).toContain('tables');
});

test('of a part only that part is looked at', async () => {
  show(`<ul><li>Bread</li></ul>${film}`);
  expect(await readTitles(document.querySelector('ul'))).toEqual([]);
  expect(asked).toEqual([]);
  expect(await readTitles(document.querySelector('p'))).toEqual(['Her']);
});

test('on a site with an adapter the reader is used without a glance', async () => {
  show('<h1>Bread</h1>');
  Object.assign(globalThis.marquee, { site: { adapter: imdb }, adapter: { makeSiteReader } });
  expect(await readTitles()).toEqual([]);
  expect(asked).toEqual(['reader']);
});

const review = `<div itemscope itemtype="https://schema.org/Review"><p itemprop="itemReviewed" itemscope itemtype="https://schema.org/Movie"><a itemprop="url" href="https://letterboxd.com/film/ran/"><span itemprop="name">Ran</span></a></p></div>`;

test('a page with data about works is read with the script for it', async () => {
  show(`${film}${review}`);
  given.markup = { markupReader };
  expect(new Set(await readTitles())).toEqual(new Set(['Her', 'Ran']));
  expect(asked).toContain('markup');
});

test.each([
  ['<div itemscope itemtype="https://schema.org/Movie"></div>', true],
  ['<div typeof="schema:Movie"></div>', true],
  ['<div itemscope itemtype="https://schema.org/Review"><p itemprop="itemReviewed">Her</p></div>', true],
  ['<div typeof="v:Review"><p property="v:itemreviewed">Her</p></div>', true],
  ['<div itemscope itemtype="https://schema.org/Article"><p itemprop="name">Her</p></div>', false],
  ['<script type="application/ld+json">{"@type":"Person","name":"Ana Lund"}</script>', true],
  [
    '<script type="application/ld+json">{"author":{"@type":"Person"},"about":{"@type":"Person"}}</script>',
    true,
  ],
  ['<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person"}}</script>', false],
  [
    '<script type="application/ld+json">{"@type":"Article","creator":[{"@type":"Person"}, {"@type":"Person"}]}</script>',
    false,
  ],
  ['<script type="application/ld+json">{"@type":"Movie","name":"Her"}</script>', true],
  [
    '<script type="application/ld+json">{"@type":"WebPage","review":{"itemReviewed":{"name":"Her"}}}</script>',
    true,
  ],
  [
    '<script type="application/ld+json">{"@type":"Article","name":"Her","publisher":{"@type":"Organization"}}</script>',
    false,
  ],
  ['<figure typeof="mw:File/Thumb"></figure>', false],
  ['<div itemscope></div>', false],
  ['<p class="review">Her</p>', false],
])('whether %s on a site with an adapter needs that script: %s', async (html, isNeeded) => {
  show(`<ul></ul>${html}`);
  Object.assign(globalThis.marquee, { site: { adapter: imdb }, adapter: { makeSiteReader } });
  await readTitles(document.querySelector('ul'));
  expect(asked).toEqual(['reader']);
  await readTitles();
  expect(asked.includes('markup')).toBe(isNeeded);
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
