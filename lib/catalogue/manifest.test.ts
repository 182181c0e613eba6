import { expect, test } from 'vitest';
import { CatalogueError } from './errors.ts';
import { choosePrefixLength, parseManifest, refuseRevealingCatalogue, shardPath } from './manifest.ts';

const manifest = {
  format: 'marquee-shelf',
  version: 1,
  id: 'mine',
  name: 'Mine',
  asOf: '2026-01-31',
  licence: 'CC0-1.0',
  attribution: null,
  note: null,
  films: 100_000,
  prefixLength: 2,
  shards: { '00': '0123456789abcdef', ff: 'fedcba9876543210' },
};

test('returns a valid manifest unchanged', () => {
  expect(parseManifest(JSON.parse(JSON.stringify(manifest)))).toEqual(manifest);
  expect(parseManifest({ ...manifest, idKinds: ['imdb'] }).idKinds).toEqual(['imdb']);
});

test.each([
  ['is not an object', 'manifest'],
  ['is of another format', { ...manifest, format: 'other' }],
  ['is of a later version', { ...manifest, version: 2 }],
  ['has an id that is a path', { ...manifest, id: '../../etc' }],
  ['has an invalid date', { ...manifest, asOf: 'yesterday' }],
  ['has invalid kinds of ids', { ...manifest, idKinds: ['<imdb>'] }],
  ['has a negative number of films', { ...manifest, films: -1 }],
  ['has too long a prefix', { ...manifest, prefixLength: 6, shards: {} }],
  ['names a shard that is a path', { ...manifest, shards: { '..': '0123456789abcdef' } }],
  ['names a shard of another length', { ...manifest, shards: { '000': '0123456789abcdef' } }],
  ['lists a hash that is a path', { ...manifest, shards: { '00': '../../../etc/pass' } }],
])('rejects a manifest that %s', (_why, value) => {
  expect(() => parseManifest(value)).toThrow(CatalogueError);
});

// Films a shard are films / 16 ** digits: 100,000 films give 390 a shard at 2 digits and 24 at 3; 500,000 give 122 at 3.
test.each([
  [100_000, 2, false],
  [100_000, 3, true],
  [500_000, 3, false],
  [500_000, 4, true],
  [1_000_000_000, 4, true],
  [1_000_000_000, 5, true],
  [12_800, 2, false],
  [12_799, 2, true],
  [3, 0, false],
])('whether %i films at %i digits are rejected as too revealing: %s', (films, prefixLength, isRefused) => {
  const refuse = () => refuseRevealingCatalogue({ films, prefixLength });
  if (isRefused) expect(refuse).toThrow(/films a shard|too few films exist/);
  else expect(refuse).not.toThrow();
});

test.each([
  [0, 50, 0],
  [799, 50, 0],
  [800, 50, 1],
  [16_364, 50, 2],
  [100_000, 50, 2],
  [500_000, 50, 3],
  [1_000_000, 8, 4],
  [1e9, 50, 3],
  [1e9, 8, 5],
])('splits %i films with at least %i per shard by a prefix of %i digits', (films, minFilms, length) => {
  expect(choosePrefixLength(films, minFilms)).toBe(length);
});

test('the name of a shard file has its prefix and content hash', () => {
  expect(shardPath('0a', '0123456789abcdef')).toBe('shards/0a-0123456789abcdef.json');
  expect(shardPath('', '0123456789abcdef')).toBe('shards/all-0123456789abcdef.json');
});
