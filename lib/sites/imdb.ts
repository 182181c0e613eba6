import type { SiteAdapter } from './types.ts';

const metadata =
  '[class*="title-metadata-item"], [class*="title-type"], .ipc-inline-list__item, .ipc-metadata-list-summary-item__li';

export const imdb: SiteAdapter = {
  id: 'imdb',
  name: 'IMDb',
  matches: ['*://*.imdb.com/*'],
  isFilmSite: true,
  pages: [
    {
      // Every title in a series' list of episodes is an episode.
      kind: 'series',
      path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/title\/tt\d+\/(?:episodes|epdate|eprate)\b/,
      rows: [
        {
          item: 'a[href*="/title/tt"]',
          title: [''],
          notFilm: [{ selector: '', kind: 'episode' }],
        },
      ],
    },
    {
      kind: 'film',
      path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/title\/tt\d+/,
      subject: {
        // The title in the head is in the same language for all readers. The h1 of a subpage is the name of the
        // subpage.
        title: [
          'meta[property="og:title"]@content',
          'h1[data-testid="hero__pageTitle"]',
          '[data-testid="subtitle"]',
          '.title_wrapper h1',
          'h1[itemprop="name"]',
          'h3[itemprop="name"]',
        ],
        alternativeTitles: ['title', 'h1[data-testid="hero__pageTitle"]', '.originalTitle'],
        noise: /\s+- IMDb$|\(original title\)| ⭐.*$/,
        notFilm: [
          { selector: 'meta[property="og:type"][content*="episode"]', kind: 'episode' },
          { selector: 'meta[property="og:type"][content*="tv_show"]', kind: 'series' },
          { selector: '[data-testid="hero-subnav-bar-left-block"] a[href*="episodes/"]', kind: 'series' },
        ],
      },
    },
    { kind: 'person', path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/name\/nm\d+/ },
    { kind: 'search', path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/(?:find|search)\b/ },
    {
      kind: 'list',
      path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/(?:$|\?|chart|list|user|movies-|calendar|what-to-watch|trailers)/,
    },
  ],
  rows: [
    {
      item: '.ipc-metadata-list-summary-item',
      title: ['.ipc-title__text', 'a[href*="/title/tt"]'],
      year: [metadata],
      noise: /^\d+\.\s/,
      links: ['a[href*="/title/tt"]@href'],
      address: /\/title\/tt\d/,
      notFilm: [
        { selector: metadata, text: /^(?:tv|video game|podcast|music video)/i },
        { selector: metadata, text: /^\d{4}[–-]/, kind: 'series' },
      ],
    },
    // Pages of people until 2022.
    { item: '.filmo-row', title: ['b > a'], year: ['.year_column'] },
    {
      // `small` contains the titles for which a person or an episode in search results is known.
      item: 'a[href*="/title/tt"]:not(small a)',
      title: [''],
      address: /\/\/(?:www\.|m\.)?imdb\.com\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?title\/tt\d+\/?(?:\?|$)/,
      notFilm: [
        { selector: '.filmo-episodes a', kind: 'episode' },
        // Old pages have the series in quotes: `"Futurama" Fear of a Bot Planet`, or with "(#1.5)" for an episode.
        { selector: '', text: /^"[^"]+"/, kind: 'series' },
      ],
    },
  ],
};
