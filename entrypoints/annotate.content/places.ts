import type { PageReading, Sighting } from '../../lib/detect/types.ts';
import { titleKey, titleRef } from '../../lib/films/title-key.ts';
import type { FilmHint, SightedHint } from '../../lib/films/types.ts';
import { maxTitleLength } from '../../lib/messaging/types.ts';

const rowSelector = 'li, tr, article, figure, dd, dt, [role="listitem"], [role="row"]';
const maxNames = 8;
const maxNameLength = 60;
const maxRefs = 12;

/** A name for what a hint means, to see that two places name the same film: its first id, else title and year. */
export function formatHintKey(hint: FilmHint): string {
  return hint.refs.find((ref) => !ref.startsWith('title:')) ?? titleRef(hint.title, hint.year);
}

/**
 * The places of a reading that get a badge: the subject's own, and each mention's, once a film and row. The film the
 * page is about is not marked again where the page names it a second time.
 */
export function selectPlaces(reading: PageReading, subject: Sighting | null): Sighting[] {
  const places = reading.subject?.element ? [reading.subject] : [];
  const taken = new Map<Element, FilmHint[]>();
  for (const mention of reading.mentions) {
    if (!mention.element || (subject && isSameFilm(mention.hint, subject.hint))) continue;
    const row = mention.element.closest(rowSelector) ?? mention.element.parentElement ?? mention.element;
    const hints = taken.get(row) ?? [];
    if (hints.some((hint) => isSameFilm(hint, mention.hint))) continue;
    taken.set(row, [...hints, mention.hint]);
    places.push(mention);
  }
  return places;
}

/** Whether two hints of one page plainly mean one film: a ref in common, or the title with no other year. */
function isSameFilm(one: FilmHint, other: FilmHint): boolean {
  if (one.refs.some((ref) => other.refs.includes(ref))) return true;
  if (one.year !== null && other.year !== null && one.year !== other.year) return false;
  return titleKey(one.title) === titleKey(other.title);
}

/** The hint as a message carries it: without its element, and within the sizes that the background takes. */
export function formatHintForMessage(sighted: SightedHint): SightedHint {
  const { hint, evidence, confidence, standing, isSubject, context } = sighted;
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
    standing,
    isSubject,
    context: { ...context, namesNear: cutNames(context.namesNear) },
  };
}
