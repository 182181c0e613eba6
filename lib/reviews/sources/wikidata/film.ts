import { parseId } from '../../../films/film-ids.ts';
import type { IdKind } from '../../../films/id-systems.ts';
import type { Film, FilmRef, Release } from '../../../films/types.ts';
import { cleanText } from '../../../text/text.ts';
import { makeFilm } from '../../../films/make-film.ts';
import {
  findSnak,
  listStatements,
  listValues,
  parseAmountValue,
  parseItemValue,
  parseTextValue,
  parseTimeValue,
  type Entity,
} from './claims.ts';

/** Properties whose values are ids of films in other systems; in some of them the id follows a prefix. */
export const idProperties: { property: string; kind: IdKind; prefix?: string }[] = [
  { property: 'P345', kind: 'imdb' },
  { property: 'P4947', kind: 'tmdb' },
  { property: 'P6127', kind: 'letterboxd' },
  { property: 'P1258', kind: 'rottentomatoes', prefix: 'm/' },
  { property: 'P1712', kind: 'metacritic', prefix: 'movie/' },
  { property: 'P1265', kind: 'allocine' },
  { property: 'P4529', kind: 'douban' },
  { property: 'P2603', kind: 'kinopoisk' },
  { property: 'P5032', kind: 'filmweb' },
  { property: 'P2529', kind: 'csfd' },
  { property: 'P480', kind: 'filmaffinity' },
  { property: 'P8013', kind: 'trakt', prefix: 'movies/' },
  { property: 'P10100', kind: 'senscritique' },
  { property: 'P9584', kind: 'criterion' },
];

const maxCast = 15;

/** The ids of people and countries; their names are fetched in a second request. */
export interface FilmItems {
  directors: string[];
  writers: string[];
  cast: string[];
  countries: string[];
  regions: string[];
}

/** The ids of the people and countries in a film's item. */
export function listFilmItems(item: Entity): FilmItems {
  const list = (property: string): string[] => listValues(item, property, parseItemValue);
  const regions = listStatements(item, 'P577').flatMap(
    ({ qualifiers }) => findSnak(qualifiers, 'P291', parseItemValue) ?? [],
  );
  return {
    directors: list('P57').slice(0, 8),
    writers: list('P58').slice(0, 8),
    cast: list('P161').slice(0, maxCast),
    countries: list('P495').slice(0, 8),
    regions: regions.slice(0, 40),
  };
}

/** The name of an item in the first language that has one, with English as the last resort; null if there is none. */
export function findLabel({ labels }: Entity, languages: string[]): string | null {
  const language = [...languages, 'en', 'mul'].find((one) => labels[one] !== undefined);
  return language === undefined ? null : cleanText(labels[language]?.value ?? '') || null;
}

function listTitles(item: Entity): string[] {
  const labels = Object.values(item.labels);
  const aliases = Object.values(item.aliases).flat();
  return [...new Set([...labels, ...aliases].map(({ value }) => cleanText(value)))].filter(
    (title) => title !== '' && title.length <= 200,
  );
}

function listRefs(item: Entity): FilmRef[] {
  const ids = idProperties.flatMap(({ property, kind, prefix = '' }) =>
    listValues(item, property, parseTextValue).flatMap((value) =>
      value.startsWith(prefix) ? (parseId(kind, value.slice(prefix.length)) ?? []) : [],
    ),
  );
  const articles = Object.entries(item.sitelinks).flatMap(([site, { title }]): FilmRef[] => {
    const language = /^([a-z]{2,3})wiki$/.exec(site)?.[1];
    return language === undefined ? [] : [`wikipedia:${language}:${cleanText(title).replace(/ /g, '_')}`];
  });
  return [`wikidata:${item.id}`, ...ids, ...articles.slice(0, 6)];
}

function listReleases(item: Entity, names: Map<string, string>): Release[] {
  return listStatements(item, 'P577').flatMap(({ mainsnak, qualifiers }): Release[] => {
    const date = parseTimeValue(mainsnak.datavalue.value);
    const region = findSnak(qualifiers, 'P291', parseItemValue);
    return date === null ? [] : [{ date, region: region === null ? null : (names.get(region) ?? null) }];
  });
}

/**
 * Makes the film that an item describes, with the names of people and countries from `names`. Null if it has no name
 * or is not a film (a series has seasons or episodes).
 */
export function makeWikidataFilm(item: Entity, languages: string[], names: Map<string, string>): Film | null {
  const title = findLabel(item, languages) ?? listTitles(item)[0];
  const isSeries = ['P2437', 'P1113'].some((property) => listStatements(item, property).length > 0);
  if (title === undefined || isSeries) return null;
  const releases = listReleases(item, names);
  const years = releases.map(({ date }) => Number(date.slice(0, 4)));
  const items = listFilmItems(item);
  const name = (list: string[]): string[] => list.flatMap((id) => names.get(id) ?? []);
  const [runtime] = listValues(item, 'P2047', parseAmountValue);
  return makeFilm({
    refs: listRefs(item),
    title,
    originalTitle: listValues(item, 'P1476', parseTextValue)[0] ?? null,
    alternativeTitles: listTitles(item).filter((other) => other !== title),
    year: years.length === 0 ? null : Math.min(...years),
    releases,
    directors: name(items.directors),
    writers: name(items.writers),
    cast: name(items.cast),
    countries: name(items.countries),
    runtimeMinutes: runtime !== undefined && runtime > 0 && runtime < 2000 ? Math.round(runtime) : null,
  });
}
