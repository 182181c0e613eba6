import { cleanText, startsWithCapital, truncateText, wordPattern } from '../../text/text.ts';
import { foldTitle, frontArticle } from './title-key.ts';
import {
  anyYear,
  directorLabel,
  isCast,
  listNames,
  readLabel,
  setKind,
  type ParsedTitle,
  type TitleDraft,
} from './title-labels.ts';
import {
  directorSign,
  directorWords,
  noiseLabel,
  prefixes,
  suffixes,
  type TitleRule,
} from './title-rules.ts';
import { findKindAtEnd, findKindOfLabel } from '../work-kinds.ts';

export type { ParsedTitle };

/** Maximum length read, in UTF-16 units; no heading with a title is longer. */
const maxLength = 400;
/** Maximum number of rounds: cutting off one thing may expose another. */
const maxRounds = 5;

const bracket = /[([（［【]([^()[\]（）［］【】]*)[)\]）］】]/g;
const lastBracket = /^(.*?)\s*[([（［【]([^()[\]（）［］【】]*)[)\]）］】]\s*$/;
const bars = /\s[|•‧]\s/;
const directorTail = new RegExp(
  `\\s*(?:[-–—|,•]\\s*)?(?<![a-zß-žа-яё])${directorWords}\\s+([^\\s()[\\]][^()[\\]]*)$`,
  'i',
);
/** A director after a title: "Portrait de la jeune fille en feu, de Céline Sciamma". */
const byTail = /,\s(?:de|di|von|by)\s([^\d,:;()[\]–—|"“”]+)$/;
const akaTail =
  /\s*[,(–—-]?\s*\b(?:a\.?k\.?a\.?|also known as|titre original\s?:|original title:|título original:|originaltitel:)\s+(\S.*)$/i;
const akaSign = /a\.?k\.?a|known as|orig/i;
const openQuote = '["“”„«»‘’\'「『《]';
const quoteSign = /^["“”„«»‘’'「『《]/;
const closeQuote = '["”“»«’‘\'」』》]';
const quoted = new RegExp(
  `^${openQuote}(\\S.*?)${closeQuote}(?=\\s*(?:$|[:;,.!|([–—-])|\\s+(?:(?:film|movie|book|album|game|tv)\\s)?review\\b)(.*)$`,
  'i',
);
const looseEnds = /^[\s:;,|–—•·-]+(?=\S)|[\s:;,|–—•·-]+$/g;

/** Whether a text can be a title: it has letters or digits, and is more than an article. */
function isName(text: string): boolean {
  return (
    (/[a-z\d]/i.test(text) || text.search(wordPattern()) >= 0) &&
    !/^\W*(?:the|an?|la|le|les|der|die|das|el|los|il|in)\W*$/i.test(text)
  );
}

/** Cuts the title at the first bracket that contains a year, whatever follows. */
function cutAtYear(draft: TitleDraft): void {
  for (const match of draft.title.matchAll(bracket)) {
    const head = draft.title.slice(0, match.index);
    if (!isName(head) || !anyYear.test(match[1] ?? '')) continue;
    const probe: TitleDraft = { ...draft, year: null, alternativeTitles: [], directors: [] };
    if (!readLabel(probe, match[1] ?? '') || probe.year === null) continue;
    readLabel(draft, match[1] ?? '');
    draft.tails.push(draft.title.slice(match.index + match[0].length));
    draft.title = head;
    return;
  }
}

/**
 * Cuts brackets at the end: applies known labels; any other text is another title of the film, or a part of
 * this one.
 */
function cutBrackets(draft: TitleDraft): void {
  for (let match = lastBracket.exec(draft.title); match !== null; match = lastBracket.exec(draft.title)) {
    const [whole, head = '', inside = ''] = match;
    if (!isName(head) || isPartOfTitle(head, inside)) return;
    if (!readLabel(draft, inside) && !isCast(inside) && !isFootnote(whole)) {
      // Some Girl(s)
      if (head.length + inside.length + 2 === whole.trimEnd().length) return;
      draft.alternativeTitles.push(whole.trim(), inside.trim());
    }
    draft.title = head;
  }
}

/**
 * Whether a bracket belongs to the title: "Birdman or (The Unexpected Virtue of Ignorance)", "Everything You
 * Always Wanted to Know About Sex* (*But Were …)".
 */
function isPartOfTitle(head: string, inside: string): boolean {
  return / (?:or|ou|oder|o)$/i.test(head) || /^\W*(?:and|but|or|not)\s/i.test(inside);
}

/**
 * Whether a bracket at the end is a footnote or a language: "The Curtain Pole[1]", "Gerhard Richter Painting
 * [de]".
 */
function isFootnote(whole: string): boolean {
  return /\[(?:\d{1,3}|[a-z]{2})\]\s*$/.test(whole);
}

/** Keeps the first part between bars that is not only a label: of "MODERN LOVE | SAISON 1" the first. */
function cutBars(draft: TitleDraft): void {
  const parts = draft.title.split(bars);
  if (parts.length < 2) return;
  const at = parts.findIndex(
    (part) => isName(part) && !noiseLabel().test(part.trim()) && findKindOfLabel(part) === null,
  );
  if (at < 0) return;
  draft.title = parts[at] ?? draft.title;
  draft.tails.push(...parts.filter((_, index) => index !== at));
}

function cutQuotes(draft: TitleDraft): void {
  const match = quoteSign.test(draft.title) ? quoted.exec(draft.title) : null;
  const [, inside, rest = ''] = match ?? [];
  if (inside === undefined || !isName(inside)) return;
  if (/^\s*[([]/.test(rest)) draft.title = inside + rest;
  else {
    // In "Manos": The Hands of Fate the quotes are part of the title.
    if (/^:\s/.test(rest)) draft.alternativeTitles.push(draft.title);
    draft.title = inside;
    draft.tails.push(rest);
  }
}

function cutRules(draft: TitleDraft, rules: TitleRule[]): void {
  for (const { pattern, sign, kind } of rules) {
    const match = sign && !sign.test(draft.title) ? null : pattern.exec(draft.title);
    if (match === null) continue;
    const left = draft.title.slice(0, match.index) + draft.title.slice(match.index + match[0].length);
    if (!isName(left)) continue;
    draft.title = left;
    if (match.index > 0) draft.tails.push(match[0]);
    if (kind) setKind(draft, kind(match.groups?.kind ?? ''));
  }
}

function cutNames(draft: TitleDraft): void {
  const director = directorSign.test(draft.title) ? directorTail.exec(draft.title) : null;
  if (
    director &&
    !/:\s*$/.test(draft.title.slice(0, director.index)) &&
    startsWithCapital(director[1] ?? '') &&
    isName(draft.title.slice(0, director.index))
  ) {
    if (draft.directors.length === 0) draft.directors = listNames(director[1] ?? '');
    draft.title = draft.title.slice(0, director.index);
  }
  const tail = byTail.exec(draft.title);
  const words = tail?.[1]?.split(/\s/) ?? [];
  const by = words.length > 1 && words.length < 5 && words.every(startsWithCapital) ? tail : null;
  if (by?.[1] !== undefined && isName(draft.title.slice(0, by.index))) {
    if (draft.directors.length === 0) draft.directors = [by[1]];
    draft.title = draft.title.slice(0, by.index);
  }
  const named = akaSign.test(draft.title) ? akaTail.exec(draft.title) : null;
  const aka = named ?? /\s\/\s(\S.*)$/.exec(draft.title);
  if (aka?.[1] !== undefined && isName(draft.title.slice(0, aka.index))) {
    // The slash is part of the title "Sandor / Ida".
    draft.alternativeTitles.push(aka[1], ...(aka[0].includes('/') ? [draft.title] : []));
    draft.title = draft.title.slice(0, aka.index);
  }
}

function cutKind(draft: TitleDraft): void {
  const found = findKindAtEnd(draft.title);
  if (found === null || !isName(found.before)) return;
  setKind(draft, found.kind);
  draft.title = found.before;
}

/** Applies the texts cut off after the title: brackets and parts that are entirely labels. */
function readTails(draft: TitleDraft): void {
  const parts = draft.tails.flatMap((tail) => tail.split(/[|•‧·([\])]|\s[-–—]\s?|^[-–—]/));
  for (const part of parts.flatMap((text) => (directorLabel.test(text.trim()) ? [text] : text.split(':')))) {
    if (part.trim() === '' || part.length > 80) continue;
    const known: TitleDraft = { ...draft, kind: null, alternativeTitles: [] };
    readLabel(known, part);
    // A site's name in "Bugonia | Leeds Film" does not state that it is a film.
    if (known.kind !== 'film' || /\breview$/i.test(part)) setKind(draft, known.kind);
    Object.assign(draft, { year: known.year, directors: known.directors });
  }
}

/**
 * Parses a title as sites print it. Cuts off ranks, stars, "Review:" and names of sites around it, and reads
 * year, kind, directors and other titles from brackets and words around it. A text that no rule matches is
 * its own title; the title is empty only for an empty text. Reads at most 400 characters; never throws.
 */
export function parseTitle(text: string): ParsedTitle {
  const clean = cleanText(truncateText(text, maxLength * 2)).slice(0, maxLength);
  const draft: TitleDraft = {
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
  // Repeats the stages until a full round changes nothing.
  for (let at = 0, idle = 0; idle < stages.length && at < maxRounds * stages.length; at += 1) {
    const before = draft.title;
    stages[at % stages.length]?.(draft);
    idle = draft.title === before ? idle + 1 : 0;
  }
  readTails(draft);
  const title = frontArticle(draft.title);
  return {
    title,
    alternativeTitles: listOthers(title, draft.alternativeTitles),
    year: draft.year,
    kind: draft.kind,
    directors: draft.directors,
  };
}

function cutPrefixes(draft: TitleDraft): void {
  cutRules(draft, prefixes());
}

function cutSuffixes(draft: TitleDraft): void {
  cutRules(draft, suffixes());
}

function cutEnds(draft: TitleDraft): void {
  const left = draft.title.replace(looseEnds, '');
  if (isName(left)) draft.title = left;
}

/** Splits "寄生虫 Parasite", the same name in two scripts. */
function listScripts(title: string): string[] {
  if (!/[\u2e80-\uffff]/.test(title)) return [];
  const match = /^([^A-Za-zÀ-ɏ\uac00-\ud7af]*[\u2e80-\u9fff]\S*)\s+([A-Za-zÀ-ɏ\uac00-\ud7af].*)$/.exec(title);
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
