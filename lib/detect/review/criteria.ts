import type { CriterionScore } from '../../films/review-types.ts';
import { findLabelKind, namesOtherSource, type LabelKind } from '../../review-text/labels.ts';
import type { Line } from './lines.ts';
import { parseScoreWithBar, parseScore, type Scale } from '../../review-text/parse-score.ts';
import { listRows, type Row } from './rows.ts';
import { isAuthorsZone, isReadersZone } from './page-zones.ts';

const maxNameLength = 40;
/** Names of criteria that apply only to films (and plays). */
const filmCriteria =
  /\b(?:acting|actors|cast|direct(?:ion|ing|or)|cinematograph|screenplay|camera|editing|visual effects|special effects|regie|schauspiel|darsteller|drehbuch|kamera|sc[ée]nario|r[ée]alisation|mise en sc[èe]ne|acteurs|actuaci|gui[óo]n|direcci[óo]n|fotograf[íi]a|recitazione|sceneggiatura|regia|attori)/i;
/** Kinds of label for people that are criteria if a score follows them: "Darsteller: 9/10". */
const alsoCriteria = new Set<LabelKind>(['cast', 'directors', 'writers', 'genres']);

/** Whether at least one criterion is one by which films are judged. */
export function areFilmCriteria(criteria: CriterionScore[]): boolean {
  return criteria.some(({ name }) => filmCriteria.test(name));
}

function cleanName(text: string): string {
  return text.replace(/[\s:–—-]+$|^[\s•*·–—-]+/g, '');
}

/**
 * Whether a text can name a criterion: it begins with a letter (or "3D"), and is neither a sentence nor
 * another source's score.
 */
function isName(text: string): boolean {
  return (
    /^(?:\p{L}|3D\b)/u.test(text) &&
    text.length <= maxNameLength &&
    !/[.!?]\s|\([^)]*$/.test(text) &&
    !namesOtherSource(text)
  );
}

/**
 * The name and the score in the text of one criterion ("Story - 80%", "Sound: 8/10", "Acting" next to a bar);
 * null if either is missing. A bare number needs its bar or a scale.
 */
export function parseCriterion(text: string, bar: number | null, scale?: Scale): CriterionScore | null {
  if (text.length > 120 || text.includes('=')) return null;
  const cuts = [/^(.*?\p{L}[^\d★☆⭐*½]*?)[\s:–—(-]*([\d★☆⭐*½].*)$/u, /^(.*\S)\s*[:–—-]\s*([A-F][+−–-]?)$/u];
  for (const cut of cuts) {
    const [, name = '', rest = ''] = cut.exec(text) ?? [];
    const score = rest && parseScoreWithBar(rest.replace(/\)$/, ''), bar, scale);
    if (score && isName(name)) return { name: cleanName(name), score };
  }
  const name = cleanName(text);
  const score = bar !== null && !/\d/.test(name) && isName(name) ? parseScoreWithBar('', bar) : null;
  return score && { name, score };
}

/** A criterion and the row of the page that states it. */
export interface FoundCriterion {
  row: Row;
  criterion: CriterionScore;
}

/** Whether the text before a score names a criterion and is not a label for something else. */
function isCriterionName(name: string): boolean {
  const kind = findLabelKind(name);
  return kind === null || alsoCriteria.has(kind);
}

const cellNames = new Set(['th', 'td', 'dt', 'dd', 'li', 'span', 'div']);

function readRow(row: Row, lines: Line[], scale: Scale | undefined): CriterionScore | null {
  const own = parseCriterion(row.text, row.bar, scale);
  if (own) return isCriterionName(own.name) ? own : null;
  // A name in one cell and its score in the next, without a shared element of their own.
  const next = lines.slice(row.at + 1, row.at + 3).find(({ text }) => text !== '');
  const { text } = row.name;
  if (!next || text.length > maxNameLength || /\d/.test(text) || !isName(text) || !isCriterionName(text))
    return null;
  const isCell =
    cellNames.has(next.block.localName) && /^[\d★☆⭐½]/.test(next.text) && next.text.length <= 20;
  const score = isCell ? parseScore(next.text, scale) : null;
  return score && { name: cleanName(text), score };
}

/** Reads several criteria on one line: "Scénario : 3,5/5 — Musique : 4,5/5". */
function readInLine(line: Line): CriterionScore[] {
  if (line.text.length > 300 || line.isLinked) return [];
  const parts = line.text.split(/\s+[–—|•·-]\s+|\s*[;,|•·]\s+(?=\p{Lu})/u);
  const found = parts.length > 1 ? parts.map((part) => parseCriterion(part, null)) : [];
  const named = found.filter((one) => one !== null);
  return named.length === parts.length ? named.filter(({ name }) => isCriterionName(name)) : [];
}

/**
 * Whether a list of scores only explains a scale: at least four steps, all in one direction, including the
 * top score.
 */
function isLegend(criteria: CriterionScore[]): boolean {
  const values = criteria.map(({ score }) => score.value);
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  const isOneWay = steps.every((step) => step > 0) || steps.every((step) => step < 0);
  const isFromTop = criteria.some(({ score }) => score.value === score.best);
  return values.length >= 4 && isOneWay && isFromTop && !areFilmCriteria(criteria);
}

/** The scale given by a column's head: "Score (out of 10)", "Note /20"; undefined if none gives one. */
function findColumnScale(lines: Line[]): Scale | undefined {
  for (const { text } of lines) {
    const best =
      text.length <= 40
        ? /^\p{L}[\p{L}\s.]*\(?(?:\/|out of|von|sur|sobre|de|su)\s?(5|10|20|100)\)?$/iu.exec(text)?.[1]
        : undefined;
    if (best) return { worst: 0, best: Number(best) };
  }
  return undefined;
}

/**
 * The criteria in a page's lines, at most 20: two or more within five lines of each other, outside readers'
 * and authors' boxes.
 */
export function findCriteria(lines: Line[], scope: Element): FoundCriterion[] {
  const scale = findColumnScale(lines);
  const rows = listRows(lines);
  const found = rows.flatMap((row): FoundCriterion[] => {
    const several = readInLine(row.name);
    const criterion = several.length > 0 ? null : readRow(row, lines, scale);
    const criteria = criterion ? [criterion] : several;
    return criteria.map((one) => ({ row, criterion: one }));
  });
  const own = found.filter(
    ({ row: { name } }) => !isReadersZone(name.block, scope) && !isAuthorsZone(name.block, scope),
  );
  const together = own.filter((one) =>
    own.some((other) => other !== one && Math.abs(other.row.at - one.row.at) <= 5),
  );
  const names = new Set<string>();
  const once = together.filter(({ criterion: { name } }) => !names.has(name) && names.add(name)).slice(0, 20);
  return isLegend(once.map(({ criterion }) => criterion)) ? [] : once;
}
