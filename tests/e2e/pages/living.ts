// Pages that change while they are open.
import { films } from '../../site/films.ts';

const host = 'https://films.marquee.example';
const shown = films.map(({ title, year, director, slug }) => ({ title, year, director, slug }));

const page = (title: string, body: string, script: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
<script>window.films = ${JSON.stringify(shown)};</script></head><body>${body}<script>${script}</script></body></html>`;

/** Shows films one after another without a load: through the history API, the hash, and a replaced body. */
export const routes = {
  url: `${host}/living/routes`,
  html: page(
    'Films',
    '<main></main>',
    `const markup = (film) => '<article itemscope itemtype="https://schema.org/Movie"><h1 itemprop="name">' + film.title +
  '</h1><p><span itemprop="datePublished">' + film.year + '</span>, directed by <span itemprop="director">' + film.director + '</span></p></article>';
window.go = (step) => {
  const film = films[(step * 7) % films.length];
  document.title = film.title + ' (' + film.year + ')';
  if (step % 3 === 0) {
    history.pushState(null, '', '/living/routes/' + film.slug + '?' + step);
    document.querySelector('main').innerHTML = markup(film);
  } else if (step % 3 === 1) {
    location.hash = '#/films/' + film.slug + '?' + step;
    document.querySelector('main').innerHTML = markup(film);
  } else {
    const body = document.createElement('body');
    body.innerHTML = '<main>' + markup(film) + '</main>';
    document.body.replaceWith(body);
    history.pushState(null, '', '/living/routes/' + film.slug + '?' + step);
  }
  return film.title;
};`,
  ),
};

/** A film's page with a frame of the same site that shows another film. */
export const framed = {
  url: `${host}/living/framed`,
  html: page(
    'Jaws (1975)',
    '<h1>Jaws (1975)</h1><p>A film directed by Steven Spielberg.</p><iframe src="/films/inception-2010/"></iframe>',
    '',
  ),
};
