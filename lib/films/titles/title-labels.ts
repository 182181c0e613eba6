import { startsWithCapital } from '../../text/text.ts';
import { directorWords, longCountry, noiseLabel } from './title-rules.ts';
import type { WorkKind } from '../types.ts';
import { findKindAtEnd, findKindOfLabel } from '../work-kinds.ts';

/** What a heading, a page's title or a list's row says about a work. */
export interface ParsedTitle {
  title: string;
  /** Other names given for the same work; if brackets were cut off the title, also the whole text. */
  alternativeTitles: string[];
  year: number | null;
  /** Null if the words do not say. */
  kind: WorkKind | null;
  directors: string[];
}

/** A title while it is being parsed. */
export interface TitleDraft extends ParsedTitle {
  /** Texts cut off after the title that may still state the kind. */
  tails: string[];
}

const yearPattern = '(1[89]\\d\\d|20[0-4]\\d)';
/** The year of a film anywhere in a text. */
export const anyYear = new RegExp(yearPattern);
const yearAtEnd = new RegExp(`[\\s,]+${yearPattern}$`);
const onlyYear = new RegExp(`^(?:ca?\\.\\s?)?${yearPattern}(?:/[ivx]+)?$`, 'i');
const yearRange = new RegExp(
  `^(.*?)[\\s,(]*${yearPattern}\\s?[–—-]\\s?(?:\\d{4}|\\d\\d|\\?+|present|heute|)$`,
  'i',
);
const labelAndYear = new RegExp(`^(.*?\\S)[\\s,·-]+(?:de |von |del )?${yearPattern}$`);
const yearAndLabel = new RegExp(`^${yearPattern}[\\s,·|-]+(\\S.*)$`);
/** A label for directors followed by a name. */
export const directorLabel = new RegExp(`^${directorWords}\\s*(\\S.*)$`, 'i');
const akaLabel =
  /^(?:a\.?k\.?a\.?|also known as|titre original\s?:|original title:|título original:|originaltitel:|ot:|vo\s?:)\s*(\S.*)$/i;
const particles = new Set('de del della di da dos van von der den la le el al bin'.split(' '));

/** Whether a text is two to four words without digits and signs, capitalised except for particles. */
function isPersonName(name: string): boolean {
  const words = name.split(/\s/);
  return (
    words.length > 1 &&
    words.length < 5 &&
    !/[\d!-&(-,/:-@[-`{-~“”„…–—]/.test(name) &&
    words.every((word, at) => (at > 0 && particles.has(word)) || startsWithCapital(word))
  );
}

/** The names in a text, separated by commas and words for "and"; at most four. */
export function listNames(text: string): string[] {
  return text
    .replace(/\s+et al\.?(?![a-zà-ÿ]).*$/, '')
    .split(/\s*(?:,|;|\/|&|\sand\s|\set\s|\sund\s|\sy\s)\s*/)
    .map((name) => name.replace(/\s*[•|(].*$/, '').trim())
    .filter((name) => name.length > 1 && name.length <= 60)
    .slice(0, 4);
}

/** Sets the kind if it is unknown, or only known as "film". */
export function setKind(draft: TitleDraft, kind: WorkKind | null): void {
  if (kind !== null && (draft.kind === null || draft.kind === 'film')) draft.kind = kind;
}

/** Applies a label in brackets or between bars to the draft; returns false if the label is not recognised. */
export function readLabel(draft: TitleDraft, label: string): boolean {
  const text = label.trim();
  const year = onlyYear.exec(text)?.[1];
  if (year !== undefined) return takeYear(draft, year, null);
  const range = yearRange.exec(text);
  if (range?.[2] !== undefined) {
    const kind = findKindOfLabel(range[1] ?? '');
    return takeYear(draft, range[2], kind === null || kind === 'film' ? 'series' : kind);
  }
  const kind = findKindOfLabel(text);
  if (kind !== null || text === '' || noiseLabel().test(text)) {
    setKind(draft, kind ?? noiseKind(text));
    return true;
  }
  if (readDirectors(draft, text) || readAka(draft, text) || readDatedLabel(draft, text)) return true;
  const atEnd = findKindAtEnd(` ${text}`);
  setKind(draft, atEnd?.kind ?? null);
  return atEnd !== null;
}

function noiseKind(text: string): WorkKind | null {
  const [, word] = /^(.*)\sreview$/i.exec(text) ?? [];
  return word === undefined ? null : findKindOfLabel(word);
}

function takeYear(draft: TitleDraft, year: string, kind: WorkKind | null): true {
  draft.year ??= Number(year);
  setKind(draft, kind);
  return true;
}

function readDirectors(draft: TitleDraft, text: string): boolean {
  const names = directorLabel.exec(text)?.[1];
  if (names === undefined || !startsWithCapital(names)) return false;
  const year = yearAtEnd.exec(names);
  if (year?.[1] !== undefined) takeYear(draft, year[1], null);
  if (draft.directors.length === 0) draft.directors = listNames(year ? names.slice(0, year.index) : names);
  return true;
}

function readAka(draft: TitleDraft, text: string): boolean {
  const name = akaLabel.exec(text)?.[1];
  if (name !== undefined) draft.alternativeTitles.push(name);
  return name !== undefined;
}

/**
 * Reads "Zack Snyder, 2016", "USA/Australia 2016", "2013 American film", "#200 - 2002", "Fugitive Pieces,
 * 2007".
 */
function readDatedLabel(draft: TitleDraft, text: string): boolean {
  const before = labelAndYear.exec(text);
  const after = before ? null : yearAndLabel.exec(text);
  const year = before?.[2] ?? after?.[1];
  const label = (before?.[1] ?? after?.[2])?.replace(/[,\s]+$/, '');
  if (year === undefined || label === undefined) return false;
  takeYear(draft, year, findKindOfLabel(label));
  if (
    findKindOfLabel(label) !== null ||
    noiseLabel().test(label) ||
    longCountry.test(label) ||
    /^#\d+$/.test(label)
  )
    return true;
  if (readDirectors(draft, label) || readAka(draft, label)) return true;
  const names = listNames(label);
  if (!isForeign(draft.title, label) && names.length > 0 && names.every(isPersonName)) {
    if (draft.directors.length === 0) draft.directors = names;
  } else if (/\s/.test(label) && !/[/,;·|]/.test(label)) draft.alternativeTitles.push(label);
  return true;
}

/**
 * Whether a label is a title in another language rather than a name: «Осколки» (Fugitive Pieces, 2007), Le
 * Dîner (The Dinner, 2017).
 */
function isForeign(title: string, label: string): boolean {
  const isLatin = /^[^A-Za-zÀ-\u1fff\u2c00-\ud7ff]*[A-Za-zÀ-ɏḀ-ỿ]/;
  return (
    isLatin.test(title) !== isLatin.test(label) ||
    /^(?:the|an?|le|la|les|der|die|das|el|los|il)\s/i.test(label)
  );
}

/**
 * Whether a bracket contains only names: Darkest Hour (Gary Oldman, Stephen Dillane, Kristin Scott Thomas).
 */
export function isCast(inside: string): boolean {
  const names = listNames(inside);
  return names.length > 1 && names.every(isPersonName);
}
