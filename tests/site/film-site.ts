// The sample film site: a list, film pages, a page that grows on scrolling, one with client-side routes, and pages without films.
import { filmHost, formatFilmPage, siteName } from './film-layout.ts';
import { allFilmsPage, newFilmsPage, originalTitlesPage, shelfPage } from './film-lists.ts';
import { films, newestFilm, otherWorks, type OtherWork, type SiteFilm } from './films.ts';
import { escapeHtml, formatCover, formatJsonLd, htmlResponse, jsonResponse, type Handler } from './page.ts';

const rowsPerStep = 12;

/** Serves the film site. */
export const serveFilmSite: Handler = ({ url }) => {
  if (url.pathname === '/scroll/rows') return jsonResponse(formatStep(Number(url.searchParams.get('step'))));
  if (url.pathname === '/tour/films') return jsonResponse(films);
  const page = pageAt(url.pathname);
  return page === null ? null : htmlResponse(page);
};

const pages: Record<string, () => string> = {
  '/': allFilmsPage,
  '/new/': newFilmsPage,
  '/shelf/': shelfPage,
  '/original/': originalTitlesPage,
  '/scroll/': scrollPage,
  '/tour/': tourPage,
  '/about/': aboutPage,
  [`/films/${newestFilm.slug}/`]: newestFilmPage,
};

function pageAt(path: string): string | null {
  const page = pages[path];
  if (page) return page();
  if (path.startsWith('/tour/')) return tourPage();
  const film = films.find(({ slug }) => path === `/films/${slug}/`);
  if (film) return filmPage(film);
  const onShelf = films[Number(/^\/shelf\/(\d+)\/$/.exec(path)?.[1]) - 1];
  if (onShelf) return filmPage(onShelf);
  const work = otherWorks.find((one) => one.path === path);
  return work ? otherWorkPage(work) : null;
}

function aboutPage(): string {
  const main =
    '<h1>About this place</h1><p>Open every day from noon. There is tea, and there are biscuits.</p>';
  return formatFilmPage('About', main);
}

function describeFilm(film: SiteFilm) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Movie',
    name: film.title,
    datePublished: String(film.year),
    director: { '@type': 'Person', name: film.director },
    genre: film.genre,
    duration: `PT${film.minutes}M`,
  };
}

/** The four kinds of data in film pages. The broken one has an extra comma, a common fault of templates. */
function formatHead(film: SiteFilm): string {
  const url = `https://${filmHost}/films/${film.slug}/`;
  const canonical = `<link rel="canonical" href="${url}">`;
  if (film.markup === 'microdata') return canonical;
  if (film.markup === 'open-graph') {
    return `${canonical}<meta property="og:type" content="video.movie"><meta property="og:url" content="${url}">
<meta property="og:title" content="${escapeHtml(film.title)} (${film.year})">
<meta property="video:director" content="${escapeHtml(film.director)}"><meta property="video:release_date" content="${film.year}">`;
  }
  const data = formatJsonLd(describeFilm(film));
  return canonical + (film.markup === 'broken-json-ld' ? data.replace('}</script>', ',}</script>') : data);
}

function filmPage(film: SiteFilm): string {
  const item = film.markup === 'microdata' ? ' itemscope itemtype="https://schema.org/Movie"' : '';
  const prop = (name: string) => (item ? ` itemprop="${name}"` : '');
  const facts = [
    `<dt>Year</dt><dd${prop('datePublished')}>${film.year}</dd>`,
    `<dt>Director</dt><dd${prop('director')}>${escapeHtml(film.director)}</dd>`,
    `<dt>Genre</dt><dd${prop('genre')}>${film.genre}</dd>`,
    film.original === null ? '' : `<dt>Original title</dt><dd>${escapeHtml(film.original)}</dd>`,
    `<dt>Length</dt><dd>${film.minutes} minutes</dd>`,
  ];
  return formatFilmPage(
    `${film.title} (${film.year})`,
    `<article class="film"${item}>${formatCover(film.title, film.year)}
<div><h1${prop('name')}>${escapeHtml(film.title)}</h1><dl>${facts.join('')}</dl>
<p>On the shelf in the second room, under its director.</p></div></article>`,
    formatHead(film),
  );
}

/** A film that only IMDb's ratings know: its data names its IMDb id. */
function newestFilmPage(): string {
  const { title, year, imdb } = newestFilm;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Movie',
    name: title,
    datePublished: String(year),
    sameAs: `https://www.imdb.com/title/tt${imdb}/`,
  };
  return formatFilmPage(
    `${title} (${year})`,
    `<article class="film">${formatCover(title, year)}<div><h1>${title}</h1><dl><dt>Year</dt><dd>${year}</dd></dl>
<p>A made-up film, newer than all film data.</p></div></article>`,
    formatJsonLd(data),
  );
}

function otherWorkPage(work: OtherWork): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': work.type,
    name: work.title,
    datePublished: String(work.year),
    [work.makerProperty]: {
      '@type': work.type === 'VideoGame' ? 'Organization' : 'Person',
      name: work.maker,
    },
  };
  return formatFilmPage(
    `${work.title} (${work.label})`,
    `<article class="film">${formatCover(work.title, work.year)}<div><h1>${work.title}</h1>
<dl><dt>Kind</dt><dd>${work.label}</dd><dt>Year</dt><dd>${work.year}</dd><dt>By</dt><dd>${work.maker}</dd></dl>
<p>${work.text}</p></div></article>`,
    formatJsonLd(data),
  );
}

/** Returns the rows of one step as data; empty after the last. */
function formatStep(step: number) {
  return films.slice(step * rowsPerStep, (step + 1) * rowsPerStep).map(({ title, year, director, slug }) => ({
    title,
    year,
    director,
    href: `/films/${slug}/`,
  }));
}

/** Its rows have no microdata: title and year in a link, the director below. */
function scrollPage(): string {
  const script = `
const list = document.querySelector('.rows');
let step = 0, busy = false, done = false;
async function grow() {
  if (busy || done) return;
  busy = true;
  const rows = await (await fetch('/scroll/rows?step=' + step++)).json();
  done = rows.length === 0;
  for (const row of rows) {
    const item = document.createElement('li'), cover = document.createElement('div'), text = document.createElement('div');
    const heading = document.createElement('h3'), link = document.createElement('a'), by = document.createElement('p');
    cover.className = 'cover';
    cover.style.setProperty('--hue', String(row.title.length * 37 + row.year));
    link.href = row.href;
    link.textContent = row.title + ' (' + row.year + ')';
    by.textContent = 'A film directed by ' + row.director;
    heading.append(link);
    text.append(heading, by);
    item.append(cover, text);
    list.append(item);
  }
  busy = false;
}
new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) grow(); }, { rootMargin: '200px' })
  .observe(document.querySelector('#more'));
`;
  return formatFilmPage(
    'Films as you scroll',
    `<h1>As you scroll</h1><p class="soft">The rows arrive ${rowsPerStep} at a time.</p>
<ul class="rows"></ul><div id="more" style="height: 4rem"></div><script>${script}</script>`,
  );
}

/** One document with many addresses: a script replaces the heading, the title and the data in place. */
function tourPage(): string {
  const script = `
const heading = document.querySelector('h1'), facts = document.querySelector('#facts'), data = document.querySelector('#data');
let films = [];
function show() {
  const slug = location.pathname.split('/')[2];
  const film = films.find((one) => one.slug === slug);
  document.title = film ? film.title + ' (' + film.year + ') – ${siteName}' : 'A tour – ${siteName}';
  heading.textContent = film ? film.title : 'A tour without reloading';
  facts.textContent = film ? film.year + ', directed by ' + film.director : 'Pick a film, or go on to the next.';
  data.textContent = film ? JSON.stringify({ '@context': 'https://schema.org', '@type': 'Movie', name: film.title,
    datePublished: String(film.year), director: { '@type': 'Person', name: film.director } }) : '{}';
}
function next(by) {
  const at = films.findIndex((one) => one.slug === location.pathname.split('/')[2]);
  const film = films[(at + by + films.length) % films.length];
  history.pushState(null, '', '/tour/' + film.slug + '/');
  show();
}
document.querySelector('#next').onclick = () => next(1);
document.querySelector('#home').onclick = () => { history.pushState(null, '', '/tour/'); show(); };
addEventListener('popstate', show);
fetch('/tour/films').then((answer) => answer.json()).then((all) => { films = all; show(); });
`;
  return formatFilmPage(
    'A tour',
    `<h1></h1><p id="facts"></p><p><button id="next">Next film</button> <button id="home">Back to the start</button></p>
<script>${script}</script>`,
    '<script type="application/ld+json" id="data">{}</script>',
  );
}
