import { compareText } from './compare-text.ts';
import type { Joining } from './joins/join-sources.ts';
import type { Settling } from './joins/settle-doubts.ts';
import type { FilmFacts, SourceId, SourceReading } from './types.ts';

/** The figures of a merge. Everything in it depends on nothing but the files. */
export interface MergeReport {
  coversUntil: string | null;
  films: number;
  forms: Record<'feature' | 'short' | 'tv', number>;
  /** Films with each fact. */
  withFact: Record<string, number>;
  /** Films by decade and by what is known of them. */
  decades: Record<string, DecadeFigures>;
  /** Films by year, the last ten years. */
  lastYears: Record<string, number>;
  /** Rows by source: films read, and rows dropped by reason. */
  sources: Partial<Record<SourceId, { films: number; dropped: Record<string, number> }>>;
  joined: Joining['joined'];
  /** Joins refused, by source and reason. */
  refused: Record<string, number>;
  /** Pairs of films with one title and years within one, by what became of them. */
  pairs: Settling['pairs'];
  awards: number;
  lists: Record<string, number>;
  series: number;
}

/** What is known of the films of a decade. */
interface DecadeFigures {
  films: number;
  imdb: number;
  directors: number;
  minutes: number;
  titles: number;
}

const facts: [name: string, has: (film: FilmFacts) => boolean][] = [
  ['year', ({ year }) => year !== null],
  ['imdb', ({ imdb }) => imdb !== null],
  ['wikidata', ({ wikidata }) => wikidata !== null],
  ['tmdb', ({ tmdb }) => tmdb !== null],
  ['rottentomatoes', ({ rottentomatoes }) => rottentomatoes !== null],
  ['directors', ({ directors }) => directors.length > 0],
  ['minutes', ({ minutes }) => minutes !== null],
  ['original title', ({ original }) => original !== null],
  ['other titles', ({ others }) => others.length > 0],
  ['countries', ({ countries }) => countries.length > 0],
  ['languages', ({ languages }) => languages.length > 0],
  ['critics’ score', ({ critics }) => critics !== null],
  ['audience score', ({ audience }) => audience !== null],
];

const count = (films: FilmFacts[], has: (film: FilmFacts) => boolean): number => films.filter(has).length;

function sumUp(films: FilmFacts[]): DecadeFigures {
  return {
    films: films.length,
    imdb: count(films, ({ imdb }) => imdb !== null),
    directors: count(films, ({ directors }) => directors.length > 0),
    minutes: count(films, ({ minutes }) => minutes !== null),
    titles: count(films, ({ original, others }) => original !== null || others.length > 0),
  };
}

function countDecades(films: FilmFacts[]): Record<string, DecadeFigures> {
  const names = films.map(({ year }) => (year === null ? 'unknown' : `${Math.floor(year / 10) * 10}s`));
  const known = [...new Set(names)].sort(compareText);
  return Object.fromEntries(known.map((name) => [name, sumUp(films.filter((_, at) => names[at] === name))]));
}

function countLastYears(films: FilmFacts[]): Record<string, number> {
  const newest = Math.max(...films.map(({ year }) => year ?? 0));
  const years = Array.from({ length: 10 }, (_, at) => newest - 9 + at);
  return Object.fromEntries(years.map((year) => [year, count(films, (film) => film.year === year)]));
}

function countRefusals({ refusals, erotic }: Joining): Record<string, number> {
  const counts: Record<string, number> =
    erotic === 0 ? {} : { 'omdb: erotic, and in no other source (left out)': erotic };
  for (const { source, reason, isKept } of refusals) {
    const name = `${source}: ${reason} (${isKept ? 'a film of its own' : 'left out'})`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([one], [other]) => compareText(one, other)));
}

/** What the report is made of. */
export interface MergeOutcome {
  films: FilmFacts[];
  readings: [SourceId, SourceReading][];
  joining: Joining;
  settling: Settling;
  coversUntil: string | null;
  awards: number;
  lists: { id: string; films: FilmFacts[] }[];
  series: number;
}

/** The figures of a merge. */
export function summariseMerge(outcome: MergeOutcome): MergeReport {
  const { films, readings, joining, settling, lists } = outcome;
  return {
    coversUntil: outcome.coversUntil,
    films: films.length,
    forms: {
      feature: count(films, ({ form }) => form === ''),
      short: count(films, ({ form }) => form === 'short'),
      tv: count(films, ({ form }) => form === 'tv'),
    },
    withFact: Object.fromEntries(facts.map(([name, has]) => [name, count(films, has)])),
    decades: countDecades(films),
    lastYears: countLastYears(films),
    sources: Object.fromEntries(
      readings.map(([source, { films: read, dropped }]) => [source, { films: read.length, dropped }]),
    ),
    joined: joining.joined,
    refused: countRefusals(joining),
    pairs: settling.pairs,
    awards: outcome.awards,
    lists: Object.fromEntries(lists.map(({ id, films: listed }) => [id, listed.length])),
    series: outcome.series,
  };
}
