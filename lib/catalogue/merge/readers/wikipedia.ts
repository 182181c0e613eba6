import { compareText } from '../compare-text.ts';
import { SourceError } from '../source-error.ts';
import { drop, readTitle, readWhole, sourceFilm } from '../source-film.ts';
import type { Form, SourceFilm, SourceFiles, SourceReading } from '../types.ts';
import { readDirectors, readSubject } from './lead-text.ts';
import { readPersonName } from './person-name.ts';
import * as v from 'valibot';

const articleSchema = v.object({
  title: v.string(),
  year: v.number(),
  href: v.nullish(v.string()),
  extract: v.nullish(v.string()),
  genres: v.optional(v.array(v.string()), []),
});
type Article = v.InferOutput<typeof articleSchema>;

const directorSchema = v.array(v.tuple([v.string(), v.number(), v.string()]));

/** The value of a JSON file; null if there is no such file. Throws `SourceError` if it is not JSON. */
function readJson(files: SourceFiles, path: string): unknown {
  const text = files.get(path);
  try {
    return text === undefined ? null : (JSON.parse(text) as unknown);
  } catch (error) {
    throw new SourceError(path, null, `not JSON: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
}

/** Directors by title and year, read from the same articles elsewhere. */
function readGivenDirectors(files: SourceFiles): Map<string, string> {
  const path = 'wikipedia-directors/directors_from_wikipedia.json';
  const rows = v.safeParse(directorSchema, readJson(files, path) ?? []);
  if (!rows.success) throw new SourceError(path, null, 'not in the form of the file');
  return new Map(
    rows.output.flatMap(([title, year, name]) => {
      const director = readPersonName(name);
      return director === null ? [] : [[`${title} ${year}`, director]];
    }),
  );
}

function findForm(article: Article): Form | 'series' {
  const subject = readSubject(article.extract ?? '');
  if (subject === 'tv' || subject === 'series') return subject;
  return subject === 'short' || article.genres.includes('Short') ? 'short' : '';
}

function readFilm(article: Article, given: Map<string, string>): SourceFilm | string {
  const title = readTitle(article.title);
  const year = readWhole(String(article.year), 1874, 2100);
  const form = findForm(article);
  if (title === null || year === null) return 'no title or no year';
  if (form === 'series') return 'the article is of a series';
  const lead = article.extract ?? '';
  const found = readDirectors(lead);
  const known = given.get(`${article.title} ${article.year}`);
  return sourceFilm('wikipedia', `${title} ${year} ${article.href ?? ''}`, {
    english: title,
    year,
    directors: found.length > 0 ? found : known === undefined ? [] : [known],
    countries: ['US'],
    form: form === '' ? null : form,
    fame: { leadLength: lead.length },
  });
}

/** The articles of all files, each once: a year's films are in a file and in its newer version. */
function readArticles(files: SourceFiles): unknown[] {
  const paths = [...files.keys()].filter((path) =>
    /^wikipedia-movie-data[^/]*\/movies-\w+\.json$/.test(path),
  );
  return paths.sort(compareText).flatMap((path) => {
    const list = readJson(files, path);
    if (!Array.isArray(list)) throw new SourceError(path, null, 'not a list');
    return list as unknown[];
  });
}

/** The films of Wikipedia's lists of American films. Nothing of the articles' sentences is kept but facts. */
export function readWikipedia(files: SourceFiles): SourceReading {
  const reading: SourceReading = { films: [], dropped: {} };
  const given = readGivenDirectors(files);
  const byKey = new Map<string, SourceFilm>();
  for (const value of readArticles(files)) {
    const article = v.safeParse(articleSchema, value);
    const film = article.success ? readFilm(article.output, given) : 'not in the form of the file';
    if (typeof film === 'string') drop(reading, film);
    else {
      const known = byKey.get(film.key);
      if (known) drop(reading, 'the same article twice');
      if (!known || (known.fame.leadLength ?? 0) < (film.fame.leadLength ?? 0)) byKey.set(film.key, film);
    }
  }
  reading.films = [...byKey.values()];
  return reading;
}
