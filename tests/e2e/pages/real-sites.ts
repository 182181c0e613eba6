// Small pages written by hand with the markup of real sites, at those sites' addresses. Markup as of 2026.

export interface RealSitePage {
  site: string;
  url: string;
  html: string;
  /** The films that must have a badge next to their title; empty if the page is not about a film. */
  films: string[];
}

const page = (title: string, head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

const jsonLd = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data })}</script>`;

const imdbTitle = (id: string, type: string, name: string, year: string, line: string) =>
  page(
    `${name} (${year}) - IMDb`,
    `<link rel="canonical" href="https://www.imdb.com/title/${id}/">
<meta property="og:type" content="${type === 'Movie' ? 'video.movie' : 'video.tv_show'}">
<meta property="og:title" content="${name} (${year}) ⭐ 8.8">
${jsonLd({ '@type': type, url: `https://www.imdb.com/title/${id}/`, name, datePublished: `${year}-07-16` })}`,
    `<main><section><h1 data-testid="hero__pageTitle"><span data-testid="hero__primary-text">${name}</span></h1>
<ul role="presentation"><li><a href="/title/${id}/releaseinfo/">${year}</a></li><li>${line}</li></ul></section></main>`,
  );

const imdbRow = (rank: number, id: string, name: string, year: number) =>
  `<li class="ipc-metadata-list-summary-item"><a href="/title/${id}/?ref_=chttp_t_${rank}" class="ipc-title-link-wrapper">
<h3 class="ipc-title__text">${rank}. ${name}</h3></a><div class="cli-title-metadata"><span>${year}</span><span>2h 22m</span></div></li>`;

export const realSitePages: RealSitePage[] = [
  {
    site: 'IMDb, a film',
    url: 'https://www.imdb.com/title/tt1375666/',
    html: imdbTitle('tt1375666', 'Movie', 'Inception', '2010', '2h 28m'),
    films: ['Inception'],
  },
  {
    site: 'IMDb, a series',
    url: 'https://www.imdb.com/title/tt2802850/',
    html: imdbTitle('tt2802850', 'TVSeries', 'Fargo', '2014', 'TV Series'),
    films: [],
  },
  {
    site: 'IMDb, a chart',
    url: 'https://www.imdb.com/chart/top/',
    html: page(
      'IMDb Top 250 Movies',
      '<link rel="canonical" href="https://www.imdb.com/chart/top/">',
      `<main><h1>IMDb Top 250 Movies</h1><ul class="ipc-metadata-list">${imdbRow(1, 'tt0068646', 'The Godfather', 1972)}${imdbRow(2, 'tt0468569', 'The Dark Knight', 2008)}${imdbRow(3, 'tt0133093', 'The Matrix', 1999)}</ul></main>`,
    ),
    films: ['The Godfather', 'The Dark Knight', 'The Matrix'],
  },
  {
    site: 'Letterboxd, a film',
    url: 'https://letterboxd.com/film/no-country-for-old-men/',
    html: page(
      'No Country for Old Men (2007) directed by Joel Coen, Ethan Coen • Reviews, film + cast • Letterboxd',
      `<link rel="canonical" href="https://letterboxd.com/film/no-country-for-old-men/">
<meta property="og:type" content="video.movie"><meta property="og:title" content="No Country for Old Men (2007)">
${jsonLd({ '@type': 'Movie', name: 'No Country for Old Men', url: 'https://letterboxd.com/film/no-country-for-old-men/', releasedEvent: [{ '@type': 'PublicationEvent', startDate: '2007' }], director: [{ '@type': 'Person', name: 'Joel Coen' }] })}`,
      `<section class="production-masthead"><h1 class="headline-1 primaryname"><span class="name">No Country for Old Men</span></h1>
<span class="releasedate"><a href="/films/year/2007/">2007</a></span> <p>Directed by <a href="/director/joel-coen/">Joel Coen</a></p></section>`,
    ),
    films: ['No Country for Old Men'],
  },
  {
    site: 'Rotten Tomatoes, a film',
    url: 'https://www.rottentomatoes.com/m/jaws',
    html: page(
      'Jaws | Rotten Tomatoes',
      `<link rel="canonical" href="https://www.rottentomatoes.com/m/jaws"><meta property="og:type" content="video.movie">
<meta property="og:title" content="Jaws | Rotten Tomatoes">
${jsonLd({ '@type': 'Movie', name: 'Jaws', url: 'https://www.rottentomatoes.com/m/jaws', dateCreated: '1975-06-20', director: [{ '@type': 'Person', name: 'Steven Spielberg' }] })}`,
      '<main><h1 slot="title"><span>Jaws</span></h1><p>Released Jun 20, 1975, 2h 4m</p></main>',
    ),
    films: ['Jaws'],
  },
  {
    site: 'TMDB, a film',
    url: 'https://www.themoviedb.org/movie/348-alien',
    html: page(
      'Alien (1979) — The Movie Database (TMDB)',
      `<link rel="canonical" href="https://www.themoviedb.org/movie/348-alien"><meta property="og:type" content="movie">
<meta property="og:title" content="Alien">`,
      `<section class="header poster"><div class="title"><h2><a href="/movie/348-alien">Alien</a> <span class="tag release_date">(1979)</span></h2></div></section>`,
    ),
    films: ['Alien'],
  },
  {
    site: 'Wikipedia, a film',
    url: 'https://en.wikipedia.org/wiki/Blade_Runner',
    html: page(
      'Blade Runner - Wikipedia',
      '<link rel="canonical" href="https://en.wikipedia.org/wiki/Blade_Runner">',
      `<h1 id="firstHeading" class="firstHeading"><i>Blade Runner</i></h1><div id="mw-content-text"><div class="mw-parser-output">
<table class="infobox vevent"><tbody><tr><th colspan="2" class="infobox-above summary"><i>Blade Runner</i></th></tr>
<tr><th class="infobox-label">Directed by</th><td class="infobox-data"><a href="/wiki/Ridley_Scott">Ridley Scott</a></td></tr>
<tr><th class="infobox-label">Release date</th><td class="infobox-data">June 25, 1982<span style="display:none"> (<span class="bday dtstart published updated">1982-06-25</span>)</span></td></tr>
<tr><th class="infobox-label">Running time</th><td class="infobox-data">117 minutes</td></tr></tbody></table>
<p><i><b>Blade Runner</b></i> is a 1982 science fiction film directed by <a href="/wiki/Ridley_Scott">Ridley Scott</a>.</p></div></div>
<div id="catlinks" class="catlinks"><div id="mw-normal-catlinks"><ul><li><a href="/wiki/Category:1982_films">1982 films</a></li></ul></div></div>`,
    ),
    films: ['Blade Runner'],
  },
];
