import { compareText } from '../compare-text.ts';
import { drop, readTitle, readYear, sourceFilm } from '../source-film.ts';
import type { SourceFilm, SourceFiles, SourceReading } from '../types.ts';
import { commonDialect, readRows, readValues } from './rows.ts';

const ballotColumns = ['voter', 'role', 'size', 'title', 'folded', 'year', 'director', 'foldedDirector'];

/** The directors in a cell: "Joel Coen, Ethan Coen" and "Powell & Pressburger" are two. */
function readDirectors(text: string): string[] {
  return text.split(/\s*(?:,|\||&|\band\b)\s*/).filter((name) => name !== '');
}

/** Names in capitals with small letters: "TERRA EM TRANSE" is "Terra Em Transe"; "JFK" and "Rocky III" stay. */
export function lowerCapitals(title: string): string {
  if (!/\p{Lu}{5}/u.test(title)) return title;
  return title.replace(/\p{Lu}{2,}/gu, (word) =>
    /^[IVX]+$/.test(word) ? word : word.slice(0, 1) + word.slice(1).toLowerCase(),
  );
}

/** The films of the ballots of 2022, each with the number of ballots that name it. */
export function readBallots2022(files: SourceFiles): SourceReading {
  const reading: SourceReading = { films: [], dropped: {} };
  const byFilm = new Map<string, SourceFilm>();
  const ballots = { path: 'sight-and-sound/votes_2022.csv', dialect: commonDialect, header: ballotColumns };
  for (const row of readRows(files, ballots)) {
    const { title, others } = splitDoubleTitle(row('title'));
    const year = readYear(row('year'));
    if (title === null || year === null || /^\d{4}-/.test(row('year'))) {
      drop(reading, year === null ? 'no year' : 'several years: a series or a cycle');
      continue;
    }
    const key = `${title} ${year} ${row('director')}`;
    const known =
      byFilm.get(key) ??
      sourceFilm('sightandsound2022', key, {
        others: [title, ...others],
        year,
        directors: readDirectors(row('director')),
        fame: { ballots: 0 },
      });
    known.fame.ballots = (known.fame.ballots ?? 0) + 1;
    byFilm.set(key, known);
  }
  reading.films = [...byFilm.values()].sort((one, other) => compareText(one.key, other.key));
  return reading;
}

/** "Dekalog (Decalogue)": two titles of one film. */
function splitDoubleTitle(text: string): { title: string | null; others: string[] } {
  const [, first = text, second] = /^(.+?) \(([^()]{4,})\)$/.exec(text) ?? [];
  const other = second === undefined || /^\d+$/.test(second) ? null : readTitle(second);
  return other === null
    ? { title: readTitle(text), others: [] }
    : { title: readTitle(first), others: [other] };
}

/** The films of the poll of 2012 with their other titles. What is no film, as a television series, is dropped. */
export function readFilms2012(files: SourceFiles): SourceReading {
  const reading: SourceReading = { films: [], dropped: {} };
  for (const row of readRows(files, { path: 'sight-and-sound/films_2012.csv', dialect: commonDialect })) {
    const title = readTitle(lowerCapitals(row('title_raw')));
    if (title === null || row('film_type') !== 'Film') {
      drop(reading, title === null ? 'no title' : 'television or video');
      continue;
    }
    const others = readValues(row('alternate_titles_raw'), '|').map((other) =>
      readTitle(lowerCapitals(other)),
    );
    reading.films.push(
      sourceFilm('sightandsound2012', row('film_id'), {
        others: [title, ...others.filter((other) => other !== null)],
        year: readYear(row('year')),
        directors: readDirectors(row('director_raw')),
      }),
    );
  }
  return reading;
}
