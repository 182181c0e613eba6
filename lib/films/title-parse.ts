import { cleanText, truncateText } from '../std/text.ts';
import { foldTitle, frontArticle } from './title-key.ts';
import { directorWords, longCountry, noiseLabel, prefixes, suffixes, type TitleRule } from './title-rules.ts';
import type { WorkKind } from './types.ts';
import { findKindAtEnd, findKindOfLabel } from './work-kinds.ts';

/** What a heading, a page's title or a list's row says of a work. */
export interface ParsedTitle {
  title: string;
  /** Other names it gives for the same work; with brackets left off the title, the whole too. */
  alternativeTitles: string[];
  year: number | null;
  /** Null where the words do not tell. */
  kind: WorkKind | null;
  directors: string[];
}

/** No heading that holds a title is longer; what comes after is not read. */
const maxLength = 400;

const yearPattern = '(1[89]\\d\\d|20[0-4]\\d)';
const anyYear = new RegExp(yearPattern);
const yearAtEnd = new RegExp(`[\\s,]+${yearPattern}$`, 'u');
const onlyYear = new RegExp(`^(?:ca?\\.\\s?)?${yearPattern}(?:/[ivx]+)?$`, 'i');
const yearRange = new RegExp(
  `^(.*?)[\\s,(]*${yearPattern}\\s?[–—-]\\s?(?:\\d{4}|\\d\\d|\\?+|present|heute|)$`,
  'iu',
);
const labelAndYear = new RegExp(`^(.*?\\S)[\\s,·-]+(?:de |von |del )?${yearPattern}$`, 'u');
const yearAndLabel = new RegExp(`^${yearPattern}[\\s,·|-]+(\\S.*)$`, 'u');
const bracket = /[([（［【]([^()[\]（）［］【】]*)[)\]）］】]/gu;
const lastBracket = /^(.*?)\s*[([（［【]([^()[\]（）［］【】]*)[)\]）］】]\s*$/u;
const bars = /\s[|•‧]\s/u;
const directorTail = new RegExp(
  `\\s*(?:[-–—|,•]\\s*)?(?<![\\p{L}])${directorWords}\\s+([^\\s()[\\]][^()[\\]]*)$`,
  'iu',
);
const directorLabel = new RegExp(`^${directorWords}\\s*(\\S.*)$`, 'iu');
const akaTail =
  /\s*[,(–—-]?\s*\b(?:a\.?k\.?a\.?|also known as|titre original\s?:|original title:|título original:|originaltitel:)\s+(\S.*)$/iu;
const akaLabel =
  /^(?:a\.?k\.?a\.?|also known as|titre original\s?:|original title:|título original:|originaltitel:|ot:|vo\s?:)\s*(\S.*)$/iu;
const openQuote = '["“”„«»‘’\'「『《]';
const closeQuote = '["”“»«’‘\'」』》]';
const quoted = new RegExp(
  `^${openQuote}(\\S.*?)${closeQuote}(?=\\s*(?:$|[:;,.!|([–—-])|\\s+(?:(?:film|movie|book|album|game|tv)\\s)?review\\b)(.*)$`,
  'iu',
);
const personName =
  /^\p{Lu}[\p{L}.'’-]*(?:\s(?:de|del|della|di|da|dos|van|von|der|den|la|le|el|al|bin|[\p{Lu}][\p{L}.'’-]*)){1,3}$/u;
const looseEnds = /^[\s:;,|–—•·-]+(?=\S)|[\s:;,|–—•·-]+$/gu;

interface Reading extends ParsedTitle {
  /** What was cut off behind the title and may still tell the kind. */
  tails: string[];
}

/** A name is left: letters or digits, and more than an article. */
function isName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/^\W*(?:the|an?|la|le|les|der|die|das|el|los|il|in)\W*$/iu.test(text);
}

function listNames(text: string): string[] {
  return text
    .replace(/\s+et al\.?(?!\p{L}).*$/u, '')
    .split(/\s*(?:,|;|\/|&|\sand\s|\set\s|\sund\s|\sy\s)\s*/u)
    .map((name) => name.replace(/\s*[•|(].*$/u, '').trim())
    .filter((name) => name.length > 1 && name.length <= 60)
    .slice(0, 4);
}

function setKind(reading: Reading, kind: WorkKind | null): void {
  if (kind !== null && (reading.kind === null || reading.kind === 'film')) reading.kind = kind;
}

/** Takes what a label in brackets or between bars says; false where it says nothing that is known. */
function readLabel(reading: Reading, label: string): boolean {
  const text = label.trim();
  const year = onlyYear.exec(text)?.[1];
  if (year !== undefined) return takeYear(reading, year, null);
  const range = yearRange.exec(text);
  if (range?.[2] !== undefined) {
    const kind = findKindOfLabel(range[1] ?? '');
    return takeYear(reading, range[2], kind === null || kind === 'film' ? 'series' : kind);
  }
  const kind = findKindOfLabel(text);
  if (kind !== null || text === '' || noiseLabel.test(text)) {
    setKind(reading, kind ?? noiseKind(text));
    return true;
  }
  if (readDirectors(reading, text) || readAka(reading, text) || readDatedLabel(reading, text)) return true;
  const atEnd = findKindAtEnd(` ${text}`);
  setKind(reading, atEnd?.kind ?? null);
  return atEnd !== null;
}

function noiseKind(text: string): WorkKind | null {
  const [, word] = /^(.*)\sreview$/i.exec(text) ?? [];
  return word === undefined ? null : findKindOfLabel(word);
}

function takeYear(reading: Reading, year: string, kind: WorkKind | null): true {
  reading.year ??= Number(year);
  setKind(reading, kind);
  return true;
}

function readDirectors(reading: Reading, text: string): boolean {
  const names = directorLabel.exec(text)?.[1];
  if (names === undefined || !/^\p{Lu}/u.test(names)) return false;
  const year = yearAtEnd.exec(names);
  if (year?.[1] !== undefined) takeYear(reading, year[1], null);
  if (reading.directors.length === 0)
    reading.directors = listNames(year ? names.slice(0, year.index) : names);
  return true;
}

function readAka(reading: Reading, text: string): boolean {
  const name = akaLabel.exec(text)?.[1];
  if (name !== undefined) reading.alternativeTitles.push(name);
  return name !== undefined;
}

/** "Zack Snyder, 2016", "USA/Australia 2016", "2013 American film", "#200 - 2002", "Fugitive Pieces, 2007". */
function readDatedLabel(reading: Reading, text: string): boolean {
  const before = labelAndYear.exec(text);
  const behind = before ? null : yearAndLabel.exec(text);
  const year = before?.[2] ?? behind?.[1];
  const label = (before?.[1] ?? behind?.[2])?.replace(/[,\s]+$/u, '');
  if (year === undefined || label === undefined) return false;
  takeYear(reading, year, findKindOfLabel(label));
  if (
    findKindOfLabel(label) !== null ||
    noiseLabel.test(label) ||
    longCountry.test(label) ||
    /^#\d+$/.test(label)
  )
    return true;
  if (readDirectors(reading, label) || readAka(reading, label)) return true;
  const names = listNames(label);
  if (!isForeign(reading.title, label) && names.length > 0 && names.every((name) => personName.test(name))) {
    if (reading.directors.length === 0) reading.directors = names;
  } else if (/\s/.test(label) && !/[/,;·|]/.test(label)) reading.alternativeTitles.push(label);
  return true;
}

/** A title and no name: «Осколки» (Fugitive Pieces, 2007), Le Dîner (The Dinner, 2017). */
function isForeign(title: string, label: string): boolean {
  const isLatin = /^\P{L}*\p{Script=Latin}/u;
  return (
    isLatin.test(title) !== isLatin.test(label) ||
    /^(?:the|an?|le|la|les|der|die|das|el|los|il)\s/i.test(label)
  );
}

/** The first bracket with a year in it ends the title, whatever stands behind. */
function cutAtYear(reading: Reading): void {
  for (const match of reading.title.matchAll(bracket)) {
    const head = reading.title.slice(0, match.index);
    if (!isName(head) || !anyYear.test(match[1] ?? '')) continue;
    const probe: Reading = { ...reading, year: null, alternativeTitles: [], directors: [] };
    if (!readLabel(probe, match[1] ?? '') || probe.year === null) continue;
    readLabel(reading, match[1] ?? '');
    reading.tails.push(reading.title.slice(match.index + match[0].length));
    reading.title = head;
    return;
  }
}

/** Brackets at the end: known labels are taken, an unknown one is another name of the film or a part of this one. */
function cutBrackets(reading: Reading): void {
  for (let match = lastBracket.exec(reading.title); match !== null; match = lastBracket.exec(reading.title)) {
    const [whole, head = '', inside = ''] = match;
    if (!isName(head) || isPartOfTitle(head, inside)) return;
    if (!readLabel(reading, inside) && !isCast(inside) && !isFootnote(whole)) {
      // Some Girl(s)
      if (head.length + inside.length + 2 === whole.trimEnd().length) return;
      reading.alternativeTitles.push(whole.trim(), inside.trim());
    }
    reading.title = head;
  }
}

/** Birdman or (The Unexpected Virtue of Ignorance) · Everything You Always Wanted to Know About Sex* (*But Were …) */
function isPartOfTitle(head: string, inside: string): boolean {
  return / (?:or|ou|oder|o)$/iu.test(head) || /^\W*(?:and|but|or|not)\s/iu.test(inside);
}

/** Darkest Hour (Gary Oldman, Stephen Dillane, Kristin Scott Thomas) */
function isCast(inside: string): boolean {
  const names = listNames(inside);
  return names.length > 1 && names.every((name) => personName.test(name));
}

/** The Curtain Pole[1] · Gerhard Richter Painting [de] */
function isFootnote(whole: string): boolean {
  return /\[(?:\d{1,3}|[a-z]{2})\]\s*$/.test(whole);
}

/** Of "MODERN LOVE | SAISON 1" the first part that is not a mere label is the title. */
function cutBars(reading: Reading): void {
  const parts = reading.title.split(bars);
  if (parts.length < 2) return;
  const at = parts.findIndex(
    (part) => isName(part) && !noiseLabel.test(part.trim()) && findKindOfLabel(part) === null,
  );
  if (at < 0) return;
  reading.title = parts[at] ?? reading.title;
  reading.tails.push(...parts.filter((_, index) => index !== at));
}

function cutQuotes(reading: Reading): void {
  const match = quoted.exec(reading.title);
  const [, inside, rest = ''] = match ?? [];
  if (inside === undefined || !isName(inside)) return;
  if (/^\s*[([]/u.test(rest)) reading.title = inside + rest;
  else {
    // "Manos": The Hands of Fate has its quotes in its name.
    if (/^:\s/.test(rest)) reading.alternativeTitles.push(reading.title);
    reading.title = inside;
    reading.tails.push(rest);
  }
}

function cutRules(reading: Reading, rules: TitleRule[]): void {
  for (const { pattern, kind } of rules) {
    const match = pattern.exec(reading.title);
    if (match === null) continue;
    const left = reading.title.slice(0, match.index) + reading.title.slice(match.index + match[0].length);
    if (!isName(left)) continue;
    reading.title = left;
    if (kind) setKind(reading, kind(match.groups?.kind ?? ''));
  }
}

function cutNames(reading: Reading): void {
  const director = directorTail.exec(reading.title);
  if (
    director &&
    !/:\s*$/.test(reading.title.slice(0, director.index)) &&
    /^\p{Lu}/u.test(director[1] ?? '') &&
    isName(reading.title.slice(0, director.index))
  ) {
    if (reading.directors.length === 0) reading.directors = listNames(director[1] ?? '');
    reading.title = reading.title.slice(0, director.index);
  }
  const aka = akaTail.exec(reading.title) ?? /\s\/\s(\S.*)$/u.exec(reading.title);
  if (aka?.[1] !== undefined && isName(reading.title.slice(0, aka.index))) {
    // Sandor / Ida is one film's whole name.
    reading.alternativeTitles.push(aka[1], ...(aka[0].includes('/') ? [reading.title] : []));
    reading.title = reading.title.slice(0, aka.index);
  }
}

function cutKind(reading: Reading): void {
  const found = findKindAtEnd(reading.title);
  if (found === null || !isName(found.before)) return;
  setKind(reading, found.kind);
  reading.title = found.before;
}

/** What stands behind the title's year or beside its bar: brackets and parts that are labels through and through. */
function readTails(reading: Reading): void {
  const parts = reading.tails.flatMap((tail) => tail.split(/[|•‧·([\])]|\s[-–—]\s?|^[-–—]/u));
  for (const part of parts.flatMap((text) => (directorLabel.test(text.trim()) ? [text] : text.split(':')))) {
    if (part.trim() === '' || part.length > 80) continue;
    const known: Reading = { ...reading, kind: null, alternativeTitles: [] };
    readLabel(known, part);
    // "Bugonia | Leeds Film" is not said to be a film by the site's name.
    if (known.kind !== 'film' || /\breview$/i.test(part)) setKind(reading, known.kind);
    Object.assign(reading, { year: known.year, directors: known.directors });
  }
}

/**
 * Reads a title as sites print it. What stands around it is cut off (ranks, stars, "Review:", names of sites), and what
 * brackets and words beside it say is taken: year, kind, directors, other names. A text in which no rule finds anything
 * is its own title; it is empty only where the text is. At most 400 characters are read; never throws.
 */
export function parseTitle(text: string): ParsedTitle {
  const clean = cleanText(truncateText(text, maxLength * 2)).slice(0, maxLength);
  const reading: Reading = {
    title: clean,
    alternativeTitles: [],
    year: null,
    kind: null,
    directors: [],
    tails: [],
  };
  const stages = [
    cutPrefixes,
    cutQuotes,
    cutSuffixes,
    cutBars,
    cutAtYear,
    cutBrackets,
    cutKind,
    cutNames,
    cutEnds,
  ];
  for (let round = 0, before = ''; round < 5 && before !== reading.title; round += 1) {
    before = reading.title;
    for (const stage of stages) stage(reading);
  }
  readTails(reading);
  const title = frontArticle(reading.title);
  return {
    title,
    alternativeTitles: listOthers(title, reading.alternativeTitles),
    year: reading.year,
    kind: reading.kind,
    directors: reading.directors,
  };
}

function cutPrefixes(reading: Reading): void {
  cutRules(reading, prefixes);
}

function cutSuffixes(reading: Reading): void {
  cutRules(reading, suffixes);
}

function cutEnds(reading: Reading): void {
  const left = reading.title.replace(looseEnds, '');
  if (isName(left)) reading.title = left;
}

/** "寄生虫 Parasite": the same name in two scripts. */
function listScripts(title: string): string[] {
  const match =
    /^([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・：！？\d\s]*\p{Script=Han}\S*)\s+([\p{Script=Latin}\p{Script=Hangul}].*)$/u.exec(
      title,
    );
  return match ? match.slice(1) : [];
}

function listOthers(title: string, others: string[]): string[] {
  const seen = new Set([foldTitle(title)]);
  return [...others, ...listScripts(title)]
    .map((other) => frontArticle(other.trim()))
    .filter((other) => {
      const fold = foldTitle(other);
      return fold !== '' && !seen.has(fold) && seen.add(fold);
    });
}
