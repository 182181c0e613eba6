import type { Score } from '../../films/review-types.ts';
import { truncateText } from '../../text/text.ts';
import { nameOf, parentOf, rawText } from '../dom.ts';
import type { FoundCriterion } from './criteria.ts';
import { namesOtherSource, listLabelled } from '../../review-text/labels.ts';
import type { Line } from './lines.ts';
import { parseScore } from '../../review-text/parse-score.ts';
import { isAuthorsPlace, isCounter, isReadersPlace, isScorePlace } from './page-zones.ts';

const maxLength = 60;
const usualEnds = [4, 5, 6, 10, 20, 100];
/** A line with only a fraction or a row of stars. */
const alone =
  /^\(?(?:\d{1,3}(?:[.,]\d{1,2})?½?(?:\s?1\/2)?\s*(?:(?:stars?|sterne|[ée]toiles|estrellas|stelle)\s*)?(?:\/|⁄|out of|von|sur|sobre|de|su)\s*\d{1,3}(?:\s*(?:stars?|sterne[n]?|[ée]toiles?|estrellas?|stelle|points?|punkte[n]?|puntos|punti))?|(?:[★⭐🌟☆✩½\s]|\ufe0f)+(?:1\/2)?(?:\s*out of\s*[★\d]+)?|\d(?:[.,]\d)?½?\s*(?:stars?|sterne|[ée]toiles|estrellas|stelle))\)?[.!]?$/iu;
const figure = /^(?:(\d{1,3}(?:[.,]\d{1,2})?)|([A-F][+−–-]?))(?=$|[\s%/])/u;

/** A score in the first person: "I give it 8 out of 10", "Ich gebe dem Film 7/10", "je lui donne 4/5". */
const inPerson =
  /(?:\b(?:i|we)(?:['’]d|['’]m|['’]ll|\s+would|\s+will)?\s+(?:\w+\s+)?(?:give|giving|gave|rate|rated|award|score)|\b(?:ich\s+(?:gebe|vergebe)|wir\s+(?:geben|vergeben))|\bje\s+(?:lui\s+|le\s+)?(?:donne|mets)|\bon\s+lui\s+(?:donne|met)|\ble\s+(?:doy|damos|pongo)|\b(?:gli\s+)?(?:do|diamo|assegno)\s+(?:un|a))\b([^.!?]{0,80})/iu;

/**
 * The only top of a scale on which a bare number is within the range of the criteria; null if none or several
 * fit.
 */
function inferEnd(value: number, criteria: FoundCriterion[]): number | null {
  const shares = criteria.map(({ criterion: { score } }) => score.value / score.best);
  if (shares.length < 2) return null;
  const [least, most] = [Math.min(...shares) - 0.03, Math.max(...shares) + 0.03];
  const ends = [5, 10, 20, 100].filter((end) => value / end >= least && value / end <= most && value <= end);
  return ends.length === 1 ? (ends[0] ?? null) : null;
}

/**
 * The score of a bare number among two or more criteria, on the scale on which it agrees with them; null if
 * that is unclear.
 */
export function scoreAmong(text: string, criteria: FoundCriterion[]): Score | null {
  const value = Number(text.replace(',', '.'));
  if (!/^\d{1,3}(?:[.,]\d{1,2})?$/.test(text) || criteria.length < 2) return null;
  const end = inferEnd(value, criteria);
  return end === null ? null : { value, worst: 0, best: end };
}

/** The score on a line in an element named as a score: "8.4 Superb" in `.overall`, "B+" in `.grade`. */
function readPlaced(line: Line, scope: Element, criteria: FoundCriterion[]): Score | null {
  const [, number, letter] = figure.exec(line.text) ?? [];
  if ((!number && !letter) || nameOf(line.block) === 'h1' || !isScorePlace(line.place, scope)) return null;
  const text = line.text.replace(/[\s:–—-]+\p{L}[\p{L}\s!]*$/u, '');
  if (letter && text === letter) return parseScore(letter);
  const whole = number ? parseScore(text) : null;
  return whole ?? (number ? scoreAmong(number, criteria) : null);
}

/** Stars that open a paragraph: "★★★★ – A station hangs above an ocean". */
const leading = /^((?:[★⭐🌟]\ufe0f?){2,5}\s?(?:½|1\/2)?\s?☆*)\s*[–—:|-]\s/u;

/**
 * The score on a line that contains nothing else or begins a paragraph with stars, anywhere in the article.
 */
function readAlone(line: Line, scope: Element): Score | null {
  const stars = leading.exec(line.text)?.[1];
  if (stars) return parseScore(stars);
  if (!alone.test(line.text) || nameOf(line.block) === 'h1') return null;
  const score = parseScore(line.text.replace(/[.!]$/, ''));
  return score && usualEnds.includes(score.best) && !isCounter(line.place, scope) ? score : null;
}

/** The one score that several readings agree on; null if there is none or they differ. */
function agree(scores: (Score | null)[]): Score | null {
  const found = scores.filter((score) => score !== null);
  const [first] = found;
  return first && found.every(({ value, best }) => value === first.value && best === first.best)
    ? first
    : null;
}

/**
 * The total score without a label: in an element made for one, alone on its line, or in the first person.
 * Null if there is none, or if several differ.
 */
export function findUnlabelledScore(lines: Line[], scope: Element, criteria: FoundCriterion[]): Score | null {
  const isInRow = (block: Element): boolean =>
    criteria.some(({ row: { element, name } }) => (element ? element.contains(block) : name.block === block));
  const isOwn = ({ block, place, isLinked, text }: Line): boolean =>
    !isLinked &&
    !namesOtherSource(text) &&
    !isInRow(block) &&
    !isReadersPlace(place, scope) &&
    !isAuthorsPlace(place, scope);
  const short = lines.filter(({ text }) => text.length <= maxLength && /[\d★⭐]|^[A-F]/.test(text));
  const own = short.filter(isOwn);
  const placed = own.map((line) => readPlaced(line, scope, criteria)).filter((score) => score !== null);
  if (placed.length > 0) return agree(placed);
  const opened = lines.filter(({ text }) => leading.test(text)).filter(isOwn);
  const aloneScores = [...own, ...opened]
    .map((line) => readAlone(line, scope))
    .filter((score) => score !== null);
  if (aloneScores.length > 0) return agree(aloneScores);
  const said = lines.filter(({ text }) => text.length <= 1500 && inPerson.test(text)).filter(isOwn);
  return agree(said.map(({ text }) => parseScore(inPerson.exec(text)?.[1] ?? '')));
}

const maxBoxLength = 2500;

/**
 * The box with all criteria: the smallest element around them, extended as long as it stays small; null if
 * there is none.
 */
function findBox(criteria: FoundCriterion[], scope: Element): Element | null {
  const [first, ...others] = criteria.map(({ row }) => row.element ?? row.name.block);
  let at: Element | null = first ?? null;
  while (at && at !== scope && !others.every((other) => at?.contains(other))) at = parentOf(at);
  if (!at || at === scope || !isSmall(at)) return null;
  for (let parent = parentOf(at); parent && parent !== scope && isSmall(parent); parent = parentOf(at))
    at = parent;
  return at;
}

function isSmall(element: Element): boolean {
  return rawText(element, maxBoxLength + 1).length <= maxBoxLength && !element.querySelector('h1');
}

/**
 * The unlabelled sentences in the box of the criteria, which are the verdict; null if there are none or more
 * than three.
 */
export function findVerdict(lines: Line[], scope: Element, criteria: FoundCriterion[]): string | null {
  const box = criteria.length > 1 ? findBox(criteria, scope) : null;
  if (!box) return null;
  const isSentence = ({ text, block, isLinked }: Line): boolean =>
    text.length >= 25 &&
    /\p{L}+\s\p{L}+\s\p{L}+.*[.!?…]["”»]?$/u.test(text) &&
    !isLinked &&
    nameOf(block) !== 'li' &&
    box.contains(block) &&
    listLabelled(text).length === 0 &&
    !isReadersPlace(block, scope);
  const sentences = lines.filter(isSentence);
  const isBrief = sentences.length > 0 && sentences.length <= 3;
  return isBrief ? truncateText(sentences.map(({ text }) => text).join(' '), 1000) : null;
}
