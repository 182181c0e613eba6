import type { CriterionScore } from '../../reviews/types.ts';
import { findLabelKind } from './labels.ts';
import type { Line } from './lines.ts';
import { parseBarredScore, parseScore, type Scale } from './parse-score.ts';

const maxNameLength = 40;
/** Names of criteria that only films (and plays) are judged by. */
const filmCriteria =
  /\b(?:acting|actors|cast|direct(?:ion|ing|or)|cinematograph|screenplay|camera|editing|visual effects|special effects|regie|schauspiel|darsteller|drehbuch|kamera|sc[ée]nario|r[ée]alisation|mise en sc[èe]ne|acteurs|actuaci|gui[óo]n|direcci[óo]n|fotograf[íi]a|recitazione|sceneggiatura|regia|attori)/i;

/** Whether the criteria are such as films are judged by. */
export function areFilmCriteria(criteria: CriterionScore[]): boolean {
  return criteria.some(({ name }) => filmCriteria.test(name));
}

function cleanName(text: string): string {
  return text.replace(/[\s:–—-]+$|^[\s•*·–—-]+/g, '');
}

/** Names begin with a letter ("3D" aside) and are no sentences. */
function isName(text: string): boolean {
  return /^(?:\p{L}|3D\b)/u.test(text) && text.length <= maxNameLength && !/[.!?]\s/.test(text);
}

/**
 * The name and the score in the text of one criterion ("Story - 80%", "Sound: 8/10", "Acting" beside a bar); null
 * where one of them is missing. A bare number needs its bar or a scale.
 */
export function parseCriterion(text: string, bar: number | null, scale?: Scale): CriterionScore | null {
  if (text.length > 120) return null;
  const cuts = [/^(.*?\p{L}[^\d★☆⭐*½]*?)[\s:–—(-]*([\d★☆⭐*½].*)$/u, /^(.*\S)\s*[:–—-]\s*(\S.*)$/u];
  for (const cut of cuts) {
    const [, name = '', rest = ''] = cut.exec(text) ?? [];
    const score = rest && parseBarredScore(rest.replace(/\)$/, ''), bar, scale);
    if (score && isName(name)) return { name: cleanName(name), score };
  }
  const name = cleanName(text);
  const score = bar !== null && isName(name) ? parseBarredScore('', bar) : null;
  return score && { name, score };
}

const cellNames = new Set(['th', 'td', 'dt', 'dd', 'li', 'span', 'div']);

/** A line's criterion: on it, or as a name in one cell with its score in the next. */
function readCriterion(line: Line, next: Line | undefined): CriterionScore | null {
  if (line.text.length > 80 || findLabelKind(line.text.replace(/[:–-].*$/, ''))) return null;
  const own = parseCriterion(line.text, line.bar);
  if (own || line.text === '' || line.text.length > maxNameLength || /\d/.test(line.text) || !next)
    return own;
  const isCell =
    cellNames.has(next.block.localName) && /^[\d★☆⭐½]/.test(next.text) && next.text.length <= 20;
  const score = isCell ? parseScore(next.text) : null;
  return score && { name: cleanName(line.text), score };
}

/** The criteria in a page's lines: two or more that stand within three lines of each other. */
export function listCriteria(lines: Line[]): CriterionScore[] {
  const found = lines.flatMap((line, index) => {
    const next = lines.slice(index + 1, index + 3).find(({ text }) => text !== '');
    const criterion = readCriterion(line, next);
    return criterion ? [{ index, criterion }] : [];
  });
  const together = found.filter(({ index }) =>
    found.some((other) => other.index !== index && Math.abs(other.index - index) <= 3),
  );
  const names = new Set<string>();
  return together
    .map(({ criterion }) => criterion)
    .filter(({ name }) => !names.has(name) && names.add(name))
    .slice(0, 20);
}
