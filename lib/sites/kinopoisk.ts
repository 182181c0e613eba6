import type { SiteAdapter } from './types.ts';

export const kinopoisk: SiteAdapter = {
  id: 'kinopoisk',
  name: 'Kinopoisk',
  // Without hd.kinopoisk.ru: there, films and series have the same form of address.
  matches: ['*://www.kinopoisk.ru/*', '*://m.kinopoisk.ru/*'],
  isFilmSite: true,
  pages: [
    {
      kind: 'film',
      path: /^\/film\/(?:[\w-]*-)?\d+/,
      subject: {
        title: ['h1[itemprop="name"]', 'h1', 'meta[property="og:title"]@content'],
        year: [
          { among: '[data-test-id="encyclopedic-table"] > div', label: /^Год производства/ },
          'a[href*="m_act"][href*="year"]',
          'a[href*="/lists/movies/year--"]',
        ],
        alternativeTitles: ['[itemprop="alternativeHeadline"]', '[class*="originalTitle"]'],
        noise: /[«»]|^Кинопоиск\..*$/g,
      },
    },
    { kind: 'series', path: /^\/series\/\d+/, subject: { title: ['h1'], noise: /[«»]/g } },
    { kind: 'person', path: /^\/name\/\d+/ },
    { kind: 'search', path: /^\/index\.php/ },
    { kind: 'list', path: /^\/(?:$|\?|lists|top|popular|premiere|afisha|user|media)/ },
  ],
  rows: [
    {
      item: 'a[href*="/film/"]:has([class*="mainTitle"]), a[href*="/series/"]:has([class*="mainTitle"])',
      title: ['[class*="mainTitle"]'],
      year: ['[class*="secondaryText"]'],
      alternativeTitles: ['[class*="secondaryTitle_"]'],
    },
  ],
};
