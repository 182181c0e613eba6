import { foldTitle, foldWholeTitle } from '../../films/titles/title-key.ts';
import { compareText } from './compare-text.ts';
import { factOrder, type FilmGroup } from './joins/group.ts';
import { measureFame } from './known.ts';
import { listTitles } from './source-film.ts';
import type { FilmFacts, Form, SourceFilm, SourceId } from './types.ts';

/** The sources by how well they know a film's English title. */
const titleOrder: SourceId[] = [
  'cannes',
  'rottentomatoes',
  'wikipedia',
  'omdb',
  'previous',
  'sightandsound2022',
  'oscars',
  'sightandsound2012',
];

/** The first value that is known, by the order of sources. */
function firstOf<Value>(
  group: FilmGroup,
  order: SourceId[],
  read: (part: SourceFilm) => Value | null,
): Value | null {
  for (const source of order)
    for (const part of group.parts) {
      const value = part.source === source ? read(part) : null;
      if (value !== null) return value;
    }
  return null;
}

/** The length in minutes; null if no source has one. */
export const chooseMinutes = (group: FilmGroup): number | null =>
  firstOf(group, factOrder, ({ minutes }) => minutes);

/** Feature, short or film for television; a feature if no source says. */
export const chooseForm = (group: FilmGroup): Form => firstOf(group, factOrder, ({ form }) => form) ?? '';

/** The values of the best source that has any, sorted. */
export function unionOf(group: FilmGroup, field: 'countries' | 'languages'): string[] {
  const values = firstOf(group, factOrder, (part) => (part[field].length > 0 ? part[field] : null)) ?? [];
  return [...new Set(values)].sort(compareText);
}

/** The names of the best source that has any, in its order. */
function chooseDirectors(group: FilmGroup): string[] {
  return (
    firstOf(
      group,
      ['cannes', 'sightandsound2022', 'omdb', 'oscars', 'wikipedia', 'sightandsound2012', 'previous'],
      ({ directors }) => (directors.length > 0 ? directors : null),
    ) ?? []
  );
}

/**
 * The English title where it is known, else the original or the first other one; and the original title if it differs
 * in more than case, accents, punctuation or numerals.
 */
export function chooseTitles(group: FilmGroup): { title: string; original: string | null } {
  const original = firstOf(group, factOrder, (part) => part.original);
  const english = firstOf(group, titleOrder, (part) => part.english);
  const other = firstOf(group, titleOrder, ({ others }) => others[0] ?? null);
  const title = english ?? original ?? other ?? '';
  return { title, original: original !== null && foldTitle(original) !== foldTitle(title) ? original : null };
}

/** The most other titles of a film, and the most units of one. More help nobody to find it. */
const mostOthers = 8;
const longestTitle = 200;

/** The other titles, sorted, without those that differ from another one only in case, accents or punctuation. */
function chooseOthers(
  group: FilmGroup,
  { title, original }: { title: string; original: string | null },
): string[] {
  const seen = new Set([title, ...(original === null ? [] : [original])].map(foldWholeTitle));
  const others = [...new Set(group.parts.flatMap(listTitles))].sort(compareText);
  return others
    .filter((other) => {
      const fold = foldWholeTitle(other);
      return fold !== '' && other.length <= longestTitle && !seen.has(fold) && seen.add(fold);
    })
    .slice(0, mostOthers);
}

/** The facts of a film, each from the source that knows it best. */
export function chooseFacts(group: FilmGroup): FilmFacts {
  const { imdb, wikidata, tmdb, rottentomatoes, year } = group;
  const titles = chooseTitles(group);
  return {
    ...titles,
    year,
    imdb,
    wikidata,
    tmdb,
    rottentomatoes,
    directors: chooseDirectors(group),
    minutes: chooseMinutes(group),
    countries: unionOf(group, 'countries'),
    languages: unionOf(group, 'languages'),
    form: chooseForm(group),
    others: chooseOthers(group, titles),
    critics: firstOf(group, factOrder, ({ critics }) => critics),
    audience: firstOf(group, factOrder, ({ audience }) => audience),
    known: measureFame(group.parts),
  };
}
