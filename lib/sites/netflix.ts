import type { NotFilm, SiteAdapter } from './types.ts';

const seasons: NotFilm[] = [
  { selector: '.episodeSelector, [data-uia*="season"], [data-uia*="episode"]', kind: 'series' },
  { selector: 'script[type="application/ld+json"]', text: /"@type"\s*:\s*"TVS/, kind: 'series' },
];

/** Films and series share one numbering, so each title is a film only if a catalogue has it as one. */
export const netflix: SiteAdapter = {
  id: 'netflix',
  name: 'Netflix',
  matches: ['*://www.netflix.com/*'],
  pages: [
    {
      kind: 'film',
      path: /[?&]jbv=\d+/,
      subject: {
        title: ['.previewModal--player-titleTreatment-logo@alt', '.previewModal--container h3 strong'],
        year: ['.detail-modal .year', '.previewModal--container .year'],
        notFilm: seasons.slice(0, 1),
        possible: true,
      },
    },
    {
      kind: 'film',
      path: /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?title\/\d+/,
      subject: {
        title: ['[data-uia="title-info-title"]', 'h1'],
        year: ['[data-uia="title-info-release-year"]'],
        notFilm: seasons,
        possible: true,
      },
    },
    {
      kind: 'film',
      path: /^\/watch\/\d+/,
      subject: {
        title: ['[data-uia="video-title"] h4', '[data-uia="video-title"]'],
        notFilm: [{ selector: '[data-uia="video-title"] span + span', kind: 'series' }],
        possible: true,
      },
    },
    { kind: 'search', path: /^\/search/ },
    { kind: 'list', path: /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:browse|latest|title\/?$)/ },
  ],
  rows: [
    {
      item: '.title-card, .titleCard--container',
      title: ['a[aria-label]@aria-label', '.fallback-text', 'img@alt'],
      notFilm: seasons.slice(0, 1),
      possible: true,
    },
  ],
};
