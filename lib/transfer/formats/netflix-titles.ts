import type { ReasonKind } from '../../tables/types.ts';

/** The part between a series and its episode: "Season 2", "Staffel 1", "Temporada 3", "Limited Series", "第1季". */
const seasonPart = new RegExp(
  '^(?:' +
    '(?:season|staffel|temporada|stagione|saison|seizoen|säsong|sæson|sesong|kausi|sezon|évad|série|series|collection|sezonul)\\s?\\d{1,3}' +
    '|\\d{1,3}\\.?\\s?(?:\\.|ª|º|ème|e)?\\s?(?:season|staffel|temporada|stagione|saison|sezon|évad|série|kausi)' +
    '|(?:limited|mini)[ -]?series|miniserie(?:s|n)?|mini-?série|serie limitada|série limitée|série limitada|miniserie limitata' +
    '|第\\s?\\d{1,3}\\s?(?:季|期)|シーズン\\s?\\d{1,3}|시즌\\s?\\d{1,3}|сезон\\s?\\d{1,3}|\\d{1,3}(?:-й)? сезон' +
    ')(?:[ :(].*)?$',
  'iu',
);

/** Other parts between the first and the last: "Part 1", "Volume 2", "Book One", "Act 1", "Chapter Three". */
const middlePart =
  /^(?:part|teil|parte|partie|del|volume|vol\.?|volumen|book|libro|livre|buch|chapter|kapitel|capítulo|act|akt|acte|acto)\s?(?:\d{1,3}|one|two|three|four|five|six|[ivx]{1,4})$/iu;

/** A whole part that names an episode: "Episode 7", "Folge 3". */
const episodePart =
  /^(?:episode|folge|episodio|épisode|episódio|aflevering|avsnitt|afsnit|jakso|odcinek|第)\s?\d{1,4}\s?(?:話|集)?$/iu;

const listParts = (raw: string): string[] => raw.split(/\s*:\s+|\s+:\s*|^:\s*/).map((part) => part.trim());

const isSeason = (part: string | undefined): boolean => part !== undefined && seasonPart.test(part);

/** The series that a title in several parts certainly belongs to; null when the title may be a film's. */
function findSeriesName(raw: string): string | null {
  const parts = listParts(raw);
  const at = parts.findIndex((part, index) => index > 0 && isSeason(part));
  if (at > 0) return parts.slice(0, at).join(': ');
  const [first = '', second = ''] = parts;
  // "Stranger Things: Stranger Things 3: Chapter One" names the series again with a number.
  const isNumbered =
    parts.length > 2 && second.startsWith(first) && /^\s\d{1,2}$/.test(second.slice(first.length));
  if (isNumbered) return first;
  const middle = parts.findIndex(
    (part, index) => index > 0 && index < parts.length - 1 && middlePart.test(part),
  );
  return middle > 0 ? parts.slice(0, middle).join(': ') : null;
}

/** The names of the series in a whole history. Other rows of a series may not mention a season. */
export function listSeriesNames(titles: string[]): Set<string> {
  return new Set(titles.flatMap((title) => findSeriesName(title) ?? []));
}

/**
 * Whether a title is an episode or a whole season; null for films, including films with colons in their titles.
 * `series` has the names of the series in the whole history.
 */
export function findPart(raw: string, series: Set<string>): Extract<ReasonKind, 'season' | 'episode'> | null {
  const parts = listParts(raw);
  if (parts.length < 2) return null;
  const name = findSeriesName(raw);
  if (name !== null)
    return isSeason(parts.at(-1)) && parts.length === name.split(': ').length + 1 ? 'season' : 'episode';
  if (parts.slice(1).some((part) => episodePart.test(part))) return 'episode';
  return parts.some((_, at) => at > 0 && series.has(parts.slice(0, at).join(': '))) ? 'episode' : null;
}
