import type { SiteAdapter } from './types.ts';

export const justwatch: SiteAdapter = {
  id: 'justwatch',
  name: 'JustWatch',
  matches: ['*://www.justwatch.com/*'],
  pages: [
    {
      kind: 'film',
      path: /^\/[a-z]{2}\/(?:movie|film|pelicula|filme|elokuva)\/[^/?]+/i,
      subject: {
        title: ['.title-detail-hero h1', '.title-block h1', 'h1', 'meta[property="og:title"]@content'],
        alternativeTitles: ['.original-title', '.title-detail-hero h3'],
        noise: /^Watch |\s+[-–|] (?:watch|JustWatch).*$/i,
      },
    },
    {
      kind: 'series',
      path: /^\/[a-z]{2}\/(?:tv-show|tv-series|tv-serie|serie|seriado|sarja|serial)\/[^/?]+/i,
      subject: { title: ['.title-detail-hero h1', 'h1'] },
    },
    { kind: 'search', path: /^\/[a-z]{2}\/(?:search|suche|recherche|buscar|busca|cerca)/i },
    { kind: 'list', path: /^\/(?:[a-z]{2}(?:\/[^/?]+(?:\/[^/?]+)*)?)?\/?(?:\?|$)/ },
  ],
  rows: [
    {
      item: '[class*="title-list-grid__item"]:not(a), .title-list-row__row',
      title: ['img.picture-comp__img@alt', 'img@alt'],
    },
  ],
};
