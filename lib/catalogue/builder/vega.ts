import * as v from 'valibot';
import { titleKey } from '../../films/titles/title-key.ts';
import { parseTitle } from '../../films/titles/title-parse.ts';
import type { SourceScore } from '../../films/review-types.ts';
import { starterNote } from '../built-in.ts';
import type { CatalogueFilm } from '../types.ts';
import type { CatalogueInfo } from './build-catalogue.ts';
import { makeFilm } from '../../films/make-film.ts';

/**
 * `data/movies.json` of the npm package vega-datasets: 3,201 films as known in 2010, with deliberate errors ("a
 * teaching resource for developing data cleaning", datapackage.json). Impossible values are dropped.
 */
export const starterInfo: CatalogueInfo = {
  id: 'starter',
  name: 'Built-in catalogue',
  asOf: '2010',
  licence: 'BSD-3-Clause',
  attribution: 'vega-datasets, movies.json',
  note: starterNote,
};

/** The sample has announced films up to the year after it was made. */
const lastPossibleYear = 2011;

type VegaFault =
  'malformed-row' | 'numeric-title' | 'missing-title' | 'impossible-score' | 'score-of-another-film';

/** The films of the data set, and what was dropped: whole rows, or only a score. */
export interface VegaReading {
  films: CatalogueFilm[];
  dropped: { row: number; title: string; fault: VegaFault }[];
}

const rowSchema = v.object({
  Title: v.union([v.string(), v.number(), v.null()]),
  'Release Date': v.nullable(v.string()),
  'Running Time min': v.nullable(v.number()),
  'Major Genre': v.nullable(v.string()),
  Director: v.nullable(v.string()),
  'Rotten Tomatoes Rating': v.nullable(v.number()),
  'IMDB Rating': v.nullable(v.number()),
  'IMDB Votes': v.nullable(v.number()),
});
type VegaRow = v.InferOutput<typeof rowSchema>;

/**
 * Letters of windows-1252 that were read as Mac Roman: "AmÈlie" is "Amélie". No title of the set has one of them
 * correctly.
 */
const misread: Record<string, string> = {
  È: 'é',
  Í: 'ê',
  Ë: 'è',
  Î: 'ë',
  '‡': 'à',
  '·': 'á',
  '‰': 'ä',
  Ù: 'ô',
  Û: 'ó',
  '˘': 'ù',
  Ö: '…',
  Ω: '½',
};

function repairLetters(title: string): string {
  return title.replace(/[^\x20-\x7e]/g, (letter) => misread[letter] ?? letter);
}

const score = { licence: null, asOf: starterInfo.asOf, note: starterInfo.note, url: null };

function listScores(row: VegaRow): SourceScore[] {
  const tomatometer = row['Rotten Tomatoes Rating'];
  const imdb = row['IMDB Rating'];
  const scores: SourceScore[] = [];
  if (tomatometer !== null) {
    scores.push({
      ...score,
      source: 'rottentomatoes',
      sourceName: 'Rotten Tomatoes',
      kind: 'critics',
      value: tomatometer,
      worst: 0,
      best: 100,
      count: null,
    });
  }
  if (imdb !== null) {
    scores.push({
      ...score,
      source: 'imdb',
      sourceName: 'IMDb',
      kind: 'audience',
      value: imdb,
      worst: 1,
      best: 10,
      count: row['IMDB Votes'],
    });
  }
  return scores;
}

function isOnItsScale({ value, worst, best, count }: SourceScore): boolean {
  return value >= worst && value <= best && (count === null || (Number.isInteger(count) && count >= 0));
}

/**
 * IMDb's ratings were joined by title only: "King Kong" of 1976 and of 2005 have the same 132,720 votes. At most one
 * of such films has them, so they are removed from all.
 */
function findSharedVotes(rows: VegaRow[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const row of rows) {
    const key = voteKey(row);
    (seen.has(key) ? shared : seen).add(key);
  }
  return shared;
}

function voteKey(row: VegaRow): string {
  return `${titleKey(String(row.Title))} ${row['IMDB Rating'] ?? 'none'} ${row['IMDB Votes'] ?? 'none'}`;
}

/**
 * The year of "Dec 15 1939". A year after 2011 was written with two digits and read a century late ("Gone with the
 * Wind", Dec 15 2039), as no other error adds a century.
 */
function parseYear(date: string | null): number | null {
  const year = Number(/\b(\d{4})$/.exec(date ?? '')?.[1] ?? NaN);
  if (Number.isNaN(year)) return null;
  return year > lastPossibleYear ? year - 100 : year;
}

function toCatalogueFilm(row: VegaRow, title: string, scores: SourceScore[]): CatalogueFilm {
  const parsed = parseTitle(repairLetters(title));
  const runtime = row['Running Time min'];
  return {
    film: makeFilm({
      title: parsed.title,
      alternativeTitles: parsed.alternativeTitles,
      year: parseYear(row['Release Date']) ?? parsed.year,
      directors: row.Director === null ? [] : [row.Director],
      runtimeMinutes: runtime !== null && runtime > 0 ? runtime : null,
      genres: row['Major Genre'] === null ? [] : [row['Major Genre']],
    }),
    scores,
  };
}

function findTitleFault(title: VegaRow['Title']): VegaFault | null {
  if (title === null || title === '') return 'missing-title';
  return typeof title === 'number' ? 'numeric-title' : null;
}

/** Reads the data set. Throws if it is not a list; drops impossible rows and scores, with the reason. */
export function parseVegaMovies(value: unknown): VegaReading {
  const rows = v.parse(v.array(v.unknown()), value).map((row) => v.safeParse(rowSchema, row));
  const sharedVotes = findSharedVotes(rows.flatMap((row) => (row.success ? [row.output] : [])));
  const reading: VegaReading = { films: [], dropped: [] };
  for (const [index, row] of rows.entries()) {
    const title = row.success ? row.output.Title : null;
    const drop = (fault: VegaFault) => reading.dropped.push({ row: index, title: String(title), fault });
    const fault = row.success ? findTitleFault(title) : 'malformed-row';
    if (!row.success || fault !== null || typeof title !== 'string') {
      drop(fault ?? 'malformed-row');
      continue;
    }
    const onScale = listScores(row.output).filter(
      (found) => isOnItsScale(found) || void drop('impossible-score'),
    );
    const scores = onScale.filter(
      ({ source }) =>
        source !== 'imdb' || !sharedVotes.has(voteKey(row.output)) || void drop('score-of-another-film'),
    );
    reading.films.push(toCatalogueFilm(row.output, title, scores));
  }
  return reading;
}
