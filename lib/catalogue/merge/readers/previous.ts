import { readWhole, readYear, sourceFilm } from '../source-film.ts';
import type { Form, SourceFilm, SourceReading } from '../types.ts';
import { readValues, type Row } from './rows.ts';

/** The rows of one of the table's own files. */
function readOwnRows(text: string): Row[] {
  const [header = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const positions = new Map(header.split('\t').map((name, at) => [name, at]));
  return lines.map((line): Row => {
    const cells = line.split('\t');
    return (column) => cells[positions.get(column) ?? -1] ?? '';
  });
}

const orNull = (text: string): string | null => (text === '' ? null : text);
const readForm = (text: string): Form => (text === 'short' || text === 'tv' ? text : '');

function readFilm(row: Row, at: number): SourceFilm {
  return sourceFilm('previous', String(at).padStart(7, '0'), {
    english: orNull(row('title')),
    original: orNull(row('original')),
    others: readValues(row('others'), '|'),
    year: readYear(row('year')),
    imdb: orNull(row('imdb')),
    wikidata: orNull(row('wikidata')),
    tmdb: orNull(row('tmdb')),
    rottentomatoes: orNull(row('rottentomatoes')),
    directors: readValues(row('directors'), '|'),
    minutes: readWhole(row('minutes'), 1, 6000),
    countries: readValues(row('countries'), '|'),
    languages: readValues(row('languages'), '|'),
    form: readForm(row('form')),
    critics: readWhole(row('critics'), 0, 100),
    audience: readWhole(row('audience'), 0, 100),
    fame: { known: readWhole(row('known'), 0, 100) ?? 0 },
  });
}

/** The films of an earlier films.tsv: what it knows is kept where no source says anything. */
export function readPrevious(text: string): SourceReading {
  return { films: readOwnRows(text).map(readFilm), dropped: {} };
}
