import { lazyPattern } from '../text/lazy-pattern.ts';
import type { Score } from '../films/review-types.ts';
import { findLabelKind, namesOtherSource, type Labelled } from './labels.ts';
import { isBareScore, parseScore, parseScoreWithBar, type Scale } from './parse-score.ts';

/** A line of a page or a post in which the reviewer's own score may be. */
export interface ScoreLine {
  text: string;
  /** Labelled values of the line that belong to the review itself. */
  labelled: Labelled[];
  /** The width of a bar in the line, from 0 to 100; null if there is none. */
  bar: number | null;
  isHeading: boolean;
  /** Whether the line belongs to something else: the readers, a criterion, a link, the author, a counter. */
  isElsewhere: boolean;
  /** Whether the page's markup names the line as a score. */
  isTotal: boolean;
}

const maxLength = 60;
const maxProseLength = 1500;
const usualEnds = [4, 5, 6, 10, 20, 100];
const figure = /^(?:(\d{1,3}(?:[.,]\d{1,2})?)|([A-F][+−–-]?))(?=$|[\s%/])/u;
/** A score with its label after it: "4.4 out of 5, total score". */
const trailingLabel = lazyPattern(String.raw`^(\d.{2,20}?)[\s,–(-]+(\p{L}[\p{L} ]{3,24})\)?$`, 'u');
/** A short line of a label and a score without a colon: "Voto 4 su 5", "評価 ★★★★". */
const leadingLabel = lazyPattern(String.raw`^(\p{L}[\p{L} ]{1,24}?)[\s–—-]*([\d★⭐🌟☆].{0,30})$`, 'u');
/** Stars that open a paragraph: "★★★★ – A station hangs above an ocean". */
const leading = /^((?:[★⭐🌟]️?){2,5}\s?(?:½|1\/2)?\s?☆*)\s*[–—:|-]\s/u;

/** A score in the first person: "I give it 8 out of 10", "Ich gebe dem Film 7/10", "je lui donne 4/5". */
const inPerson = lazyPattern(
  String.raw`(?:(?<!\p{L})(?:i|we)(?:['’]d|['’]m|['’]ll|\s+would|\s+will)?\s+(?:\w+\s+)?(?:give|giving|gave|rate|rated|award|score)|(?<!\p{L})(?:ich\s+(?:gebe|vergebe)|wir\s+(?:geben|vergeben)|von\s+mir\s+(?:gibt\s+es|bekommt))|(?<!\p{L})je\s+(?:lui\s+|le\s+)?(?:donne|mets)|(?<!\p{L})on\s+lui\s+(?:donne|met)|(?<!\p{L})le\s+(?:doy|damos|pongo)|(?<!\p{L})(?:gli\s+)?(?:do|diamo|assegno)\s+(?:un|a)|(?<!\p{L})(?:lhe\s+)?(?:dou|damos)(?:-lhe)?|(?<!\p{L})(?:daję|dajemy|oceniam|wystawiam)|(?<!\p{L})(?:ik|wij|we)\s+(?:geef|geven)|(?<!\p{L})(?:jag|jeg|vi)\s+(?:ger|giver|gir)|(?<!\p{L})annan|(?<!\p{L})(?:dávám|dáváme|hodnotím|dávam)|(?<!\p{L})adok|(?<!\p{L})(?:îi\s+dau|dau)|(?<!\p{L})(?:ставлю|ставим|даю|оцениваю|ставимо|давам)|(?<!\p{L})(?:βάζω|δίνω)|(?<!\p{L})tôi\s+(?:cho|chấm)|(?<!\p{L})saya\s+(?:beri|memberi|kasih)|נותנ?[ןת]|(?<!\p{L})(?:أعطي|أمنح)ه?|(?<!\p{L})(?:li|hi)\s+poso|ให้)(?!\p{L})([^.!?]{0,80}(?:[.]\d[^.!?]{0,40})?)`,
  'iu',
);

/**
 * The score of a bare number among two or more criteria, on the scale on which it agrees with them; null if
 * that is unclear. `shares` are the criteria's values as parts of their scales.
 */
function scoreAmong(text: string, shares: number[]): Score | null {
  const value = Number(text.replace(',', '.'));
  if (!/^\d{1,3}(?:[.,]\d{1,2})?$/.test(text) || shares.length < 2) return null;
  const [least, most] = [Math.min(...shares) - 0.03, Math.max(...shares) + 0.03];
  const ends = [5, 10, 20, 100].filter((end) => value / end >= least && value / end <= most && value <= end);
  const [best] = ends;
  return ends.length === 1 && best !== undefined ? { value, worst: 0, best } : null;
}

/** The scale that a label states: "Rating (out of 10)", "Note /20"; undefined if it states none. */
function findLabelScale(label: string): Scale | undefined {
  // The throw of a die.
  if (/terningkast/i.test(label)) return { worst: 1, best: 6 };
  const best =
    /(?:\/|out of|von|sur|sobre|su|de|uit|av|af|z|из|満点|满分|\b[01]\s?[-–])\s?(4|5|6|10|20|100)\)?\s*[:：]?$/iu.exec(
      label,
    )?.[1];
  return best ? { worst: 0, best: Number(best) } : undefined;
}

/** The total that a labelled value states. A verdict has one only if it is little more than a score. */
export function readLabelledScore(
  { kind, label, value }: Labelled,
  bar: number | null,
  shares: number[],
): Score | null {
  if (kind === 'verdict') return value.length <= 40 ? parseScore(value) : null;
  return kind === 'score'
    ? (parseScoreWithBar(value, bar, findLabelScale(label)) ?? scoreAmong(value, shares))
    : null;
}

/** The first score that has a label: "Rating: 4/5", or "Score" with "7/10" on the next line. */
function findLabelled(lines: ScoreLine[], shares: number[]): Score | null {
  for (const [at, { text, labelled, bar, isElsewhere }] of lines.entries()) {
    for (const one of labelled) {
      const next = one.value === '' ? lines.slice(at + 1).find((line) => line.text !== '') : undefined;
      const value = one.value || (next && next.labelled.length === 0 ? next.text : '');
      const isOthers = namesOtherSource(one.label) || namesOtherSource(value);
      const score = isOthers
        ? null
        : readLabelledScore({ ...one, value }, one.value === '' ? null : bar, shares);
      if (score) return score;
    }
    const [, after = '', label = ''] = trailingLabel().exec(text) ?? [];
    if (findLabelKind(label) === 'score' && parseScore(after)) return parseScore(after);
    const [, lead = '', before = ''] = (!isElsewhere && leadingLabel().exec(text)) || [];
    if (findLabelKind(lead) === 'score' && (isBareScore(before) || /terningkast/i.test(lead)))
      return parseScore(before, findLabelScale(lead));
  }
  return null;
}

/** The score on a line that the markup names as one: "8.4 Superb", "B+". */
function readTotal(line: ScoreLine, shares: number[]): Score | null {
  if (!line.isTotal || line.isHeading) return null;
  const [, number, letter] = figure.exec(line.text) ?? [];
  if (!number && !letter) return null;
  const text = line.text.replace(/[\s:–—-]+\p{L}[\p{L}\s!]*$/u, '');
  if (letter && text === letter) return parseScore(letter);
  const whole = number ? parseScore(text) : null;
  return whole ?? (number ? scoreAmong(number, shares) : null);
}

/** The score on a line that has nothing else, or that opens a paragraph with stars. */
function readAlone({ text, isHeading }: ScoreLine): Score | null {
  // After the stars of a short line stands who gave them: "★★★★ – Empire".
  const stars = text.length > maxLength ? leading.exec(text)?.[1] : undefined;
  if (stars) return parseScore(stars);
  if (isHeading || text.length > maxLength || !isBareScore(text)) return null;
  const score = parseScore(text.replace(/[.!。]$/, ''));
  return score && usualEnds.includes(score.best) ? score : null;
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
 * The reviewer's own total score in the lines of a page or a post: with a label, else in markup made for one, else
 * alone on its line, else in the first person, else as a bar. Never another site's, the readers' or a criterion's.
 * `shares` are the criteria's values as parts of their scales, which give a bare total its scale. Null if there is
 * none, or if several differ.
 */
export function findScore(lines: ScoreLine[], shares: number[]): Score | null {
  const labelled = findLabelled(lines, shares);
  if (labelled) return labelled;
  const own = lines.filter(({ text, isElsewhere }) => !isElsewhere && !namesOtherSource(text));
  const short = own.filter(({ text }) => text.length <= maxLength);
  for (const scores of [short.map((line) => readTotal(line, shares)), own.map(readAlone)])
    if (scores.some((score) => score !== null)) return agree(scores);
  const said = own.filter(({ text }) => text.length <= maxProseLength && inPerson().test(text));
  const saidScore = agree(said.map(({ text }) => parseScore(inPerson().exec(text)?.[1]?.trim() ?? '')));
  if (saidScore) return saidScore;
  const bars = own.filter(({ text, bar, isTotal }) => text === '' && bar !== null && bar > 0 && isTotal);
  return agree(bars.map(({ bar }) => parseScoreWithBar('', bar)));
}
