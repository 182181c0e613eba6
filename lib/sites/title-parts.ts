import type { WorkKind } from '../films/types.ts';
import { findKindOfLabel } from '../films/work-kinds.ts';
import { truncateText } from '../text/text.ts';

/** The parts of a printed title: "Futurama (TV Series 1999–2013)". */
export interface TitleParts {
  title: string;
  year: number | null;
  kind: WorkKind | null;
}

const maxTitleLength = 300;

/**
 * Words in labels and headings of film sites, in the languages of the supported sites. The first row that matches
 * wins.
 */
const kindWords: [RegExp, WorkKind][] = [
  [/#\d+\.\d+|\bepisode\b|epizod|эпизод|épisode|episodio|\bfolge\b/i, 'episode'],
  [/\bseasons?\b|сезон|\bsaison\b|temporada|staffel|stagione|sezon/i, 'season'],
  [/(?:series|\bshow)\b|seri[aá]l|сериал|s[eé]rie\b|\bdizi|电视剧|剧集|franchise/i, 'series'],
  [/\b(?:game|vg)\b|videospiel|jeu vid|videojuego|игра/i, 'game'],
  [/\b(?:album|song)\b|soundtrack/i, 'album'],
  [/\b(?:novel|book|comics?)\b/i, 'book'],
  [/music video|videoklip|podcast|pořad|\bevent\b/i, 'other'],
];

/** A label before or after an original title: "Original title: Her", "Titre original Her", "Her (original title)". */
export const originalTitleLabel =
  /^(?:original(?:[- ]?title|titel| name)|titre (?:original|d['’]origine)|t[íi]tulo original|titolo originale|tytuł oryginalny|orijinal (?:adı?|başlık)|оригинальное название)\s*:?\s*|\s*\(original title\)$/i;

/**
 * The kind that a label or heading states; null if it does not state a kind other than film. Not for titles or running
 * text.
 */
export function findKindWord(text: string): WorkKind | null {
  return kindWords.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The first year from 1870 to 2039 in a text, or null. */
export function findYear(text: string): number | null {
  const year = /(?:^|\D)(18[789]\d|19\d\d|20[0-3]\d)(?!\d)/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

/**
 * Parses the title, year and kind in "Title (1999)", "Title (I) (TV Movie 1999) - Site", "Title (Serie de TV)". Only
 * brackets count: a bare number is part of the title. A range of years means a series.
 */
export function parseTitleParts(text: string): TitleParts {
  if (!text.includes('('))
    return { title: truncateText(text.trim(), maxTitleLength), year: null, kind: null };
  const dated = [...text.matchAll(/\(([^()]{1,60})\)/g)].find(
    ({ 1: inside = '', index }) => index > 0 && /^\D*(?:18|19|20)\d\d(?!\d)\D*(?:\d{4}\D*)?$/.test(inside),
  );
  const title = trimTitle(dated ? text.slice(0, dated.index) : text);
  const following = /^(?:\s*\([^()]{1,60}\))*/.exec(dated ? text.slice(dated.index) : '')?.[0] ?? '';
  return { title, ...parseBrackets(text.slice(title.length, dated?.index) + following) };
}

/** The year and kind in the brackets next to a title: "(2003) (TV Series)". Other text in brackets is ignored. */
export function parseBrackets(text: string): Omit<TitleParts, 'title'> {
  if (!text.includes('(')) return { year: null, kind: null };
  const groups = [...text.matchAll(/\(([^()]{1,60})\)/g)].map(({ 1: inside = '' }) => inside);
  const kind = groups.map(findKindInBrackets).find((found) => found !== null) ?? null;
  return { year: groups.map(findYear).find((year) => year !== null) ?? null, kind };
}

/**
 * The kind in one pair of brackets, with or without years: "TV Series 1999–2013", "seriál", "2008–2013". Null for a
 * film or an unknown kind.
 */
function findKindInBrackets(inside: string): WorkKind | null {
  const label = inside.replace(/\d{4}(?:\s?[–—-]\s?(?:\d{4})?)?/, '').trim();
  // "TV Series documentary" is a series; "TV Movie documentary" is a film.
  const stated = /^(?:tv|podcast|music video)\b/i.test(label) ? findKindWord(label) : null;
  const kind = stated ?? (label === '' ? null : findKindOfLabel(label));
  if (kind !== null) return kind === 'film' ? null : kind;
  return label === '' && /\d\s?[–—-]/.test(inside) ? 'series' : null;
}

/** Removes brackets at the end of a title that only number it ("(I)") or state a kind ("(TV Series)"). */
function trimTitle(text: string): string {
  const title = text.replace(/(?:\s*\(([^()]{1,60})\))+\s*$/, (groups) =>
    parseBrackets(groups).kind ? '' : groups.replace(/\s*\([IVXL]+\)\s*$/, ''),
  );
  return truncateText(title.trim(), maxTitleLength);
}
