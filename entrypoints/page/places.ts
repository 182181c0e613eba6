import type { PageReading, Sighting } from '../../lib/detect/types.ts';
import { isTitleRef, titleKey, titleRef } from '../../lib/films/titles/title-key.ts';
import type { FilmHint, SightedHint } from '../../lib/films/types.ts';
import { maxTitleLength } from '../../lib/messaging/types.ts';

const rowSelector = 'li, tr, article, figure, dd, dt, [role="listitem"], [role="row"]';
const maxNames = 8;
const maxNameLength = 60;
const maxRefs = 12;

/** The element that a place's title stands in, to see where on the page it is. */
export const findBox = ({ element, textEnd }: Sighting): Element | null =>
  element ?? textEnd?.text.parentElement ?? null;

/** The row of a list, or the like, that a place stands in. */
export function findRow(place: Sighting): Element {
  const box = findBox(place) ?? document.documentElement;
  return box.closest(rowSelector) ?? box.parentElement ?? box;
}

/** Whether a place stands in `root` (null: the page), or no longer on the page. */
export function isWithin(place: Sighting, root: Element | null): boolean {
  const box = findBox(place);
  return !root || !box?.isConnected || root.contains(box);
}

/** A name for what a hint means, to see that two places name the same film: its first id, else title and year. */
export function formatHintKey(hint: FilmHint): string {
  return hint.refs.find((ref) => !isTitleRef(ref)) ?? titleRef(hint.title, hint.year);
}

/**
 * The places of a reading that get a badge: the subject's own, and each mention's, once a film and row. The film the
 * page is about is not marked again where the page names it a second time.
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

/** The films named in one row: each ref, and each folded title with the years it stood with (null: without one). */
type NamedFilms = Map<string, Set<number | null>>;

function addFilm(films: NamedFilms, { refs, title, year }: FilmHint): void {
  for (const key of [...refs, titleKey(title)]) {
    const years = films.get(key) ?? new Set();
    films.set(key, years.add(year));
  }
}

/** Whether a film plainly stands there already: a ref in common, or the title with no other year. */
function hasFilm(films: NamedFilms, { refs, title, year }: FilmHint): boolean {
  if (refs.some((ref) => films.has(ref))) return true;
  const years = films.get(titleKey(title));
  return years !== undefined && (year === null || years.has(year) || years.has(null));
}

/** The hint as a message carries it: without its element, and within the sizes that the background takes. */
export function formatHintForMessage(sighted: SightedHint): SightedHint {
  const { hint, evidence, confidence, certainty, isSubject, context } = sighted;
  const cut = (text: string, length: number) => text.slice(0, length).toWellFormed();
  const cutNames = (names: string[]) => names.slice(0, maxNames).map((name) => cut(name, maxNameLength));
  return {
    hint: {
      title: cut(hint.title, maxTitleLength),
      alternativeTitles: hint.alternativeTitles.slice(0, maxNames).map((title) => cut(title, maxTitleLength)),
      year: hint.year,
      directors: cutNames(hint.directors),
      refs: hint.refs.filter((ref) => ref.length <= maxTitleLength).slice(0, maxRefs),
      kind: hint.kind,
      language: hint.language,
    },
    evidence,
    confidence,
    certainty,
    isSubject,
    context: { ...context, namesNear: cutNames(context.namesNear) },
  };
}
