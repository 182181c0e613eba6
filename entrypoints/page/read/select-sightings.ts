import type { PageReading, Sighting } from '../../../lib/detect/types.ts';
import { createNamedFilms, type NamedFilms } from '../../../lib/films/same-film.ts';
import { findBox, findRow } from '../page-sightings.ts';

/**
 * Returns the sightings of a reading that get a badge: the subject's, and each mention's, once per film and row. A mention of
 * the page's own subject gets no second badge.
 */
export function selectSightings(reading: PageReading, subject: Sighting | null): Sighting[] {
  const sightings = reading.subject?.element ? [reading.subject] : [];
  const taken = new Map<Element, NamedFilms>();
  const ofSubject = createNamedFilms();
  if (subject) ofSubject.add(subject.hint);
  for (const mention of reading.mentions) {
    if (!findBox(mention) || ofSubject.has(mention.hint)) continue;
    const row = findRow(mention);
    const films = taken.get(row) ?? createNamedFilms();
    if (films.has(mention.hint)) continue;
    films.add(mention.hint);
    taken.set(row, films);
    sightings.push(mention);
  }
  return sightings;
}
