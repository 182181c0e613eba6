import type { WorkKind } from '../films/types.ts';
import { isItem, type Item } from './items.ts';
import { decodeReferences } from './json-ld-text.ts';

/** Kinds of schema.org types, without the address before them. */
const kinds: Record<string, WorkKind> = {
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

/** A property of an item's own; undefined for what is inherited or missing. */
export function own(item: Item, key: string): unknown {
  return Object.hasOwn(item, key) ? item[key] : undefined;
}

/** One or many, as a list of at most 200. */
export function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, 200) : [value];
}

/** Texts of a value: itself, or the name or id of what it describes. */
export function listTexts(value: unknown, ...keys: string[]): string[] {
  return listOf(value)
    .flatMap((one) => (isItem(one) ? keys.map((key) => own(one, key)) : [one]))
    .filter((text) => typeof text === 'string')
    .map((text) => decodeReferences(decodeReferences(text.slice(0, 2000))).trim())
    .filter((text) => text !== '');
}

/** The year at the start of a date as schema.org writes it; null for anything else. */
export function parseIsoYear(text: string): number | null {
  const year = /^\s*(18[89]\d|19\d\d|20[0-4]\d)(?:\b|$)(?!\d)/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

/** The types of an item, as words without the address before them. */
export function listTypes(item: Item): string[] {
  return listTexts(own(item, '@type') ?? own(item, 'type')).map((type) => type.replace(/^.*[/#:]/, ''));
}

/** The kind of work that schema.org types name; null for what is no work, or any. */
export function findTypeKind(types: string[]): WorkKind | null {
  const known = types.map((type) => (Object.hasOwn(kinds, type) ? kinds[type] : undefined));
  return known.find((kind) => kind !== undefined) ?? null;
}
