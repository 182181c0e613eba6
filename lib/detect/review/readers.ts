import type { PageReview } from '../../films/review-types.ts';
import { namesOtherSource } from '../../review-text/labels.ts';
import type { Line } from './lines.ts';
import { parseCount } from '../../review-text/parse-count.ts';
import { parseScore } from '../../review-text/parse-score.ts';
import { makeReaders } from '../../review-text/review-parts.ts';
import { isReadersZone } from './page-zones.ts';

const maxLength = 120;
const voteWords = String.raw`(?:votes?|ratings?|reviews?|stimmen?|(?:be)?wertungen?|notes|avis|votos?|valoraci(?:ones|ón)|voti|valutazion[ei]|users?|readers?|avaliaç(?:ões|ão)|głos(?:y|ów)?|ocen(?:y)?|stemmen?|beoordelingen|röster?|betyg|stemmer|ääntä|arviota|hlas(?:y|ů|ov)?|hodnocení|szavazat|értékelés|voturi|oy|değerlendirme|голос(?:а|ов|и|ів)?|оцен(?:ка|ки|ок)|гласа?|ψήφοι|票|件|人|人评价|名|명|표)`;
const votes = new RegExp(String.raw`(\d[\d.,'’\s]*?)\s*(?:\p{L}+\s+)?${voteWords}(?!\p{L})`, 'iu');
const inBrackets = new RegExp(
  String.raw`\(?(?<![\d.,/])\d[\d.,'’\s]*(?:\p{L}+\s+)?${voteWords}(?!\p{L})\)?`,
  'iu',
);
/** "Vote count: 12", "[Total: 14 Average: 3.9]". */
const counted =
  /(?<!\p{L})(?:vote count|votes?|total|stimmen|votos|voti|głosy|stemmen|röster|hlasů?|oy|голосов|голоса|投票数|票数|参加者)\s*[:：]\s*(\d[\d.,'’]*)/iu;
const average = /\b(?:average|durchschnitt|moyenne|media|promedio)\s*:?\s*(\d(?:[.,]\d{1,2})?)(?![\d/])/iu;
/** Votes on the article rather than on the film. */
const ofArticle = /\b(?:useful|helpful|hilfreich|utile|[úu]til)\b/iu;

/** The number of votes in a text ("5 total ratings"); null if it states none. */
export function parseVotes(text: string): number | null {
  const count = counted.exec(text.slice(0, 200))?.[1] ?? votes.exec(text.slice(0, 200))?.[1];
  return count === undefined ? null : parseCount(count);
}

/**
 * The readers' score on a line that states it with its number of votes: "4.7/5 - (33 votes)"; null for any
 * other line.
 */
export function parseReadersLine(text: string, isInPlace: boolean): PageReview['readers'] {
  if (text.length > maxLength || namesOtherSource(text)) return null;
  const count = parseVotes(text);
  if (count === null) return null;
  const letters = text.replace(votes, '').replace(/\P{L}/gu, '').length;
  if (!isInPlace && letters > 50) return null;
  const stars = isInPlace ? average.exec(text)?.[1] : undefined;
  const rest = text.replace(inBrackets, ' ');
  const score = parseScore(rest) ?? parseScore(text) ?? (stars ? parseScore(`${stars}/5`) : null);
  return makeReaders(score, count);
}

/** The first readers' score on any line that also states its votes; null if there is none. */
export function findReadersLine(lines: Line[], scope: Element): PageReview['readers'] {
  for (const [at, line] of lines.entries()) {
    if (line.isLinked || line.text.length > maxLength || !/\d/.test(line.text)) continue;
    const readers = parseReadersLine(line.text, isReadersZone(line.element, scope));
    const around = lines.slice(Math.max(0, at - 4), at + 2);
    if (readers && !around.some(({ text }) => text.length < 80 && ofArticle.test(text))) return readers;
  }
  return null;
}
