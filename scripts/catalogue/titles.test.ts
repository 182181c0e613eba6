import { beforeAll, describe, expect, test } from 'vitest';
import { makeFilm } from '../../lib/films/make-film.ts';
import { parseRef } from '../../lib/films/parse-ref.ts';
import type { Catalogue } from '../../lib/catalogue/types.ts';
import type { FilmRef } from '../../lib/films/types.ts';
import { loadBuiltInCatalogue } from './built-in-catalogue.ts';
import { matchLines, type MatchedLine } from './match.ts';
import { measureNames, type NamedFilm } from './measure.ts';
import { titleTable } from './titles.fixture.ts';

const lines = titleTable
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [title = '', year = '', meant = ''] = line.split('|').map((cell) => cell.trim());
    return { title, year, meant: meant === 'none' ? null : Number(meant) };
  });

describe('150 titles in the built-in catalogue', () => {
  let catalogue: Catalogue;
  const matched: MatchedLine[] = [];

  beforeAll(async () => {
    catalogue = await loadBuiltInCatalogue();
    const text = lines.map(({ title, year }) => `${title}\t${year}\t`).join('\n');
    for await (const line of matchLines(text, [catalogue])) matched.push(line);
  }, 120_000);

  /** The titles of which `isOne` is true, with their years. */
  const list = (isOne: (line: MatchedLine, meant: number | null) => boolean): string[] =>
    lines.flatMap(({ title, year, meant }, at) => {
      const line = matched[at];
      return line && isOne(line, meant) ? [`${title} ${year}`] : [];
    });

  test('are never taken for another film', () => {
    expect(matched).toHaveLength(150);
    expect(list(({ film }, meant) => film !== null && film.year !== meant)).toEqual([]);
  });

  test('are found where they have a year, but for films that the data has under another one', () => {
    const isMissed = ({ year, film }: MatchedLine, meant: number | null): boolean =>
      year !== null && meant !== null && film === null;
    expect(list(isMissed)).toEqual(['Pinocchio 2022', 'Im Westen nichts Neues 2022']);
  });

  test('are right and sure by three quarters, and unsure, asked about or unknown otherwise', () => {
    const count = (state: string, certainty: string | null): number =>
      list((line) => line.state === state && line.certainty === certainty).length;
    expect(count('film', 'sure')).toBeGreaterThanOrEqual(115);
    expect(count('film', 'unsure')).toBeGreaterThan(0);
    expect(count('film', 'unsure')).toBeLessThanOrEqual(8);
    expect(count('ambiguous', null)).toBeLessThanOrEqual(22);
    expect(count('unknown', null)).toBeLessThanOrEqual(12);
  });

  test('are never surely an older namesake, by title alone or a year, with the film that is meant left out', async () => {
    const names = matched.flatMap(({ title, film }): NamedFilm[] => {
      if (!film || film.year === null) return [];
      const refs = film.refs
        .map(parseRef)
        .flatMap((ref): FilmRef[] => (ref ? [`${ref.kind}:${ref.value}`] : []));
      const meant = makeFilm({ title: film.title ?? title, year: film.year, refs });
      return [{ film: meant, title, year: film.year, isKnown: true }];
    });
    const rows = (await measureNames(names, catalogue)).filter(({ isPresent }) => !isPresent);
    expect(rows.map(({ page, sureWrong, nearWrong }) => [page, sureWrong, nearWrong])).toEqual([
      ['title and year', 0, 0],
      // Little Women given with the year 2018, in which there is one.
      ['title and a year one off', 1, 0],
      ['title alone', 0, 0],
    ]);
  });
});
