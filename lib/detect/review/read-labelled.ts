import type { Release } from '../../films/types.ts';
import type { CriterionScore } from '../../films/review-types.ts';
import { truncateText } from '../../text/text.ts';
import { attribute, nameOf, parentOf } from '../dom.ts';
import { findCriteria, type FoundCriterion } from './criteria.ts';
import { findLabelKind, listLabelled, type Labelled } from '../../review-text/labels.ts';
import type { Article } from './article/find-article.ts';
import type { Line } from './lines.ts';
import { parseReleases } from '../../review-text/parse-date.ts';
import { parseList, parseNames } from '../../review-text/parse-names.ts';
import { findScore, readLabelledScore, type ScoreLine } from '../../review-text/find-score.ts';
import { parseScoreWithBar, parseScore } from '../../review-text/parse-score.ts';
import { makeReaders, type ReviewParts } from '../../review-text/review-parts.ts';
import { findReadersLine, parseReadersLine, parseVotes } from './readers.ts';
import { findVerdict } from './find-verdict.ts';
import { isAuthorsZone, isCounter, isReadersZone, isScoreZone } from './page-zones.ts';

/** What the labelled text of a page states. */
export interface LabelledParts extends ReviewParts {
  evidence: 'text';
  /** Whether a label such as "Developer" or "ISBN" says that the work is not a film. */
  isOther: boolean;
  /** How many different lines of directors there are: a list of films has several. */
  directorLines: number;
  /** How many labelled total scores there are. */
  scoreLines: number;
}

const maxItems = 20;
interface LabelReading {
  lines: Line[];
  parts: LabelledParts;
  criteria: FoundCriterion[];
  shares: number[];
}

/** The labelled values of a line, including a value whose label is marked only by its style. */
function listOfLine({ text, lead }: Line): Labelled[] {
  const found = listLabelled(text);
  if (found.length > 0 || lead === '' || !text.startsWith(lead) || text.length > 300) return found;
  const kind = findLabelKind(lead);
  const value = text.slice(lead.length).replace(/^[\s:–—-]+/, '');
  return kind === null || value === '' ? [] : [{ kind, label: lead, value }];
}

/** The lines after `at` up to the next label, without bars on their own; at most `most`. */
function listFollowing(lines: Line[], at: number, most: number): Line[] {
  const following: Line[] = [];
  for (const line of lines.slice(at + 1, at + 1 + 2 * most)) {
    if (line.text === '') continue;
    if (following.length >= most || listOfLine(line).length > 0) break;
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

function readReaders({ lines, parts }: LabelReading, at: number, value: string): void {
  const near = [value, ...listFollowing(lines, at, 2).map(({ text }) => text)].filter((text) => text !== '');
  const bar = lines.slice(at, at + 3).find((line) => line.bar !== null)?.bar ?? null;
  for (const text of near) {
    const stated = text.replace(/\([^()]*\)?/g, '').trim();
    const isBare = /^\d/.test(stated) && bar !== null;
    parts.readers ??= parseReadersLine(text, true);
    parts.readers ??= makeReaders(
      parseScore(stated) ?? (isBare ? parseScoreWithBar(stated, bar) : null),
      near.map(parseVotes).find((count) => count !== null) ?? null,
    );
  }
}

function readVerdict({ parts, shares }: LabelReading, labelled: Labelled): void {
  if (labelled.value.length >= 4 && !readLabelledScore(labelled, null, shares))
    parts.verdict ??= truncateText(labelled.value, 1000);
}

const headings = /^(?:h[1-6]|dt|th|summary)$/;
const labelClasses = /(?:^|[\s_-])(?:label|title|key|term|heading|head|caption|field)(?=[\s_-]|$)/i;

/**
 * Whether a label is one: a common word that is alone on its line needs a colon or an element made for
 * labels.
 */
function isLabel({ kind, value, label }: Labelled, line: Line): boolean {
  // "Film" alone is more often the name of a section.
  if (kind === 'title' && value === '')
    return /^(?:dt|th)$/.test(nameOf(line.block)) || labelClasses.test(attribute(line.block, 'class'));
  if (value !== '' || /[:：]\s*$/.test(label)) return true;
  const isMadeForIt =
    headings.test(nameOf(line.block)) ||
    labelClasses.test(attribute(line.block, 'class')) ||
    line.lead === line.text;
  return isMadeForIt || !['other', 'year', 'author', 'cast', 'releases'].includes(kind);
}

/**
 * The names after a label: on its line, otherwise on the next line or in all items of the list that follows.
 */
function readNames(lines: Line[], at: number, own: string): string[] {
  if (own !== '') return parseNames(own);
  const following = listFollowing(lines, at, maxItems);
  const list = following[0]?.block;
  const isItem = ({ block }: Line): boolean =>
    nameOf(block) === 'li' && list !== undefined && parentOf(block) === parentOf(list);
  const end = following.findIndex((line) => !isItem(line));
  const items = following.slice(0, end < 0 ? undefined : Math.max(end, 1));
  return [...new Set(items.flatMap(({ text }) => parseNames(text)))];
}

/** The region that a label names: "UK release", "Kinostart (D)"; null if it names none. */
function findRegion(label: string): string | null {
  const region =
    /\(([\p{L} ]{1,20})\)\s*:?$/u.exec(label)?.[1] ??
    /^(\p{Lu}[\p{L}. ]{1,20}?)\s+(?:theatrical |cinema )?release/iu.exec(label.trim())?.[1];
  const isKind =
    /^(?:theatrical|original|initial|first|limited|wide|dvd|digital|home|cinema|theater|world(?:wide)?|film|movie|vod|streaming|blu-?ray)$/i;
  return region && !isKind.test(region) && !/^(?:s|in|innen|e|a|es|i)$/.test(region) ? region : null;
}

function addReleases(parts: LabelledParts, label: string, value: string): void {
  const region = findRegion(label);
  const found = parseReleases(value).map((release): Release => ({
    ...release,
    region: release.region ?? region,
  }));
  const known = parts.releases ?? [];
  // A second label counts only if it is for another country.
  if (known.length === 0 || (region && known.some((one) => one.region !== null && one.region !== region)))
    parts.releases = [...known, ...found];
}

/** Counts a labelled score; a score with a number of votes is the readers'. */
function readScore({ parts, shares }: LabelReading, labelled: Labelled, bar: number | null): void {
  const readers = parseReadersLine(labelled.value, false);
  if (readers) parts.readers ??= readers;
  else if (readLabelledScore(labelled, bar, shares)) parts.scoreLines += 1;
}

function readLabel(reading: LabelReading, { kind, value: own, label }: Labelled, at: number): void {
  const { lines, parts } = reading;
  const line = lines[at];
  if (!line) return;
  const value = own || (listFollowing(lines, at, 1)[0]?.text ?? '');
  const fill = (key: 'directors' | 'writers' | 'cast', names: string[]): void => {
    if (!parts[key]?.length) parts[key] = names;
  };
  switch (kind) {
    case 'title':
      // "Film: «Her» is about …"
      if (value.length <= 200)
        parts.title ??= (/^[“„«"『「《](.+?)[”“»"』」》]/u.exec(value)?.[1] ?? value) || null;
      break;
    case 'year':
      parts.year ??= Number(/(?<!\d)(?:18[89]|19\d|20[0-4])\d(?!\d)/.exec(value)?.[0]) || null;
      break;
    case 'releases':
      addReleases(parts, label, value);
      break;
    case 'directors': {
      const names = readNames(lines, at, own);
      if (names.length > 0 && names.join() !== parts.directors?.join()) parts.directorLines += 1;
      fill('directors', names.slice(0, 12));
      break;
    }
    case 'cast':
      if (!parseScore(value)) fill('cast', readNames(lines, at, own));
      break;
    case 'writers':
      fill('writers', readNames(lines, at, own).slice(0, 20));
      break;
    case 'genres':
      if (!parts.genres?.length) parts.genres = parseList(value).filter((genre) => genre.length <= 40);
      break;
    case 'readers':
      readReaders(reading, at, own);
      break;
    case 'score':
      readScore(reading, { kind, label, value }, own === '' ? null : line.bar);
      break;
    case 'verdict':
      readVerdict(reading, { kind, label, value });
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

/**
 * Reads "Written by": next to the film's facts it names the writer; elsewhere, followed by a single name, the
 * reviewer.
 */
function readAuthor({ lines, parts }: LabelReading, value: string, at: number): void {
  const isBesideFacts = lines
    .slice(Math.max(0, at - 2), at + 3)
    .some((line) => listOfLine(line).some(({ kind }) => ['directors', 'cast', 'releases'].includes(kind)));
  const names = parseNames(value);
  const [name] = names;
  if (isBesideFacts) parts.writers = parts.writers?.length ? parts.writers : names;
  else if (name && names.length === 1 && value.length <= 60) {
    const next = listFollowing(lines, at, 2).find(({ text }) => text !== value)?.text ?? '';
    parts.author ??= { name, role: isRole(next) ? next : null, url: null };
  }
}

/** Whether a line can be a person's role: "Freelance Contributor". */
export function isRole(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 40 &&
    /^\p{Lu}[\p{L}\s/&,'-]+$/u.test(text) &&
    findLabelKind(text) === null
  );
}

/** Kinds of labels that do not belong to the review itself in a vote widget or a quotation. */
const scoreKinds = new Set(['score', 'verdict']);

/** Whether a label is part of a quotation. */
function isQuoted(label: string, { block, text }: Line): boolean {
  const isInQuote = [block, parentOf(block)].some((one) => one !== null && nameOf(one) === 'blockquote');
  return /^["“„«]/.test(label) || (isInQuote && text.length > 60);
}

function isOwn({ kind, label }: Labelled, line: Line, { criteria }: LabelReading, scope: Element): boolean {
  if (kind === 'author') return true;
  // Inside another label's row: "Score: 80%" below "Story".
  if (criteria.some(({ row: { element, name } }) => name !== line && element?.contains(line.block)))
    return false;
  if (isAuthorsZone(line.block, scope)) return false;
  return !scoreKinds.has(kind) || !(isReadersZone(line.element, scope) || isQuoted(label, line));
}

/** The lines as the reader of scores needs them: which labels are the review's own, and where each line belongs. */
function listScoreLines(reading: LabelReading, scope: Element): ScoreLine[] {
  const { lines, criteria } = reading;
  const isInRow = (block: Element): boolean =>
    criteria.some(({ row: { element, name } }) => (element ? element.contains(block) : name.block === block));
  return lines.map((line) => {
    const { text, bar, block, element, isLinked } = line;
    const labelled = listOfLine(line)
      .filter((one) => isLabel(one, line) && isOwn(one, line, reading, scope))
      .map((one) => (/^stars?\W*$/i.test(one.label) ? { ...one, kind: 'score' as const } : one))
      .filter(({ kind, value }) => scoreKinds.has(kind) && parseReadersLine(value, false) === null);
    return {
      text,
      bar,
      labelled,
      isHeading: nameOf(block) === 'h1',
      isElsewhere:
        isLinked ||
        isInRow(block) ||
        isReadersZone(element, scope) ||
        isAuthorsZone(element, scope) ||
        isCounter(element, scope),
      isTotal: isScoreZone(element, scope),
    };
  });
}

/**
 * What the page's labels ("Director:", "Note :", "Total Score") and its elements for scores state about the
 * film and the review.
 */
export function readLabelled({ lines, scope, prose }: Article): LabelledParts {
  const parts: LabelledParts = { evidence: 'text', isOther: false, directorLines: 0, scoreLines: 0 };
  const found = findCriteria(lines, scope);
  const shares = found.map(({ criterion: { score } }) => score.value / score.best);
  const reading: LabelReading = { lines, parts, criteria: found, shares };
  lines.forEach((line, at) => {
    for (const labelled of listOfLine(line)) {
      if (isLabel(labelled, line) && isOwn(labelled, line, reading, scope)) readLabel(reading, labelled, at);
    }
  });
  const criteria: CriterionScore[] = reading.criteria.map(({ criterion }) => criterion);
  parts.criteria = criteria;
  parts.readers ??= findReadersLine(lines, scope);
  parts.score = findScore(listScoreLines(reading, scope), shares);
  parts.verdict ??= findVerdict(lines, scope, reading.criteria, prose[0]?.block ?? null);
  return parts;
}
