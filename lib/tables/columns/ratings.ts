import { toAsciiDigits } from '../../text/digits.ts';

/** What a cell says of a rating: points, with the end of their scale if the cell names it. */
export interface RatingText {
  value: string;
  /** The upper end of the scale; null when the cell does not name it. */
  best: number | null;
}

const fractions: Record<string, string> = { '½': '.5', '¼': '.25', '¾': '.75' };

/** Letters as half stars. */
const letterPoints = new Map(
  Object.entries({
    'a+': 10,
    ...{ a: 9, 'a-': 9, 'b+': 8, b: 7, 'b-': 7, 'c+': 6, c: 5, 'c-': 5, 'd+': 4, d: 3, 'd-': 3, e: 2, f: 1 },
  }),
);

const ofBest =
  /^(\d{1,3}(?:[.,]\d{1,4})?)\s?(?:\/|of|out of|von|sur|de|su|av|z|от|из|з|\\)\s?(\d{1,3})(?:[.,]0)?(?:\s?\p{L}+)?$/iu;
const named = /^(\d{1,3}(?:[.,]\d{1,4})?)\s?(\p{L}+\.?|★|☆)$/u;
const starNames =
  /^(?:stars?|sterne?|étoiles?|etoiles?|estrellas?|stelle?|estrelas?|sterren|stjärn\p{L}*|stjern\p{L}*|tähte\p{L}*|gwiazdk\p{L}*|hvězd\p{L}*|csillag|stele|зв[её]зд\p{L}*|зірк\p{L}*|αστέρι\p{L}*|stjerner|yıldız|כוכבים|نجوم|★)$/iu;
const pointNames =
  /^(?:points?|pts?\.?|punkte?|pkt\.?|punten|points|puntos|punti|pontos|poäng|poeng|pistettä|分|점|点|点数|балл\p{L}*|бал\p{L}*|puan)$/iu;

/** Replaces "3½", "½" and "3 1/2" with decimals. */
const toDecimal = (text: string): string =>
  text
    .replace(
      /^(\d*)\s?([½¼¾])$/,
      (_, whole: string, part: string) => `${whole || '0'}${fractions[part] ?? ''}`,
    )
    .replace(/^(\d+)\s+1\/2$/, '$1.5');

function countStars(text: string): number | null {
  const [, full = '', rest = ''] =
    /^((?:★|\*)*)((?:½|1\/2|✬|⯨|⯪)?)(?:☆|✩|⯩)*$/u.exec(text.replace(/\s+/g, '')) ?? [];
  return full === '' && rest === '' ? null : full.length + (rest === '' ? 0 : 0.5);
}

/**
 * Splits the text of a rating: "★★★½", "3.5/5", "8 out of 10", "70 %", "4 stars", "3½", "B+" and plain numbers. `value`
 * is the cell itself when it has none of these forms.
 */
export function parseRating(cell: string): RatingText {
  const text = toAsciiDigits(cell)
    .replace(/\u2b50|\ud83c\udf1f|✭|✮|⭑|🌕/gu, '★')
    .replace(/[\ufe0e\ufe0f]/g, '')
    .replace(/(?<=\d\s?\/\s?\d+)\s*★+$/u, '')
    .trim();
  const stars = /[★½⯨✬*☆]/u.test(text) ? countStars(text) : null;
  if (stars !== null) return { value: String(stars), best: 5 };
  const plain = toDecimal(text);
  const percent = /^(\d{1,3}(?:[.,]\d{1,4})?)\s?[%％]$/.exec(plain)?.[1];
  if (percent !== undefined) return { value: percent, best: 100 };
  const [, value, best] = ofBest.exec(plain) ?? [];
  if (value !== undefined) return { value, best: Number(best) };
  const [, number, word = ''] = named.exec(plain) ?? [];
  if (number !== undefined && starNames.test(word)) return { value: number, best: 5 };
  if (number !== undefined && pointNames.test(word)) return { value: number, best: null };
  // Schools write 7+ for what is a little more than 7, and 7- for less.
  const [, mark, signOfMark] = /^(\d{1,2})([+\-−–])$/.exec(plain) ?? [];
  if (mark !== undefined)
    return { value: String(Number(mark) + (signOfMark === '+' ? 0.3 : -0.3)), best: null };
  // ČSFD's lowest rating has no star.
  if (/^odpad!?$/i.test(plain)) return { value: '0.5', best: 5 };
  const letter = letterPoints.get(text.toLowerCase().replace(/[−–]/g, '-'));
  if (letter !== undefined) return { value: String(letter), best: 10 };
  return { value: plain, best: null };
}

/** Whether a word of a text means stars. */
export const namesStars = (text: string): boolean =>
  text.split(/[^\p{L}\p{M}★]+/u).some((word) => starNames.test(word)) || /[★⭐]/u.test(text);

/** Whether a cell has the form of a rating: a number up to 100, or a form that names its scale. */
export function isRatingText(cell: string): boolean {
  const { value, best } = parseRating(cell);
  return best !== null || (/^\d{1,3}(?:[.,]\d{1,4})?$/.test(value) && Number(value.replace(',', '.')) <= 100);
}

/** Whether a cell names its own scale, so that it is a rating whatever its column is called. */
export const isClearRating = (cell: string): boolean => parseRating(cell).best !== null;

/** Cells that mean "not rated". Zero is on no scale, and services write one for a film without a rating. */
export const isUnrated = (cell: string): boolean =>
  /^(?:0+(?:[.,]0+)?(?:\s?(?:\/\s?\d+|%))?|☆+|-+|–|—|n\/?a|none|null|nan|unrated|not rated)$/i.test(cell);
