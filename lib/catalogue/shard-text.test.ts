import { expect, test } from 'vitest';
import { listFilmRecords, listHomes, parseShard } from './format.ts';
import { formatShardText, readShardText } from './shard-text.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const film = (title: string, id: string) => JSON.stringify({ title, refs: [id] });
const text = formatShardText(
  '[]',
  [
    ['"title:home"', [film('Home', 'imdb:tt0000001'), film('Home', 'imdb:tt0000011')]],
    ['"title:her \\"x\\""', [film('A "line"\nand ], { in it', 'imdb:tt0000002')]],
  ],
  [['"imdb:tt0000001"', ['"title:home"']]],
);

test('formats valid JSON', () => {
  expect(JSON.parse(text)).toEqual({
    scoreKinds: [],
    films: {
      'title:home': [
        { title: 'Home', refs: ['imdb:tt0000001'] },
        { title: 'Home', refs: ['imdb:tt0000011'] },
      ],
      'title:her "x"': [{ title: 'A "line"\nand ], { in it', refs: ['imdb:tt0000002'] }],
    },
    links: { 'imdb:tt0000001': ['title:home'] },
  });
});

test('returns the same results for any layout of the JSON', () => {
  for (const shard of [text, JSON.stringify(JSON.parse(text)), JSON.stringify(JSON.parse(text), null, 2)].map(
    (one) => parseShard(encode(one)),
  )) {
    expect(listFilmRecords(shard, 'title:home')).toHaveLength(2);
    expect(listFilmRecords(shard, 'title:home', 'imdb:tt0000011')[0]?.refs).toEqual(['imdb:tt0000011']);
    expect(listFilmRecords(shard, 'title:home', 'imdb:tt0000012')).toEqual([]);
    expect(listFilmRecords(shard, 'title:her "x"')[0]?.title).toBe('A "line"\nand ], { in it');
    expect(listFilmRecords(shard, 'title:nobody')).toEqual([]);
    // A name is in the links or in the films, and is not found in the other part.
    expect(listHomes(shard, 'imdb:tt0000001')).toEqual(['title:home']);
    expect(listHomes(shard, 'title:home')).toEqual([]);
  }
});

test('finds the film with an id, even if another film has the id as its title', () => {
  const odd = formatShardText(
    '[]',
    [['"title:home"', [film('imdb:tt0000001', 'imdb:tt0000009'), film('Home', 'imdb:tt0000001')]]],
    [],
  );
  expect(listFilmRecords(parseShard(encode(odd)), 'title:home', 'imdb:tt0000001')[0]?.title).toBe('Home');
  const lone = formatShardText('[]', [['"title:home"', [film('imdb:tt0000001', 'imdb:tt0000009')]]], []);
  expect(listFilmRecords(parseShard(encode(lone)), 'title:home', 'imdb:tt0000001')).toEqual([]);
});

test('parses only the requested lines, and throws if one of them is damaged', () => {
  const damaged = text.replace('"title":"Home","refs":["imdb:tt0000011"]', '"title":"Home","refs":[');
  const shard = parseShard(encode(damaged));
  expect(listFilmRecords(shard, 'title:home', 'imdb:tt0000001')).toHaveLength(1);
  expect(() => listFilmRecords(shard, 'title:home')).toThrow(/not UTF-8 JSON/);
});

test.each([
  ['cut off', text.slice(0, -5)],
  ['empty', ''],
  ['of another kind', '<html></html>'],
  ['without links', '{"scoreKinds":[],"films":{\n\n}}'],
])('rejects a shard that is %s', (_what, shard) => {
  expect(readShardText(shard)).toBeNull();
  expect(() => parseShard(encode(shard))).toThrow();
});
