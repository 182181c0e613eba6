import type { PageReading, Sighting } from '../../lib/detect/types.ts';
import { titleRef } from '../../lib/films/title-key.ts';
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
  const places: Sighting[] = [];
  const taken = new Map<Element, Set<string>>();
  const subjectKeys = new Set(subject ? listKeys(subject.hint) : []);
  if (reading.subject?.element) places.push(reading.subject);
  for (const mention of reading.mentions) {
    if (!mention.element || listKeys(mention.hint).some((key) => subjectKeys.has(key))) continue;
    const row = mention.element.closest(rowSelector) ?? mention.element.parentElement ?? mention.element;
    const keys = taken.get(row) ?? new Set();
    const key = formatHintKey(mention.hint);
    if (keys.has(key)) continue;
    taken.set(row, keys.add(key));
    places.push(mention);
  }
  return places;
}

function listKeys(hint: FilmHint): string[] {
  return [...hint.refs, titleRef(hint.title, hint.year)];
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
