import { expect, test } from 'vitest';
import { documentOf, htmlOf } from '../fixtures/pages.ts';
import { readPageFacts } from '../page.ts';
import { readJsonLd } from './json-ld.ts';
import { parseJsonLd } from '../../review-text/json-ld-text.ts';

const movie =
  '{"@context":"https://schema.org","@type":"Movie","name":"Quiet Harbour","datePublished":"2014-03-02"}';

/** Twelve ways in which blocks are broken or unusual on real sites. */
const shapes: [string, string][] = [
  ['CDATA in comments', `/* <![CDATA[ */\n${movie}\n/* ]]> */`],
  ['bare CDATA', `<![CDATA[ ${movie} ]]>`],
  ['a trailing semicolon', `${movie};`],
  ['a raw line break in a string', movie.replace('"@type"', '"description":"Calm\nand grey",\n"@type"')],
  ['a control character in a string', movie.replace('"@type"', '"description":"Calm\u0007\tgrey","@type"')],
  ['an array', `[${movie}]`],
  ['a graph', `{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Filmhouse"},${movie}]}`],
  ['a list of types', movie.replace('"Movie"', '["Movie","Product"]')],
  ['character references', movie.replaceAll('"', '&amp;quot;')],
  ['an HTML comment', `<!-- ${movie} -->`],
  ['a trailing comma', movie.replace('}', ',}')],
  [
    'an http://www context and full types',
    movie
      .replace('https://schema.org', 'http://www.schema.org')
      .replace('"Movie"', '"http://schema.org/Movie"'),
  ],
  ['no context', movie.replace('"@context":"https://schema.org",', '')],
];

function read(...blocks: string[]) {
  const scripts = blocks
    .map((block) => `<script type="application/ld+json">${block.replaceAll('&amp;', '&')}</script>`)
    .join('');
  const page = readPageFacts(documentOf(htmlOf(scripts, '')), 'https://some.example/');
  if (!page) throw new Error('The page has no root');
  return [...readJsonLd(page)].filter((found) => found !== null);
}

test.each(shapes)('reads a film from a block with %s', (_name, block) => {
  const found = read(block);
  const film = found.find(({ hint }) => hint.kind === 'film');
  expect(film?.hint).toMatchObject({ title: 'Quiet Harbour', year: 2014 });
});

test('reads the other blocks if one is broken', () => {
  expect(read('{"@type":"Movie",', movie).map(({ hint }) => hint.title)).toEqual(['Quiet Harbour']);
});

test('reads ids from addresses, including relative ones', () => {
  const [film] = read(
    '{"@type":"Movie","name":"Quiet Harbour","url":"/film/1","sameAs":["https://www.imdb.com/title/tt1234567/","https://letterboxd.com/film/quiet-harbour/"]}',
  );
  expect(film?.hint.refs).toEqual(['imdb:tt1234567', 'letterboxd:quiet-harbour']);
});

test('separates reviewed works, a film’s own reviews and lists from the page’s own film', () => {
  const [reviewed] = read(
    '{"@type":"Review","itemReviewed":{"@type":"Thing","name":"Quiet Harbour","director":"Ana Lund"}}',
  );
  expect(reviewed).toMatchObject({ isTop: true, hint: { kind: 'film', directors: ['Ana Lund'] } });
  const listed = read(`{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":${movie}}]}`);
  expect(listed.map(({ isTop }) => isTop)).toEqual([false]);
  const withReview = read(
    movie.replace('"name"', '"review":{"@type":"Review","author":{"@type":"Person","name":"Jo"}},"name"'),
  );
  expect(withReview.map(({ hint }) => hint.title)).toEqual(['Quiet Harbour']);
});

test.each([
  ['a letter for a digit', '"datePublished":"2O19"', null],
  ['a full date', '"datePublished":"2019-05-01"', 2019],
  ['a record’s own date', '"dateCreated":"2005-05-01"', null],
  ['a bare year of creation', '"dateCreated":"2005"', 2005],
  ['a number', '"datePublished":1999', 1999],
  ['a release event', '"releasedEvent":[{"@type":"PublicationEvent","startDate":"1987"}]', 1987],
  ['an object', '"datePublished":{}', null],
  ['a year that cannot be', '"datePublished":"0001-01-01"', null],
])('reads the year from %s', (_name, date, year) => {
  expect(read(`{"@type":"Movie","name":"Quiet Harbour",${date}}`)[0]?.hint.year).toBe(year);
});

test('skips a block of over half a million characters, and does not overflow on a deep one', () => {
  expect(parseJsonLd(`{"a":"${'x'.repeat(5_000_000)}"}`)).toBeUndefined();
  const deep = `${'{"@graph":['.repeat(10_000)}${movie}${']}'.repeat(10_000)}`;
  expect(read(deep, movie).map(({ hint }) => hint.title)).toEqual(['Quiet Harbour']);
});

test('reads data with a prototype key and wrong types without an error', () => {
  const found = read(
    '{"__proto__":{"@type":"Movie","name":"Ghost"},"@type":"Movie","name":"Quiet Harbour","director":[null,5,{"name":{}}],"sameAs":7,"alternateName":[[]]}',
  );
  expect(found.map(({ hint }) => hint.title)).toEqual(['Quiet Harbour']);
  expect(found[0]?.hint.directors).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test.each(['', '}', '"', '{"a":"\\', '/*', '[,]', 'null', '<!-- -->', '{"a":1}{"b":2}', '\\u0000', '//'])(
  'repairing %j does not throw',
  (text) => {
    expect(() => parseJsonLd(text)).not.toThrow();
  },
);

test.each([
  ['https://www.themoviedb.org/movie/152601', 'film', 'stated'],
  ['https://letterboxd.com/film/her/', 'film', 'stated'],
  ['https://www.imdb.com/title/tt0944947/', null, 'possible'],
  ['tt0944947', null, 'possible'],
  ['https://www.wikidata.org/wiki/Q788822', null, 'possible'],
])('a reviewed thing of no type with the id in %s is of kind %s', (sameAs, kind, certainty) => {
  const reviewed = { '@type': 'Thing', name: 'Her', sameAs };
  const [found] = read(JSON.stringify({ '@type': 'Review', itemReviewed: reviewed }));
  expect([found?.hint.kind, found?.certainty]).toEqual([kind, certainty]);
});
