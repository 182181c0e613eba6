// The pages of the sample site that `npm start` visits, with what must be on them.
import { filmHost } from '../../tests/site/film-layout.ts';
import { filmsWithOriginal, newFilms } from '../../tests/site/film-lists.ts';
import { films, newestFilm, otherWorks } from '../../tests/site/films.ts';
import { blogHost } from '../../tests/site/review-blog.ts';

export interface Stop {
  name: string;
  url: string;
  /** The films of the page; 0 means that there must be no badge. */
  films: number;
  /** The least number of badges once IMDb's ratings are here. */
  badges: number;
  /** The least number of badges with a score once IMDb's ratings are here. */
  scored: number;
}

const onFilms = (path: string): string => `https://${filmHost}${path}`;

const listStop = (name: string, path: string, count: number, least: number): Stop => ({
  name,
  url: onFilms(path),
  films: count,
  badges: least,
  scored: least,
});
const filmStop = (name: string, url: string): Stop => ({ name, url, films: 1, badges: 1, scored: 1 });
const otherStop = (name: string, path: string): Stop => ({ ...listStop(name, path, 0, 0) });

/** A film of 2023, which has no score before IMDb's ratings are here. */
export const recentFilm = { title: 'Oppenheimer', url: onFilms('/films/oppenheimer-2023/') };

/** Every page to visit, in the order of the table. */
export const stops: Stop[] = [
  listStop('list', '/', films.length, films.length - 2),
  listStop('new', '/new/', newFilms.length, newFilms.length - 2),
  listStop('shelf', '/shelf/', films.length, 1),
  listStop('original', '/original/', filmsWithOriginal.length, filmsWithOriginal.length - 2),
  listStop('scroll', '/scroll/', 12, 8),
  filmStop('film', onFilms('/films/inception-2010/')),
  filmStop('recent-film', recentFilm.url),
  filmStop('remake', onFilms('/films/dune-2021/')),
  filmStop('microdata', onFilms('/films/memento-2000/')),
  filmStop('open-graph', onFilms('/films/ratatouille-2007/')),
  filmStop('broken-data', onFilms('/films/district-9-2009/')),
  filmStop('route', onFilms('/tour/jaws-1975/')),
  filmStop('unknown-film', onFilms(`/films/${newestFilm.slug}/`)),
  filmStop('review', `https://${blogHost}/inception-review/`),
  ...otherWorks.map(({ label, path }) => otherStop(label.toLowerCase(), path)),
  otherStop('about', '/about/'),
];
