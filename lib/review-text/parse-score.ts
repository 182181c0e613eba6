import { lazyPattern } from '../text/lazy-pattern.ts';
import type { Score } from '../films/review-types.ts';
import { cleanText } from '../text/text.ts';

/** The ends of a scale that is not stated next to the number but in the page's data or a theme's rules. */
export interface Scale {
  worst: number;
  best: number;
}

/** The default scale of schema.org's `reviewRating` (schema.org/Rating; Google's review rules). */
export const defaultScale: Scale = { worst: 1, best: 5 };

/**
 * Grades from the worst to the best. The score of a grade is its position in this list: `B+` is 9 on a scale from 0 to
 * 12.
 */
const letterGrades = ['F', 'D-', 'D', 'D+', 'C-', 'C', 'C+', 'B-', 'B', 'B+', 'A-', 'A', 'A+'];

const maxLength = 120;
const number = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)(?![\d.,]*\d)`;
/** Stars and points in the languages that reviews are read in. */
const starWords = String.raw`(?:stars?|sterne[n]?|sterren|[ée]toiles?|estrellas?|estrelas?|stelle|stj[äa]rnor|stjerner|t[äa]hte[äa]|gwiazde?k[ia]?|hv[ěe]zd(?:i?[čc]ek|i?[čc]ky|y)?|hviezd(?:i[čc]iek|y)?|csillag|stele|y[ıi]ld[ıi]z|зв[её]зд[аы]?|зірок|зірки|звезди|αστέρια|estrell(?:a|es)|sao|bintang|כוכבים|نجوم|نجمة|ดาว|つ?星|星|별)`;
const pointWords = String.raw`(?:points?|punkte[n]?|puntos|punti|pontos|punten|po[äa]ng|points?|poeng|pistett[äa]|punkt(?:[óo]w|y)?|bod[ůuy]|bodov|pont|puncte|puan|балл(?:а|ов)?|бал(?:и|ів)|очк(?:а|ов)|точки|punts?|điểm|poin|נקודות|نقاط|คะแนน|点|點|分|점)`;
const word = String.raw`(?:[\s-]*(?:${starWords}|${pointWords})(?!\p{L}))?`;
const over = String.raw`\s*\(?(?:\/|⁄|-?out-of-|(?:out of|of|von|aus|sur|sobre|van(?:\s+(?:de|maximaal))?|uit(?:\s+de)?|de|su|em|av|af|z|ze|na|iz|od|из|з|із|от|από|din|trên|dari|מתוך|من|จาก|เต็ม)(?=[\s\d(★]))\s*(?:maximaal\s*)?`;
const alone = String.raw`(?<![\d.,/:+−-])`;

const fraction = lazyPattern(`${alone}${number}${word}${over}${number}(?!\\s*(?:\\/|%))`, 'iu');
const percent = lazyPattern(
  `${alone}${number}\\s*(?:%|percent|procent\\p{L}*|prozent|pour ?cent|por ?ciento|por ?cento|per ?cento|процент\\p{L}*|퍼센트)`,
  'iu',
);
const starCount = lazyPattern(`^(?:${number}[\\s-]*${starWords}|星\\s*${number}つ?)$`, 'iu');
/** Letters that a line with only a score may have. */
const scaleWord = lazyPattern(
  `${starWords}|${pointWords}|out|of|von|aus|sur|sobre|van|uit|de|su|em|av|af|z|ze|na|od|из|з|от|από|din|trên|dari|מתוך|من|จาก|เต็ม|percent|prozent|procent`,
  'giu',
);
const full = '★⭐🌟✭✮✯❤♥💖🍿';
const empty = '☆✩♡🤍🖤⚝';
const stars = lazyPattern(
  `(?:([${full}]+)|(?<![*\\w])(\\*{2,5})(?!\\*))\\s*(½|1[/⁄]2|💔)?\\s*([${empty}]*)`,
  'u',
);
const leadingEmpty = lazyPattern(`^[${empty}]{3,10}$`, 'u');
const starsAfter = lazyPattern(`^${over}([${full}*]+)`, 'u');
const scaleAfter = lazyPattern(`^${over}${number}`, 'iu');

function toNumber(text: string): number {
  return Number(text.replace(',', '.'));
}

function makeScore(value: number, { worst, best }: Scale): Score | null {
  const isValid = Number.isFinite(value) && best > worst && value >= worst && value <= best;
  return isValid ? { value, worst, best } : null;
}

/** Spells "3½" and "3 1/2" as "3.5", so that they are read like other numbers. */
function spellFractions(text: string): string {
  return text
    .replace(/(?<![\d/.,])(\d{1,2})\s*(?:½|(?<=\s)1[/⁄]2(?!\d))/gu, '$1.5')
    .replace(/(\d)\s?¼/gu, '$1.25')
    .replace(/(\d)\s?¾/gu, '$1.75')
    .replace(/(?<![\d★⭐*❤♥]\s?)½(?=\s*(?:\/|out|von|sur|de|su))/gu, '0.5');
}

/** Full-width signs, Arabic digits, and scales that are said before the value, as plain fractions: "10点満点中8点" is "8/10". */
function spellScales(text: string): string {
  return text
    .replace(/[０-９／．％]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/٫/g, '.')
    .replace(/٪/g, '%')
    .replace(
      /(\d{1,3})\s*(?:点|點|分|점|つ星|星)?\s*(?:満点|满分)?\s*(?:の\s*)?(?:中|のうち|만점에|만점\s*중(?:에)?|üzerinden|-?ból|-?ből)\s*[,，、]?\s*(\d{1,3}(?:[.,]\d{1,2})?)/gu,
      '$2/$1',
    )
    .replace(
      /(?:满分|滿分|満点)\s*(\d{1,3})\s*(?:点|點|分)?\s*[,，、:：]\s*(\d{1,3}(?:[.,]\d{1,2})?)/gu,
      '$2/$1',
    )
    .replace(
      /(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:点|點|分|점)\s*[(（,，/]\s*(?:满分|滿分|满|만점)?\s*(\d{1,3})\s*(?:点|點|分|점)?(?:満点|만점|满分|滿分)?\s*[)）]?/gu,
      '$1/$2',
    );
}

/** One to ten in the languages of most film blogs; the position plus one is the number. */
const numberWords = [
  /^(?:one|eine?n?|une?|uno?|um|uma|jeden|jedna|een|één|ett?|en|один|одна|yksi|bir|egy|unu|una|satu|một)$/,
  /^(?:two|zwei|deux|dos|due|dois|duas|dwa|dwie|twee|två|to|два|две|dva|dvě|kaksi|iki|két|kettő|două|dos|dues|dua|hai|δύο|дві)$/,
  /^(?:three|drei|trois|tres|tre|três|trzy|drie|три|tři|kolme|üç|három|trei|tiga|ba|τρία|τρεις)$/,
  /^(?:four|vier|quatre|cuatro|quattro|quatro|cztery|fyra|fire|четыре|čtyři|neljä|dört|négy|patru|quatre|empat|bốn|τέσσερα|чотири)$/,
  /^(?:five|fünf|cinq|cinco|cinque|pięć|pięciu|vijf|fem|cinc|пять|пяти|pět|pěti|viisi|viidestä|beş|öt|ötből|cinci|lima|năm|πέντε)$/,
  /^(?:six|sechs|seis|sei|sześć|zes|sex|seks|sis|шесть|šest|altı)$/,
  /^(?:seven|sieben|sept|siete|sette|sete|siedem|zeven|sju|syv|set|семь|sedm|yedi)$/,
  /^(?:eight|acht|huit|ocho|otto|oito|osiem|åtta|otte|åtte|vuit|восемь|osm|sekiz)$/,
  /^(?:nine|neun|neuf|nueve|nove|dziewięć|negen|nio|ni|девять|devět|dokuz)$/,
  /^(?:ten|zehn|dix|diez|dieci|dez|dziesięć|dziesięciu|tien|tio|ti|десять|десяти|deset|deseti|on)$/,
];
const maxWordsLength = 60;
/** A half after the number, or after its stars: "three and a half", "tre stelle e mezzo". */
const halves = lazyPattern(
  `(\\d)(\\s${starWords})?\\s(?:and a half|einhalb|et demie?|y medi[oa]|i mi(?:g|tja)|e mezz[oa]|e mei[oa]|en een half(?:ve)?|och en halv|og en halv|i pół|с половиной|a půl|și jumătate|és fél|ja puoli|και μισό|rưỡi|setengah)(?!\\p{L})`,
  'giu',
);
const spelledSign = lazyPattern(
  `(?<!\\p{L})(?:out of|von|sur|sobre|uit|av|af|z|na|из|din|trên|dari|${starWords})(?!\\p{L})`,
  'iu',
);

/**
 * Spells number words in scores as digits: "Four stars out of five", "three and a half out of five". Other texts stay
 * unchanged.
 */
export function spellWords(text: string): string {
  if (text.length > maxWordsLength || !spelledSign().test(text)) return text;
  return text
    .replace(/\p{L}+/gu, (word) => {
      const at = numberWords.findIndex((known) => known.test(word.toLowerCase()));
      return at < 0 ? word : String(at + 1);
    })
    .replace(halves(), '$1.5$2');
}

function countSigns(text: string | undefined): number {
  return [...(text ?? '')].length;
}

function parseStars(text: string): Score | null {
  const match = stars().exec(text);
  if (!match) return null;
  const half = match[3] ? 0.5 : 0;
  const value = countSigns(match[1] ?? match[2]) + half;
  const rest = text.slice(match.index + match[0].length);
  // An unknown sign can mean half a star or an empty one, so the score is uncertain.
  if (/^\s*[\p{So}\p{Sk}]/u.test(rest)) return null;
  const statedStars = starsAfter().exec(rest)?.[1];
  const stated = statedStars ? String(countSigns(statedStars)) : scaleAfter().exec(rest)?.[1];
  const signs = Math.ceil(value) + countSigns(match[4]);
  const best = stated ? toNumber(stated) : match[4] ? signs : 5;
  return makeScore(value, { worst: 0, best });
}

function parseBare(text: string, scale: Scale | undefined): Score | null {
  if (!scale || !/^\d{1,4}(?:[.,]\d{1,6})?$/.test(text)) return null;
  const value = toNumber(text);
  // A scale without a stated worst value begins at 1, but half a star is below that.
  return makeScore(value, value < 1 && scale.worst === 1 ? { ...scale, worst: 0 } : scale);
}

/**
 * Parses the score in a short text, on its own scale: "4/5", "8,5/10", "3½ out of 5", "80 %", "B+", "★★★½☆", "4
 * stars". Stars without a stated maximum are out of 5. A bare number is a score only with a `scale`. Null if there is
 * no score or it is outside its scale, as in "11/10", "N/A" and "-1".
 */
export function parseScore(text: string, scale?: Scale): Score | null {
  if (text.length > maxLength) return null;
  const plain = spellFractions(spellWords(spellScales(cleanText(text.replace(/\ufe0f/g, '')))));
  const parts = fraction().exec(plain);
  if (parts?.[1] && parts[2]) {
    const best = toNumber(parts[2]);
    if (best >= 3 && best <= 100) return makeScore(toNumber(parts[1]), { worst: 0, best });
  }
  const part = percent().exec(plain)?.[1];
  if (part) return makeScore(toNumber(part), { worst: 0, best: 100 });
  const [, before, after] = starCount().exec(plain) ?? [];
  const count = before ?? after;
  if (count) return makeScore(toNumber(count), { worst: 0, best: 5 });
  // The throw of a die.
  const thrown = /^terningkast\s*:?\s*([1-6])$/i.exec(plain)?.[1];
  if (thrown) return makeScore(Number(thrown), { worst: 1, best: 6 });
  const grade = letterGrades.indexOf(plain.replace(/[−–]/, '-').toUpperCase());
  if (grade >= 0) return { value: grade, worst: 0, best: letterGrades.length - 1 };
  if (leadingEmpty().test(plain)) return { value: 0, worst: 0, best: countSigns(plain) };
  return parseStars(plain) ?? parseBare(plain, scale);
}

/**
 * Parses a score with a bar next to it (`bar` is 0 to 100). A number in the text wins. If it has no scale, the bar
 * determines one ("8" with a bar of 80 is out of 10), otherwise `scale` applies. A bar without a number is a score on
 * 0 to 100.
 */
export function parseScoreWithBar(text: string, bar: number | null, scale?: Scale): Score | null {
  const bare = /^\d+(?:[.,]\d+)?$/.test(text) ? toNumber(text) : null;
  // A bar that only repeats the number says nothing about its scale.
  const isInformative = bare !== null && bar !== null && (bare !== bar || bare > 10);
  const best =
    bare && bar && isInformative
      ? [5, 10, 20, 100, 4, 6].find((end) => Math.abs(bare / end - bar / 100) < 0.011)
      : undefined;
  const stated = parseScore(text, best ? { worst: 0, best } : scale);
  return stated ?? (bar !== null && !/\d/.test(text) ? makeScore(bar, { worst: 0, best: 100 }) : null);
}

/** Whether a text consists of a score and nothing else: "4 von 5 Sternen", "★★★½", "8/10分". */
export function isBareScore(text: string): boolean {
  const plain = spellWords(spellScales(cleanText(text.replace(/\ufe0f/g, ''))));
  if (!/[★⭐🌟☆✩]|\d\s*(?:½|1\/2)?\s*(?:\/|⁄|%|\p{L})/u.test(plain)) return false;
  const rest = plain.replace(scaleWord(), '');
  return !/[\p{L}?=]|\d.*\d.*\d.*\d.*\d.*\d.*\d/u.test(rest) && /^\(?[\d★⭐🌟☆✩½\s]/u.test(plain);
}
