import type { SiteAdapter } from './types.ts';

export const rottentomatoes: SiteAdapter = {
  id: 'rottentomatoes',
  name: 'Rotten Tomatoes',
  matches: ['*://*.rottentomatoes.com/*'],
  isFilmSite: true,
  ignore:
    'nav, footer, aside, rt-header, .trendingEl, #trending_bar_ad, .sidebarInTheaterOpening, [class*="sidebar"]',
  pages: [
    {
      kind: 'film',
      path: /^\/m\/[\w-]+/,
      subject: {
        title: [
          '[data-qa="score-panel-movie-title"]',
          'media-hero [slot="title"]',
          '[slot="title"][context="heading"]',
          'h1[slot="title"]',
          'h1[data-type="title"]',
          '#hero-wrap h1',
          'h1.mop-ratings-wrap__title',
          'meta[property="og:title"]@content',
        ],
        // dateCreated is the date of the record, and "Opened" is the release in the USA; neither is the film's year.
        year: ['h1[data-type="title"] + .year'],
        alternativeTitles: ['meta[property="og:title"]@content'],
        noise: /\s+(?:\||-) Rotten Tomatoes$/,
      },
    },
    {
      kind: 'series',
      path: /^\/tv\/[\w-]+/,
      subject: { title: ['h1', 'meta[property="og:title"]@content'] },
    },
    { kind: 'person', path: /^\/celebrity\/[\w-]+/ },
    { kind: 'search', path: /^\/search/ },
    { kind: 'list', path: /^\/(?:$|browse|top|guide|franchise)/ },
    { kind: 'list', path: /^\/(?:guide|article)\// },
  ],
  rows: [
    {
      item: 'search-page-media-row',
      title: ['[data-qa="info-name"]', '[slot="title"]'],
      year: ['@releaseyear', '@release-year', '@startyear', '@start-year'],
    },
    {
      item: '[data-qa="discovery-media-list-item-caption"], [data-qa="discovery-media-list-item"]',
      title: ['[data-qa="discovery-media-list-item-title"]'],
    },
    {
      item: 'a[href*="/m/"]:not(:has(*)), a[href*="/tv/"]:not(:has(*))',
      title: [''],
      address: /\/(?:m|tv)\/[\w-]+\/?$/,
      noise: /^(?:\d+%\s+(?=\S)|(?:\d+%|\$[\d.,]+[MK]?|[A-Z][a-z]{2} \d\d?|No Score Yet|- -)$)/,
    },
  ],
};
