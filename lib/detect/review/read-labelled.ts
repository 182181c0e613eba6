import { truncateText } from '../../std/text.ts';
import { nameOf } from '../dom.ts';
import { listCriteria } from './criteria.ts';
import { findLabelKind, listLabelled, type Labelled } from './labels.ts';
import type { Line } from './lines.ts';
import { parseReleases } from './parse-date.ts';
import { parseList, parseNames } from './parse-names.ts';
import { parseBarredScore, parseCount, parseScore } from './parse-score.ts';
import { makeReaders, type ReviewParts } from './parts.ts';

/** What the labelled text of a page states. */
export interface LabelledParts extends ReviewParts {
  evidence: 'text';
  /** A label such as "Developer" or "ISBN" tells that no film is reviewed. */
  isOther: boolean;
  /** How many different directors' lines there are: a list of films has several. */
  directorLines: number;
}

const maxItems = 20;
const votes =
  /(\d[\d.,'’\s]*?)\s*(?:\p{L}+\s+)?(?:votes?|ratings?|reviews?|stimmen?|(?:be)?wertungen?|notes|avis|votos?|valoraci(?:ones|ón)|voti|valutazion[ei]|users?|readers?)(?!\p{L})/iu;

/** The number of votes in a text ("5 total ratings"); null where it has none. */
export function parseVotes(text: string): number | null {
  const count = votes.exec(text.slice(0, 200))?.[1];
  return count === undefined ? null : parseCount(count);
}

/** "4.4 out of 5, total score". */
const labelBehind = /^(\d.{2,20}?)[\s,–(-]+(\p{L}[\p{L} ]{3,24})\)?$/u;

interface Reading {
  lines: Line[];
  parts: LabelledParts;
}

/** The lines that follow, up to the next label, without bars on their own. */
function listFollowing(lines: Line[], at: number, most: number): Line[] {
  const following: Line[] = [];
  for (const line of lines.slice(at + 1, at + 1 + 2 * most)) {
    if (line.text === '') continue;
    if (following.length >= most || listLabelled(line.text).length > 0) break;
    following.push(line);
  }
  return following;
}

function readItems(lines: Line[], at: number, value: string): string[] {
  if (value !== '')
    return value
      .split(/\s*[;•,]\s+/)
      .filter((item) => item !== '')
      .slice(0, maxItems);
  const following = listFollowing(lines, at, maxItems);
  const inList = following.findIndex(({ block }) => nameOf(block) !== 'li');
  const items = following.slice(0, inList === 0 ? 1 : inList < 0 ? undefined : inList);
  return items.map(({ text }) => truncateText(text.replace(/^[+–•✓✔✗✘-]\s*/, ''), 300));
}

function readReaders({ lines, parts }: Reading, at: number, value: string): void {
  const near = [value, ...listFollowing(lines, at, 2).map(({ text }) => text)].filter((text) => text !== '');
  const bar = lines.slice(at, at + 3).find((line) => line.bar !== null)?.bar ?? null;
  for (const text of near) {
    const stated = text.replace(/\(.*$/, '').trim();
    const isBare = /^\d/.test(stated) && bar !== null;
    parts.readers ??= makeReaders(
      parseScore(stated) ?? (isBare ? parseBarredScore(stated, bar) : null),
      near.map(parseVotes).find((count) => count !== null) ?? null,
    );
  }
}

function readVerdict({ parts }: Reading, value: string): void {
  const score = value.length <= 40 ? parseScore(value) : null;
  if (score) parts.score ??= score;
  else if (value.length >= 4) parts.verdict ??= truncateText(value, 1000);
}

const headings = /^(?:h[1-6]|dt|th|summary)$/;

/** A label alone on its line needs a colon, or a place that is made for labels, if its word is a common one. */
function isLabel({ kind, value, label }: Labelled, line: Line): boolean {
  if (value !== '' || /[:：]\s*$/.test(label)) return true;
  return headings.test(nameOf(line.block)) || !['other', 'year', 'author', 'cast', 'releases'].includes(kind);
}

function readLabel(reading: Reading, { kind, value: own }: Labelled, at: number): void {
  const { lines, parts } = reading;
  const line = lines[at];
  if (!line) return;
  const value = own || (listFollowing(lines, at, 1)[0]?.text ?? '');
  const fill = (key: 'directors' | 'writers' | 'cast', names: string[]): void => {
    if (!parts[key]?.length) parts[key] = names;
  };
  switch (kind) {
    case 'title':
      if (value.length <= 200) parts.title ??= value || null;
      break;
    case 'year':
      parts.year ??= Number(/(?<!\d)(?:18[89]|19\d|20[0-4])\d(?!\d)/.exec(value)?.[0]) || null;
      break;
    case 'releases':
      if (!parts.releases?.length) parts.releases = parseReleases(value);
      break;
    case 'directors': {
      const names = parseNames(value);
      if (names.length > 0 && names.join() !== parts.directors?.join()) parts.directorLines += 1;
      fill('directors', names.slice(0, 12));
      break;
    }
    case 'cast':
      if (parseScore(value)) parts.score ??= parseScore(value);
      else fill('cast', parseNames(value));
      break;
    case 'writers':
      fill('writers', parseNames(value).slice(0, 20));
      break;
    case 'genres':
      if (!parts.genres?.length) parts.genres = parseList(value).filter((genre) => genre.length <= 40);
      break;
    case 'readers':
      readReaders(reading, at, own);
      break;
    case 'score':
      parts.score ??= parseBarredScore(value, line.bar === null || own === '' ? null : line.bar);
      break;
    case 'verdict':
      readVerdict(reading, value);
      break;
    case 'pros':
    case 'cons':
      if (!parts[kind]?.length) parts[kind] = readItems(lines, at, own);
      break;
    case 'author':
      readAuthor(reading, value, at);
      break;
    case 'other':
      parts.isOther = true;
  }
}

/** "Written by" beside the film's facts names its writer; elsewhere, with the name alone behind it, the reviewer. */
function readAuthor({ lines, parts }: Reading, value: string, at: number): void {
  const isBesideFacts = [lines[at - 1], lines[at + 1]].some((line) =>
    ['directors', 'cast', 'releases'].includes(listLabelled(line?.text ?? '')[0]?.kind ?? ''),
  );
  const names = parseNames(value);
  const [name] = names;
  if (isBesideFacts) parts.writers = parts.writers?.length ? parts.writers : names;
  else if (name && names.length === 1 && value.length <= 60) {
    const behind = listFollowing(lines, at, 2).find(({ text }) => text !== value)?.text ?? '';
    parts.author ??= { name, role: isRole(behind) ? behind : null, url: null };
  }
}

/** Whether a line can be what somebody is: "Freelance Contributor". */
export function isRole(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 40 &&
    /^\p{Lu}[\p{L}\s/&,'-]+$/u.test(text) &&
    findLabelKind(text) === null
  );
}

/** What the labels on a page ("Director:", "Note :", "Total Score") say of the film and the review. */
export function readLabelled(lines: Line[]): LabelledParts {
  const parts: LabelledParts = { evidence: 'text', isOther: false, directorLines: 0 };
  lines.forEach((line, at) => {
    for (const labelled of listLabelled(line.text)) {
      if (isLabel(labelled, line)) readLabel({ lines, parts }, labelled, at);
    }
    const [, score = '', label = ''] = labelBehind.exec(line.text) ?? [];
    if (findLabelKind(label) === 'score') parts.score ??= parseScore(score);
  });
  parts.criteria = listCriteria(lines);
  return parts;
}
