import type { SiteAdapter } from './types.ts';

/** "T | Official Trailer", "T - Teaser Trailer (2014)", "T Trailer #1": the title precedes the word "trailer". */
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

const fields = { pattern: trailerTitle, notFilm: [...notFilm], possible: true };

/** Films, series and games all have trailers, so each title is a film only if a catalogue has it as one. */
export const youtube: SiteAdapter = {
  id: 'youtube',
  name: 'YouTube trailers',
  matches: ['*://www.youtube.com/*', '*://m.youtube.com/*'],
  pages: [
    {
      kind: 'other',
      path: /^\/watch\?/,
      // After a route change the head still has the previous video's data, so only the visible title is read.
      subject: {
        title: [
          'ytd-watch-metadata h1',
          '#title h1',
          'h1.title',
          '.slim-video-information-title',
          '#eow-title',
        ],
        ...fields,
      },
    },
    { kind: 'search', path: /^\/results\?/ },
    { kind: 'list', path: /^\/(?:$|\?|@|channel\/|c\/|user\/|playlist|feed)/ },
  ],
  rows: [
    {
      item: 'a#video-title, #video-title-link, a.ytd-video-renderer[title]',
      title: ['@title', ''],
      ...fields,
    },
  ],
};
