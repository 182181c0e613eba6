import { compareText } from '../compare-text.ts';
import { drop, idForms, readId, readTitle, readWhole, readYear, sourceFilm } from '../source-film.ts';
import type { SourceFilm, SourceFiles, SourceReading } from '../types.ts';
import { commonDialect, readRows, type Row } from './rows.ts';

const usDollar = 'Q4917';

/** Splits "Gui si (Silk)" into its title and the other titles in brackets at its end. A year there is none. */
export function splitBrackets(text: string): { title: string; others: string[] } {
  const [, title = '', brackets = ''] = /^(.+?)((?:\s*\([^()]+\))+)\s*$/.exec(text) ?? [];
  const inside = [...brackets.matchAll(/\(([^()]+)\)/g)].map(([, other = '']) => other.trim());
  if (inside.length === 0 || inside.some((other) => /^\d+$/.test(other))) return { title: text, others: [] };
  return { title, others: inside };
}

/** The end of a title that names an edition of a film: "(The Final Cut)", "(Director's Cut) (re-release)". */
const edition = /\([^()]*\b(?:cut|re-?release|edition)\)$/i;

/** What Wikidata's rows say of one page of Rotten Tomatoes. */
interface WikidataFacts {
  wikidata: string | null;
  label: string | null;
  imdb: string | null;
  tmdb: string | null;
  boxOffice: number;
}

/** Wikidata's English label. An item without one has its id instead. */
const readLabel = (text: string): string | null => (/^Q\d+$/.test(text) ? null : readTitle(text));

function readWikidataRow(row: Row): WikidataFacts {
  const gross = Number(row('box_office_value'));
  return {
    wikidata: readId(row('wd_film_qid'), idForms.wikidata),
    label: readLabel(row('wd_film_label')),
    imdb: readId(row('imdb_id'), idForms.imdb),
    tmdb: readId(row('tmdb_id').replace(/\.0$/, ''), idForms.tmdb),
    boxOffice: row('box_office_currency_qid') === usDollar && gross > 0 ? gross : 0,
  };
}

/** Wikidata's facts by the path of the page; of a page with two films or two IMDb ids none. */
function readWikidata(files: SourceFiles): Map<string, WikidataFacts> {
  const byPage = new Map<string, WikidataFacts | null>();
  for (const row of readRows(files, { path: 'wikidata_movies.csv', dialect: commonDialect })) {
    const facts = readWikidataRow(row);
    const page = row('rotten_tomatoes_link');
    if (facts.wikidata === null) continue;
    const known = byPage.get(page);
    if (known === undefined) byPage.set(page, facts);
    else if (known?.wikidata !== facts.wikidata || known.imdb !== facts.imdb) byPage.set(page, null);
    else known.boxOffice = Math.max(known.boxOffice, facts.boxOffice);
  }
  return new Map([...byPage].flatMap(([page, facts]) => (facts ? [[page, facts]] : [])));
}

function readPage(page: string, row: Row | undefined, facts: WikidataFacts | undefined): SourceFilm | string {
  const { title, others } = splitBrackets(row?.('title') ?? '');
  const own = readTitle(title);
  const label = facts?.label ?? (row ? readLabel(row('wikidata_label')) : null);
  if (own === null && label === null) return 'no title';
  if (edition.test(label ?? '') || edition.test(row?.('title') ?? '')) return 'an edition of a film';
  return sourceFilm('rottentomatoes', page, {
    english: label,
    others: [own, ...others.map(readTitle)].filter((other) => other !== null),
    year: row ? readYear(row('year')) : null,
    imdb: facts?.imdb ?? readId(row?.('imdb') ?? '', idForms.imdb),
    wikidata: facts?.wikidata ?? readId(row?.('wikidata') ?? '', idForms.wikidata),
    tmdb: facts?.tmdb ?? readId(row?.('tmdb') ?? '', idForms.tmdb),
    rottentomatoes: readId(page.replace(/^m\//, '').toLowerCase(), idForms.rottentomatoes),
    critics: row ? readWhole(row('tomatometer'), 0, 100) : null,
    audience: row ? readWhole(row('audience'), 0, 100) : null,
    fame: { boxOffice: facts?.boxOffice ?? 0 },
  });
}

/** The films of Rotten Tomatoes with their scores of 2020, and what Wikidata says of the same pages. */
export function readRottenTomatoes(files: SourceFiles): SourceReading {
  const reading: SourceReading = { films: [], dropped: {} };
  const table = { path: 'rotten-tomatoes-leone/rt_wikidata_joined.csv', dialect: commonDialect };
  const rows = new Map(readRows(files, table).map((row) => [row('rt_slug'), row]));
  const wikidata = readWikidata(files);
  for (const page of [...new Set([...rows.keys(), ...wikidata.keys()])].sort(compareText)) {
    const film = readPage(page, rows.get(page), wikidata.get(page));
    if (typeof film === 'string') drop(reading, film);
    else reading.films.push(film);
  }
  return reading;
}
