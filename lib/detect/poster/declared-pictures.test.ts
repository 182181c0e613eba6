import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { findPictureKey, listDeclaredPictures } from './declared-pictures.ts';

test.each([
  [
    'https://pictures.example/M/MV5BMjAxMzY3@._V1_FMjpg_UX1000_.jpg',
    'https://pictures.example/M/MV5BMjAxMzY3@._V1_QL75_UX190_CR0,0,190,281_.jpg',
  ],
  [
    'https://a.example/resized/51568-harbour-0-1000-0-1500-crop.jpg?v=1',
    'https://a.example/resized/51568-harbour-0-230-0-345-crop.jpg',
  ],
  ['https://cdn.example/t/p/w600/aBcDeFgH123x.jpg', 'https://cdn.example/t/p/w300_and_h450/aBcDeFgH123x.jpg'],
  ['https://b.example/long-harbour-poster-large.png', '/img/long-harbour-poster-200x300.webp'],
])('%s and %s are copies of one picture', (one, other) => {
  expect(findPictureKey(one)).not.toBeNull();
  expect(findPictureKey(one)).toBe(findPictureKey(other));
});

test.each([
  ['https://a.example/posters/long-harbour.jpg', 'https://a.example/posters/short-harbour.jpg'],
  ['https://cdn.example/aBcDeFgH123x.jpg', 'https://cdn.example/zYxWvUtS987a.jpg'],
])('%s and %s are two pictures', (one, other) => {
  expect(findPictureKey(one)).not.toBe(findPictureKey(other));
});

test.each(['https://a.example/', 'https://a.example/1.jpg', 'https://a.example/200x300.jpg', ''])(
  'the address "%s" names no picture',
  (address) => expect(findPictureKey(address)).toBeNull(),
);

const read = (html: string): string[] => [
  ...listDeclaredPictures(new JSDOM(`<!doctype html><html>${html}</html>`).window.document),
];
const data = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

test('a page declares pictures in its head, and in its data about one film', () => {
  expect(read('<meta property="og:image" content="https://a.example/harbour-head.jpg">')).toEqual([
    'harbour-head',
  ]);
  const film = { '@type': 'Movie', name: 'Harbour', image: { url: 'https://a.example/harbour-data.jpg' } };
  expect(read(data(film))).toEqual(['harbour-data']);
  expect(
    read(data({ '@graph': [{ '@type': 'WebPage', image: 'https://a.example/page-head.jpg' }, film] })),
  ).toEqual(['harbour-data']);
});

test('data about several films, about no film, or that cannot be read declares none', () => {
  const films = ['harbour', 'hallway'].map((name) => ({
    '@type': 'Movie',
    image: `https://a.example/${name}.jpg`,
  }));
  expect(read(data(films))).toEqual([]);
  expect(read(data({ '@type': 'Person', image: 'https://a.example/person.jpg' }))).toEqual([]);
  expect(read('<script type="application/ld+json">{"@type":"Movie",</script>')).toEqual([]);
  expect(read(data({ '@type': 'Movie', image: [7, null, { url: {} }] }))).toEqual([]);
});
