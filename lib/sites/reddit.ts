import type { SiteAdapter } from './types.ts';

/**
 * Titles of posts about one film: discussions, review threads, trailers, "Her (2013)". Quotes are removed before the
 * match.
 */
const pattern =
  /^(?:official )?discussion(?: (?:megathread|thread))?\s*[-:–]\s*(.{1,120}?)(?:\s*[[(](?:no )?spoilers?.*)?$|^(.{1,120}?)\s*[-–:]?\s*review (?:mega)?thread\b|^(?:first )?(?:official )?(?:teaser )?trailer for (.{1,120}?)(?:\s[-–(].*)?$|^(.{1,120}?)\s*\((?:19|20)\d\d\)/i;

const fields = {
  pattern,
  noise: /["“”‘’]|^'|'(?=\s|$)/g,
  notFilm: [{ selector: '', text: /\bseason \d|\bepisode|\bS\d+E\d+|\bseries\b/i, kind: 'series' as const }],
  possible: true,
  stated: [{ selector: '', text: /^official discussion/i }],
};

/** Subreddits about film. Elsewhere, a title with a year can be anything. */
export const reddit: SiteAdapter = {
  id: 'reddit',
  name: 'Reddit',
  matches: [
    'movies',
    'TrueFilm',
    'flicks',
    'horror',
    'criterion',
    'Letterboxd',
    'MovieSuggestions',
    'boxoffice',
    'film',
  ].map((sub) => `*://*.reddit.com/r/${sub}/*`),
  pages: [
    {
      kind: 'other',
      path: /^\/r\/\w+\/comments\//,
      subject: {
        title: ['shreddit-post@post-title', '[data-testid="post-container"] h1', '.entry .title > a'],
        ...fields,
      },
    },
    { kind: 'list', path: /^\/r\/\w+\/(?:$|\?|hot|new|top|rising)/ },
  ],
  rows: [
    { item: 'shreddit-post', title: ['@post-title'], ...fields },
    {
      item: '.entry .title > a, [data-testid="post-container"] h1, [data-testid="post-container"] h3',
      title: [''],
      ...fields,
    },
  ],
};
