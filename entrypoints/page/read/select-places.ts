import type { PageReading, Sighting } from '../../../lib/detect/types.ts';
import { titleKey } from '../../../lib/films/titles/title-key.ts';
import type { FilmHint } from '../../../lib/films/types.ts';
import { findBox, findRow } from '../places.ts';

/** The films named in one row: each ref, and each folded title with the years it has beside it (null: none). */
type NamedFilms = Map<string, Set<number | null>>;

/**
 * The places of a reading that get a badge: the subject's own, and each mention's, once a film and row. Where the page
 * names the film that it is about a second time, it gets no second badge.
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

/** Whether a film is plainly there already: a ref in common, or the title with no other year. */
function hasFilm(films: NamedFilms, { refs, title, year }: FilmHint): boolean {
  if (refs.some((ref) => films.has(ref))) return true;
  const years = films.get(titleKey(title));
  return years !== undefined && (year === null || years.has(year) || years.has(null));
}
