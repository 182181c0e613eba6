import type { SiteAdapter } from './types.ts';

/** "T | Official Trailer", "T - Teaser Trailer (2014)", "T Trailer #1": what stands before the word. The year may be the trailer's. */
const trailerTitle =
  /^(.{1,120}?)\s*[-–—:|•(]*\s*(?:(?:official|final|new|first|main|theatrical|teaser|international|us|uk|red band|extended|4k|hd|re-?release|anniversary)\s+)*(?:trailer|teaser)\b/i;

const notFilm = [
  { selector: '', text: /\b(?:season|series|episode|staffel|saison|temporada)\b|\bS\d+\b/i, kind: 'series' },
  {
    selector: '',
    text: /\bgame(?:play)?\b|\blaunch trailer\b|\bps[45]\b|\bxbox\b|nintendo|\bDLC\b/i,
    kind: 'game',
  },
] as const;

/** Trailers name films, series and games alike: what is found here is only a film if a shelf knows it. */
export const youtube: SiteAdapter = {
  id: 'youtube',
  name: 'YouTube trailers',
  matches: ['*://www.youtube.com/*', '*://m.youtube.com/*'],
  pages: [
    {
      kind: 'other',
      path: /^\/watch\?/,
      rows: [
        {
          item: 'ytd-watch-metadata h1, #title h1, h1.title, .slim-video-metadata-header h2',
          title: [''],
          pattern: trailerTitle,
          notFilm: [...notFilm],
          possible: true,
        },
      ],
    },
    { kind: 'search', path: /^\/results\?/ },
    { kind: 'list', path: /^\/(?:$|\?|@|channel\/|c\/|user\/|playlist|feed)/ },
  ],
  rows: [
    {
      item: 'a#video-title, #video-title-link, a.ytd-video-renderer[title]',
      title: ['@title', ''],
      pattern: trailerTitle,
      notFilm: [...notFilm],
      possible: true,
    },
  ],
};
