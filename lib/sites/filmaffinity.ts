import type { SiteAdapter } from './types.ts';

export const filmaffinity: SiteAdapter = {
  id: 'filmaffinity',
  name: 'FilmAffinity',
  matches: ['*://www.filmaffinity.com/*'],
  isFilmSite: true,
  pages: [
    {
      kind: 'film',
      path: /^\/[a-z]{2}\/film\d+\.html/,
      subject: {
        title: ['h1 [itemprop="name"]', '#main-title', 'h1'],
        year: ['[itemprop="datePublished"]'],
        alternativeTitles: ['.movie-info dd:first-of-type@#own'],
        directors: ['.directors a', '[itemprop="director"] [itemprop="name"]'],
        // (C) and (S) mark short films.
        noise: /\s+\([CS]\)$/,
      },
    },
    { kind: 'person', path: /^\/[a-z]{2}\/name\.php/ },
    { kind: 'search', path: /^\/[a-z]{2}\/(?:search|advsearch)\.php/ },
    {
      kind: 'list',
      path: /^\/(?:[a-z]{2}\/?)?(?:$|\?|main|topgen|ranking|userlist|mylist|userrating|cat_|rdcat|listtopmovies|movietopic|theme|reviews|award)/,
    },
  ],
  rows: [
    {
      item: '.movie-card',
      title: ['.mc-title a', '.mc-title'],
      year: ['.mc-year', '.mc-title@#own'],
      noise: /\s+\([CS]\)$/,
      links: ['.mc-title a@href', 'a[href*="/film"]@href'],
      notFilm: [
        {
          selector: '.mc-title',
          text: /\((?:TV Series|TV Miniseries|Serie de TV|Miniserie de TV)\)/i,
          kind: 'series',
        },
      ],
    },
    { item: '.mc-title', title: ['a'], year: ['.mc-year', '@#own'] },
  ],
};
