// Pages of made-up cinemas and streaming sites that fill while they are open. No adapter and no structured data names their films.
import { films } from '../../site/films.ts';

const host = 'https://films.marquee.example';

/** The films of the pages: one of each title, so that title and year name it, in the words that the film data has. */
export const shown = films
  .filter(({ title }) => !title.includes('³') && films.filter((film) => film.title === title).length === 1)
  .slice(0, 24)
  .map(({ title, year, director, slug, minutes }) => ({ title, year, director, slug, minutes }));

const page = (path: string, language: string, title: string, body: string, script: string) => ({
  url: `${host}/live/${path}`,
  html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
<style>body{margin:0;font:16px sans-serif}.x{height:120px}.c{display:flex;overflow-x:auto}.c li{flex:none;width:400px;list-style:none}</style>
<script>window.films = ${JSON.stringify(shown)};</script></head><body>${body}<script>${script}</script></body></html>`,
});

/** Adds six whole-card links each time its end comes into view. */
export const endlessList = page(
  'cartelera',
  'es',
  'Cartelera | Cine Faro',
  '<h1>Cartelera</h1><div id="a"></div><p id="b">Cargando…</p>',
  `let next = 0;
const add = () => {
  for (const film of films.slice(next, next + 6)) {
    const row = document.createElement('div');
    row.className = 'x';
    row.innerHTML = '<a href="/pelicula/' + (700 + next) + '-' + film.slug + '"><div>' + film.title + '</div><div>' + film.year + '</div><div>' + film.minutes + ' min</div></a>';
    document.querySelector('#a').append(row);
    next += 1;
  }
};
new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && add()).observe(document.querySelector('#b'));`,
);

/** Fills the places of a carousel as they come into view. */
export const carousel = page(
  'kino',
  'de',
  'Kino am Markt',
  `<h2>Jetzt im Kino</h2><ul class="c">${'<li></li>'.repeat(shown.length)}</ul>`,
  `const places = [...document.querySelectorAll('li')];
const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const film = films[places.indexOf(target)];
    if (!isIntersecting || target.firstChild) continue;
    target.innerHTML = '<h3><a href="/filme/' + film.slug + '">' + film.title + '</a></h3><span>' + film.year + '</span> <span>FSK 12</span> <span>' + film.minutes + ' Min.</span>';
  }
});
for (const place of places) observer.observe(place);`,
);

/** Replaces a list by the page of a film, with rows of labels, and back. */
export const routes = page(
  'films',
  'fr',
  'Films à l’affiche | Cinéma Phare',
  '<main></main>',
  `const list = () => '<h1>À l’affiche</h1>' + films.slice(0, 5).map((film) => '<section><h3><a href="/live/films/' + film.slug + '">' + film.title + '</a></h3><p>' + film.year + '</p><p>' + film.minutes + ' min</p></section>').join('');
const detail = (film) => '<h1>' + film.title + '</h1><dl><dt>Réalisation</dt><dd>' + film.director + '</dd><dt>Durée</dt><dd>' + film.minutes + ' min</dd><dt>Année</dt><dd>' + film.year + '</dd></dl>';
window.go = (at) => {
  const film = films[at];
  history.pushState(null, '', film ? '/live/films/' + film.slug : '/live/films');
  document.title = film ? film.title + ' | Cinéma Phare' : 'Films à l’affiche | Cinéma Phare';
  document.querySelector('main').innerHTML = film ? detail(film) : list();
};
go(-1);`,
);

/** Gets a frame with a list of other films after its own list, and a further film after the frame. */
export const lateFrame = page(
  'filmy',
  'pl',
  'Filmy | Kino Latarnia',
  '<h2>Filmy</h2><div id="a"></div>',
  `const row = (film) => '<div><h3><a href="/filmy/' + film.slug + '">' + film.title + '</a></h3><span>' + film.year + '</span> <span>' + film.minutes + ' min</span></div>';
document.querySelector('#a').innerHTML = films.slice(0, 4).map(row).join('');
window.addFrame = () => {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<h2>Filmy</h2>' + films.slice(10, 14).map(row).join('');
  document.body.append(frame);
};
window.addRow = () => document.querySelector('#a').insertAdjacentHTML('beforeend', row(films[4]));`,
);
