import type { PageReading, Sighting } from '../../../lib/detect/types.ts';
import { isSameFilmOnPage } from '../../../lib/films/same-film.ts';
import { titleKey } from '../../../lib/films/titles/title-key.ts';
import type { FilmHint } from '../../../lib/films/types.ts';
import { findBox, findRow } from '../places.ts';

/** The films named in one row, by ref and by folded title. */
type NamedFilms = Map<string, FilmHint[]>;

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
    const films = taken.get(row) ?? new Map<string, FilmHint[]>();
    if (hasFilm(films, mention.hint)) continue;
    addFilm(films, mention.hint);
    taken.set(row, films);
    places.push(mention);
  }
  return places;
}

function addFilm(films: NamedFilms, hint: FilmHint): void {
  for (const key of [...hint.refs, titleKey(hint.title)]) films.set(key, [...(films.get(key) ?? []), hint]);
}

/** Whether a film is already among them: it shares a ref, or has the title and no other year. */
function hasFilm(films: NamedFilms, hint: FilmHint): boolean {
  const isSame = (other: FilmHint) => isSameFilmOnPage(other, hint);
  const mayBeSameYear = ({ year }: FilmHint) => hint.year === null || year === null || year === hint.year;
  return (
    hint.refs.some((ref) => films.get(ref)?.some(isSame)) ||
    (films.get(titleKey(hint.title))?.some((other) => mayBeSameYear(other) && isSame(other)) ?? false)
  );
}
