import { describe, expect, test } from 'vitest';
import { goldenFilms } from './fixtures/films.fixture.ts';
import {
  ambiguous,
  differentFilms,
  otherWorks,
  sameFilm,
  unanswered,
  type Beside,
} from './fixtures/identity.fixture.ts';
import { candidateKeys, matchFilm } from './matching.ts';
import { parseRef } from './parse-ref.ts';
import { listTitleKeys } from './titles/title-key.ts';
import { parseTitle } from './titles/title-parse.ts';
import type { Film, FilmRef, Match, SightedHint } from './types.ts';

/** A catalogue's index: films by their ids and by the keys of all their titles. */
const catalogue = new Map<FilmRef, Film[]>();
for (const film of goldenFilms.values()) {
  const titles = [film.title, film.originalTitle ?? '', ...film.alternativeTitles];
  for (const ref of new Set([...film.refs, ...titles.flatMap(listTitleKeys)]))
    catalogue.set(ref, [...(catalogue.get(ref) ?? []), film]);
}

/** A title's key finds its films whatever their year. */
function withoutYear(key: FilmRef): FilmRef {
  const ref = parseRef(key);
  return ref?.kind === 'title' ? `title:${ref.value}` : key;
}

function findCandidates(sighted: SightedHint): Film[] {
  return [...new Set(candidateKeys(sighted.hint).flatMap((key) => catalogue.get(withoutYear(key)) ?? []))];
}

function readPrinted(printed: string, beside: Beside = {}): SightedHint {
  const { certainty, yearBeside, setApart, filmWordsNear, namesNear, ...fields } = beside;
  return {
    hint: { refs: [], language: null, ...parseTitle(printed), ...fields },
    evidence: ['heading'],
    confidence: 0.9,
    certainty: certainty ?? 'stated',
    isSubject: false,
    context: {
      yearBeside: yearBeside ?? false,
      setApart: setApart ?? false,
      filmWordsNear: filmWordsNear ?? false,
      namesNear: namesNear ?? [],
    },
  };
}

function filmOf(name: string): Film {
  const film = goldenFilms.get(name);
  if (!film) throw new Error(`"${name}" is not in the catalogue`);
  return film;
}

const nameOf = (film: Film): string => `${film.title} (${film.year ?? ''})`;

/** The film that is meant; where its title alone is not enough, the one that the user would be asked about. */
function nameMatch(match: Match): string {
  if (match.kind === 'film') return nameOf(match.film);
  const [only] = match.kind === 'ambiguous' && match.reason === 'title-alone' ? match.candidates : [];
  if (only !== undefined) return nameOf(only);
  return match.kind === 'ambiguous'
    ? `one of ${match.candidates.map(nameOf).sort().join(', ')}`
    : match.reason;
}

describe('different films', () => {
  test.each(differentFilms)('%s is not %s', (one, other) => {
    for (const [own, wrong] of [
      [one, other],
      [other, one],
    ] as const) {
      const film = filmOf(own);
      const sighted = readPrinted(own, { directors: film.directors });
      expect(nameMatch(matchFilm(sighted, [filmOf(wrong), film]))).toBe(own);
      expect(matchFilm(sighted, [filmOf(wrong)]).kind).toBe('unknown');
      const undirected = readPrinted(own);
      expect(nameMatch(matchFilm(undirected, [filmOf(wrong), film]))).toMatch(
        film.year === filmOf(wrong).year ? /^(?:one of |[^,]*$)/ : own,
      );
    }
  });

  test.each(otherWorks)('%s is not the film %s', (printed, film, kind, beside) => {
    const sighted = readPrinted(printed, beside);
    expect(sighted.hint.kind).toBe(kind);
    expect(nameMatch(matchFilm(sighted, [filmOf(film)]))).toBe('not-a-film');
  });
});

test.each(sameFilm)('%s is %s', (printed, film, beside) => {
  const sighted = readPrinted(printed, beside);
  expect(nameMatch(matchFilm(sighted, findCandidates(sighted)))).toBe(film);
});

test.each(ambiguous)('%s may be any of %s', (printed, films, beside) => {
  const sighted = readPrinted(printed, beside);
  expect(nameMatch(matchFilm(sighted, findCandidates(sighted)))).toBe(
    `one of ${[...films].sort().join(', ')}`,
  );
});

test.each(unanswered)('%s is not identified: %s', (printed, reason, beside) => {
  const sighted = readPrinted(printed, beside);
  expect(nameMatch(matchFilm(sighted, findCandidates(sighted)))).toBe(reason);
});

test('the tables have at least the expected number of cases', () => {
  expect(differentFilms.length + otherWorks.length).toBeGreaterThanOrEqual(80);
  expect(sameFilm.length).toBeGreaterThanOrEqual(80);
  expect(ambiguous.length).toBeGreaterThanOrEqual(30);
  for (const [, films] of ambiguous) films.forEach(filmOf);
});
