import type { WorkKind } from '../films/types.ts';
import { isItem, type Item } from './items.ts';
import { decodeReferences } from './json-ld-text.ts';

/** The kinds of works by schema.org type, without the address before the type. */
export const kinds: Record<string, WorkKind> = {
  Movie: 'film',
  TVSeries: 'series',
  TVSeason: 'season',
  CreativeWorkSeason: 'season',
  CreativeWorkSeries: 'series',
  MovieSeries: 'other',
  RadioSeries: 'series',
  TVEpisode: 'episode',
  Episode: 'episode',
  RadioEpisode: 'episode',
  PodcastEpisode: 'episode',
  PodcastSeries: 'series',
  VideoGame: 'game',
  Game: 'game',
  VideoGameSeries: 'game',
  Book: 'book',
  Audiobook: 'book',
  MusicAlbum: 'album',
  MusicRecording: 'album',
  MusicVideoObject: 'other',
  SoftwareApplication: 'other',
  MobileApplication: 'other',
  Recipe: 'other',
  Restaurant: 'other',
  Person: 'person',
};

/** An own property of an item; undefined if it is inherited or missing. */
export function own(item: Item, key: string): unknown {
  return Object.hasOwn(item, key) ? item[key] : undefined;
}

/** A single value or a list, as a list of at most 200; empty for null and undefined. */
export function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, 200) : [value];
}

/** The texts of a value: texts themselves, and the given properties of items. */
export function listTexts(value: unknown, ...keys: string[]): string[] {
  return listOf(value)
    .flatMap((one) => (isItem(one) ? keys.map((key) => own(one, key)) : [one]))
    .filter((text) => typeof text === 'string')
    .map((text) => decodeReferences(decodeReferences(text.slice(0, 2000))).trim())
    .filter((text) => text !== '');
}

/** The types of an item, without the address before them. */
export function listTypes(item: Item): string[] {
  return listTexts(own(item, '@type') ?? own(item, 'type')).map((type) => type.replace(/^.*[/#:]/, ''));
}

/** The kind of work of the first known schema.org type; null if none of them is a specific kind of work. */
export function findTypeKind(types: string[]): WorkKind | null {
  const known = types.map((type) => (Object.hasOwn(kinds, type) ? kinds[type] : undefined));
  return known.find((kind) => kind !== undefined) ?? null;
}
