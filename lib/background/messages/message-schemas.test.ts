import * as v from 'valibot';
import { expect, test } from 'vitest';
import { maxHintsPerBatch, maxTitleLength } from '../../messaging/types.ts';
import { her } from '../../watchlog/testing/fixture.ts';
import * as schemas from './message-schemas.ts';
import { makeHint } from '../testing/films.ts';

const good = makeHint({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
const withHint = (hint: object): object => ({ ...good, hint: { ...good.hint, ...hint } });

test('a hint as pages give it passes as it is', () => {
  expect(v.parse(schemas.sightedHintSchema, good)).toEqual(good);
});

test('what is no part of a hint is dropped', () => {
  const more = { ...withHint({ html: '<b>Her</b>' }), element: 'x' };
  expect(v.parse(schemas.sightedHintSchema, more)).toEqual(good);
});

test.each([
  ['no object', 'Her'],
  ['null', null],
  ['without a hint', { ...good, hint: undefined }],
  ['a title that is no text', withHint({ title: { toString: 'Her' } })],
  ['a title too long', withHint({ title: 'x'.repeat(maxTitleLength + 1) })],
  ['a year that is text', withHint({ year: '2013' })],
  ['a year that is no number', withHint({ year: NaN })],
  ['a kind that is none', withHint({ kind: 'podcast' })],
  ['evidence that is none', { ...good, evidence: ['faith'] }],
  ['a confidence above one', { ...good, confidence: 2 }],
  ['no context', { ...good, context: null }],
])('a hint with %s is refused', (_what, value) => {
  expect(v.is(schemas.sightedHintSchema, value)).toBe(false);
});

test('of a hint’s lists only the first items are read, however many there are and whatever follows them', () => {
  const many = (item: string) => [
    ...Array.from({ length: 20 }, (_, at) => `${item}${at}`),
    null,
    {},
    'x'.repeat(999),
  ];
  const long = { refs: many('tmdb:'), alternativeTitles: many('Her'), directors: many('Jo') };
  const { hint } = v.parse(schemas.sightedHintSchema, withHint(long));
  expect(hint).toMatchObject({ title: 'Her', year: 2013 });
  expect([hint.refs, hint.alternativeTitles, hint.directors].map(({ length }) => length)).toEqual([
    20, 20, 20,
  ]);
  expect(hint.refs.at(-1)).toBe('tmdb:19');
});

test.each([
  ['a ref of an unknown system', { refs: ['evil:1', 'imdb:tt1798709'] }],
  ['a ref without a system', { refs: ['tt1798709', 'imdb:tt1798709'] }],
  ['a ref that is too long', { refs: [`tmdb:${'1'.repeat(400)}`, 'imdb:tt1798709'] }],
  ['another title that is too long', { alternativeTitles: ['x'.repeat(maxTitleLength + 1)] }],
  ['a director that is no text', { directors: [{ name: 'Spike Jonze' }] }],
])('%s is ignored, and the hint is still answered', (_what, item) => {
  expect(v.parse(schemas.sightedHintSchema, withHint(item))).toEqual(good);
});

test('a batch is bounded', () => {
  const batch = (length: number) => ({ hints: Array.from({ length }, () => good) });
  expect(v.is(schemas.batchSchema, batch(maxHintsPerBatch))).toBe(true);
  expect(v.is(schemas.batchSchema, batch(maxHintsPerBatch + 1))).toBe(false);
});

test.each([
  ['of no shape', 'Her'],
  ['with a title too long', withHint({ title: 'x'.repeat(maxTitleLength + 1) })],
  ['with a year that is text', withHint({ year: '2013' })],
])('a hint %s is dropped from its batch alone', (_what, bad) => {
  expect(v.parse(schemas.batchSchema, { hints: [good, bad, good] })).toEqual({ hints: [good, null, good] });
});

test.each([
  ['rateSchema', { film: her, value: 11 }],
  ['rateSchema', { film: her, value: 4.5 }],
  ['rateSchema', { film: { ...her, title: '' }, value: 9 }],
  ['rateSchema', { film: { ...her, refs: 'imdb:tt1798709' }, value: 9 }],
  ['rateSchema', { film: { ...her, cast: [{}] }, value: 9 }],
  ['logEntrySchema', { film: her, entry: { rating: '9' }, origin: 'popup' }],
  ['logEntrySchema', { film: her, entry: {}, origin: 'page' }],
  ['changeEntrySchema', { id: 7, changes: {} }],
  ['watchlistSchema', { film: her, listed: 'yes' }],
  ['correctSchema', { keys: ['her'], film: null }],
  ['correctSchema', { keys: [], film: her }],
  ['tabSchema', { tabId: '7' }],
  ['suggestSchema', { text: 'a'.repeat(301) }],
  ['suggestSchema', { text: 7 }],
  ['undoSchema', { rows: { films: [{ before: null, after: { id: 'x' } }] } }],
  ['undoSchema', { rows: { ratings: {} } }],
  ['undoSchema', null],
] as const)('%s refuses %j', (name, value) => {
  expect(v.is(schemas[name], value)).toBe(false);
});

test('a film input may have no more than a name', () => {
  expect(v.parse(schemas.rateSchema, { film: her, value: null })).toEqual({ film: her, value: null });
});

test('the ignored items of a long list are not read', () => {
  const directors = Array.from({ length: 30 }, () => 'Spike Jonze');
  Object.defineProperty(directors, 25, {
    get: () => {
      throw new Error('read');
    },
  });
  const { hint } = v.parse(schemas.sightedHintSchema, withHint({ directors }));
  expect(hint.directors).toHaveLength(20);
});
