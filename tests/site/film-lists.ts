// The lists of the sample film site that no script changes: with years and directors, with years, with titles alone, with
// original titles.
import { formatFilmPage } from './film-layout.ts';
import { films, newestFilm, otherWorks } from './films.ts';
import { escapeHtml, formatCover } from './page.ts';

const firstNewYear = 2023;

/** The films of the page of new films, newest first; the first is one that no film data has. */
export const newFilms = [
  newestFilm,
  ...films.filter(({ year }) => year >= firstNewYear).sort((a, b) => b.year - a.year),
];

/** The films of the page with original titles. */
export const filmsWithOriginal = films.filter(({ original }) => original !== null);

/** Every row has microdata, as on the sites of shops and libraries. */
export function allFilmsPage(): string {
  const rows = films.map(
    (film) => `<li itemscope itemtype="https://schema.org/Movie">${formatCover(film.title, film.year)}
<div><h3><a itemprop="url" href="/films/${film.slug}/"><span itemprop="name">${escapeHtml(film.title)}</span></a>
(<span itemprop="datePublished">${film.year}</span>)</h3>
<p>Directed by <span itemprop="director">${escapeHtml(film.director)}</span></p></div><span class="soft">${film.genre}</span></li>`,
  );
  const others = otherWorks.map(
    (work) => `<li><a href="${work.path}">${work.title}, the ${work.label.toLowerCase()}</a></li>`,
  );
  return formatFilmPage(
    'All films',
    `<h1>All films</h1><p class="soft">${films.length} films, remakes beside their originals.</p>
<ul class="rows">${rows.join('\n')}</ul><h2>Not films</h2><ul>${others.join('')}</ul>`,
  );
}

interface ListedFilm {
  slug: string;
  title: string;
  year: number;
}

const formatRow = (film: ListedFilm, name: string, note: string): string =>
  `<li>${formatCover(film.title, film.year)}<div><h3><a href="/films/${film.slug}/">${escapeHtml(name)}</a></h3>
<p>${note}</p></div></li>`;

/** Title and year, without a director and without data. */
export function newFilmsPage(): string {
  const rows = newFilms.map((film) => formatRow(film, `${film.title} (${film.year})`, 'A film'));
  return formatFilmPage(
    `New films`,
    `<h1>New films</h1><p class="soft">From ${firstNewYear} on, the newest first.</p>
<ul class="rows">${rows.join('\n')}</ul>`,
  );
}

/** The data says that each is a film, and nothing says of which year: a remake looks like its original. */
export function shelfPage(): string {
  const rows = films.map(
    ({ title }, at) => `<li itemscope itemtype="https://schema.org/Movie">
<a itemprop="url" href="/shelf/${at + 1}/"><span itemprop="name">${escapeHtml(title)}</span></a></li>`,
  );
  return formatFilmPage(
    'Titles alone',
    `<h1>Titles alone</h1><p class="soft">The labels of the shelf: no years, no directors.</p>
<ol>${rows.join('\n')}</ol>`,
  );
}

/** Titles as they are in the film's own country. */
export function originalTitlesPage(): string {
  const rows = filmsWithOriginal.map((film) =>
    formatRow(
      film,
      `${film.original ?? ''} (${film.year})`,
      `A film directed by ${escapeHtml(film.director)}`,
    ),
  );
  return formatFilmPage(
    'Original titles',
    `<h1>Original titles</h1><p class="soft">As they are on the posters at home.</p>
<ul class="rows">${rows.join('\n')}</ul>`,
  );
}
