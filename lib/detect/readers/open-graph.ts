import { anyYear } from '../../films/titles/title-labels.ts';
import { parseTitle } from '../../films/titles/title-parse.ts';
import { makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import { findNameWithin } from '../lists/name-within.ts';
import type { Page } from '../page.ts';

/** Open Graph types for films. ČSFD also uses them for series, and Letterboxd for miniseries. */
const filmTypes = /^(?:video\.movie|movie|video:movie|og:movie)$/i;
/** The film that Open Graph says the page is about, or null. */
export function readOpenGraph(page: Page): Sighting | null {
  const title = page.meta.get('og:title');
  if (!title || !filmTypes.test(page.meta.get('og:type') ?? '')) return null;
  const parsed = parseTitle(title);
  const date = page.meta.get('video:release_date') ?? page.meta.get('og:video:release_date') ?? '';
  return makeSighting({
    title: findNameWithin(parsed.title, page) ?? parsed.title,
    alternativeTitles: parsed.alternativeTitles,
    year: parsed.year ?? (Number(anyYear.exec(date)?.[1]) || null),
    directors: parsed.directors,
    kind: parsed.kind ?? 'film',
    element: null,
    evidence: 'open-graph',
    isTop: true,
  });
}
