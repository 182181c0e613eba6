import { foldTitle, foldWholeTitle, joinFold, listLooseFolds } from './titles/title-key.ts';
import type { Film, FilmHint } from './types.ts';

/**
 * How well the titles of a hint and a film agree: 3 the same name, 2 the same except for an article ("Room",
 * "The Room"), 1 only by a loose fold ("Spiderman", "Spider-Man").
 */
type TitleLevel = 1 | 2 | 3;

/** A film that has one of a hint's titles. */
export interface TitleMatch {
  film: Film;
  level: TitleLevel;
  /**
   * Whether it matches the hint's own title, with or without its bracketed part, rather than only another
   * title of the page.
   */
  byOwnTitle: boolean;
  /** The hint's titles that are titles of the film, each name once: two are hardly shared by chance. */
  agreeing: string[];
}

interface Names {
  wholes: Set<string>;
  folds: Set<string>;
  looses: Set<string>;
}

function listNames(titles: string[]): Names {
  const named = titles.filter((title) => foldTitle(title) !== '');
  return {
    wholes: new Set(named.map(foldWholeTitle)),
    folds: new Set(named.map(foldTitle)),
    looses: new Set(
      named.flatMap((title) => [foldTitle(title), joinFold(title) ?? '', ...listLooseFolds(title)]),
    ),
  };
}

function share(ones: Set<string>, others: Set<string>): boolean {
  return [...ones].some((one) => one !== '' && others.has(one));
}

function findLevel(hint: Names, film: Names): TitleLevel | null {
  if (share(hint.wholes, film.wholes)) return 3;
  if (share(hint.folds, film.folds)) return 2;
  return share(hint.looses, film.looses) ? 1 : null;
}

/** The films that have a title of the hint, in the given order. */
export function findTitleMatches(hint: FilmHint, films: Film[]): TitleMatch[] {
  const longer = hint.alternativeTitles.filter((title) => title.startsWith(hint.title));
  const own = listNames([hint.title, ...longer]);
  const all = listNames([hint.title, ...hint.alternativeTitles]);
  const titles = new Map([...hint.alternativeTitles, hint.title].map((title) => [foldTitle(title), title]));
  return films.flatMap((film): TitleMatch[] => {
    const names = listNames([film.title, film.originalTitle ?? '', ...film.alternativeTitles]);
    const level = findLevel(all, names);
    const ownLevel = findLevel(own, names);
    const agreeing = [...titles].flatMap(([fold, title]) => (names.folds.has(fold) ? [title] : []));
    return level === null ? [] : [{ film, level, byOwnTitle: ownLevel === level, agreeing }];
  });
}
