import { afterEach, expect, test, vi } from 'vitest';
import { hasFilmSignals, hasWorkSignals, mayNameFilms } from './film-signals.ts';
import { readPageFacts, type Page } from '../page.ts';

function readFacts(html: string, url: string): Page {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const page = readPageFacts(document, url);
  if (!page) throw new Error('The document has no root');
  return page;
}

/** The result of a search. */
function finish(search: Generator<undefined, boolean>): boolean {
  let step = search.next();
  while (!step.done) step = search.next();
  return step.value;
}

function hasSign(html: string, url = 'https://a.example/'): boolean {
  const page = readFacts(html, url);
  return finish(hasFilmSignals(page, page.root));
}

function hasWork(html: string, url = 'https://a.example/'): boolean {
  const page = readFacts(html, url);
  return hasWorkSignals(page, page.root);
}

afterEach(() => vi.restoreAllMocks());

test.each([
  ['its title', '<title>A short film</title>'],
  ['its description', '<meta name="description" content="Lo último del Cine">'],
  ['a link', '<a href="/movies/her">Her</a>'],
  ['its text', '<p>Spike Jonze directed it.</p>'],
  ['a text in Russian', '<p>Премьера фильма</p>'],
  ['a text in Japanese', '<p>映画</p>'],
])('finds a film word in %s', (_place, html) => {
  expect(hasSign(html)).toBe(true);
});

test('finds a film word in the address', () => {
  expect(hasSign('<p>Her</p>', 'https://kino.example/')).toBe(true);
});

test('finds no film word on a page about bread', () => {
  expect(hasSign('<title>Bread</title><h1>Bread</h1><p>Let it rise for two hours.</p>')).toBe(false);
});

test.each([
  ['JSON-LD', '<script type="application/LD+json">{}</script>'],
  ['microdata', '<div itemscope itemtype="https://schema.org/Movie"></div>'],
  ['RDFa', '<div typeof="schema:Movie"></div>'],
  ['a link to a catalogue', '<a href="https://www.imdb.com/title/tt1798709/">Her</a>'],
  ['a link without a scheme', '<a href="//www.imdb.com/title/tt1798709/">Her</a>'],
  ['a link through a page beside this one', '<a href="out?to=https%3A%2F%2Fwww.imdb.com%2F">Her</a>'],
  ['a link through a search engine', '<a href="https://www.google.com/url?q=x">Her</a>'],
])('%s may describe or lead to a work', (_what, html) => {
  expect(hasWork(html)).toBe(true);
});

test('the address of a catalogue, or of an archived one, may be that of a work', () => {
  expect(hasWork('<h1>Her</h1>', 'https://www.imdb.com/title/tt1798709/')).toBe(true);
  expect(hasWork('<h1>Her</h1>', 'https://web.archive.org/web/2016/http://www.imdb.com/title/tt1/')).toBe(
    true,
  );
});

test('links within an unknown site, and plain microdata, do not lead to a work', () => {
  expect(
    hasWork('<a href="/title/tt1798709/">Her</a><a href="/imdb.html">IMDb</a><a href="#imdb.">1</a>'),
  ).toBe(false);
  expect(hasWork('<a href="/title/tt1798709/">Her</a><div itemscope></div><p class="review">Her</p>')).toBe(
    false,
  );
});

test('searches the first texts of a page, however many elements they are in', () => {
  const bread = '<p>Bread</p>'.repeat(3000);
  expect(hasSign(`${bread}<p>A film</p>`)).toBe(true);
  expect(hasSign(`<p>${'Let it rise. '.repeat(30_000)}</p><p>A film</p>`)).toBe(false);
});

test('pauses often while it searches a long page', () => {
  const page = readFacts('<p>Bread</p>'.repeat(8000), 'https://a.example/');
  const nodeValue = vi.spyOn(Node.prototype, 'nodeValue', 'get');
  const search = hasFilmSignals(page, page.root);
  const counts: number[] = [];
  for (let step; !step?.done;) {
    nodeValue.mockClear();
    step = search.next();
    counts.push(nodeValue.mock.calls.length);
  }
  expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThan(16_000);
  expect(Math.max(...counts)).toBeLessThanOrEqual(1000);
});

test('a page may name films if it says so or links to them; a part of a page must do so itself', () => {
  const document = new DOMParser().parseFromString(
    '<title>Bread</title><p>Yeast</p><ul><a href="https://www.imdb.com/title/tt1798709/">Her</a></ul>',
    'text/html',
  );
  const may = (selector: string | null): boolean =>
    finish(
      mayNameFilms(
        document,
        'https://a.example/',
        selector === null ? null : document.querySelector(selector),
      ),
    );
  expect([may(null), may('p'), may('ul')]).toEqual([true, false, true]);
  expect(finish(mayNameFilms(new Document(), 'https://a.example/', null))).toBe(false);
});
