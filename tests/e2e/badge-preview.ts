// Draws badges into open shadow roots, so that axe can check what is in a closed root on real pages.
import { mountBadge } from '../../components/badge/badge.ts';
import badgeCss from '../../components/badge/badge.css?inline';
import { drawDetails } from '../../components/badge/details.ts';
import detailsCss from '../../components/badge/details.css?inline';
import { labelBadge } from '../../lib/i18n/badge-label.ts';
import type { SourceScore } from '../../lib/films/review-types.ts';

const film = {
  refs: ['title:jaws:1975' as const],
  title: 'Jaws',
  year: 1975,
  directors: ['Steven Spielberg'],
  runtimeMinutes: 124,
};

const critics: SourceScore = {
  source: 'rottentomatoes',
  sourceName: 'Rotten Tomatoes',
  kind: 'critics',
  value: 100,
  worst: 0,
  best: 100,
  count: null,
  url: null,
  licence: null,
  asOf: '2020',
  note: null,
};

const audience: SourceScore = {
  ...critics,
  source: 'imdb',
  sourceName: 'IMDb',
  kind: 'audience',
  value: 8.3,
  best: 10,
  count: 138_017,
};

const scored = {
  kind: 'film' as const,
  film,
  scores: [critics, audience],
  own: null,
  isUnsure: false,
  hidesScores: false,
};

const views: Parameters<typeof labelBadge>[0][] = [
  scored,
  { ...scored, own: { rating: 9, watched: true } },
  { ...scored, hidesScores: true },
  { ...scored, isUnsure: true },
  { kind: 'no-score', film, own: null, isUnsure: false, stated: [] },
  { kind: 'no-score', film, own: { rating: null, watched: true }, isUnsure: false, stated: [] },
  { kind: 'ambiguous', candidates: 2 },
  { kind: 'dismissed' },
];

const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
const sheet = new CSSStyleSheet();
sheet.replaceSync(badgeCss + detailsCss);
for (const view of views) {
  const row = document.createElement('p');
  row.textContent = 'Jaws ';
  const host = document.createElement('marquee-badge');
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet];
  row.append(host);
  document.querySelector('main')?.append(row);
  mountBadge(shadow, labelBadge(view), {
    theme,
    onRateOrLog: () => undefined,
    loadDetails: () => drawDetails,
  });
}
