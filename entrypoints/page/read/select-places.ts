import type { PageReading, Sighting } from '../../../lib/detect/types.ts';
import { titleKey } from '../../../lib/films/titles/title-key.ts';
import type { FilmHint } from '../../../lib/films/types.ts';
import { findBox, findRow } from '../places.ts';

/** The films named in one row: each ref, and each folded title with its years (null: no year). */
type NamedFilms = Map<string, Set<number | null>>;

/**
 * Returns the places of a reading that get a badge: the subject's, and each mention's, once per film and row. A mention of
 * the page's own subject gets no second badge.
 */
export function selectPlaces(reading: PageReading, subject: Sighting | null): Sighting[] {
  const places = reading.subject?.element ? [reading.subject] : [];
  const taken = new Map<Element, NamedFilms>();
  const ofSubject: NamedFilms = new Map();
  if (subject) addFilm(ofSubject, subject.hint);
  for (const mention of reading.mentions) {
    if (!findBox(mention) || hasFilm(ofSubject, mention.hint)) continue;
    const row = findRow(mention);
    const films = taken.get(row) ?? new Map<string, Set<number | null>>();
    if (hasFilm(films, mention.hint)) continue;
    addFilm(films, mention.hint);
    taken.set(row, films);
    places.push(mention);
  }
  return places;
}

function addFilm(films: NamedFilms, { refs, title, year }: FilmHint): void {
  for (const key of [...refs, titleKey(title)]) {
    const years = films.get(key) ?? new Set();
    films.set(key, years.add(year));
  }
}

/** Whether a film is already among them: it shares a ref, or has the title and no other year. */
function hasFilm(films: NamedFilms, { refs, title, year }: FilmHint): boolean {
  if (refs.some((ref) => films.has(ref))) return true;
  const years = films.get(titleKey(title));
  return years !== undefined && (year === null || years.has(year) || years.has(null));
}
