import { isPartialDate } from '../dates/partial-date.ts';
import { toAsciiDigits } from '../text/digits.ts';
import { cleanText } from '../text/text.ts';

/** Signs that say "about" or "perhaps". */
const doubtSigns = /[?？~～≈±≃]/;

/** Words that may stand beside a year that is certain, or nearly so: "about", "perhaps", "early", "summer", "in the year". */
const words = new Set(
  `about around circa ca c approx approximately roughly maybe perhaps probably possibly sometime some time early earlier late later
  mid beginning end middle spring summer autumn fall winter in of the year
  etwa ungefähr zirka um rund vielleicht wohl wahrscheinlich irgendwann anfang mitte ende früh früher spät später frühling
  frühjahr sommer herbst winter im jahr
  vers environ env peut être probablement début milieu fin printemps été automne hiver en l an année
  hacia sobre aproximadamente aprox quizá quizás tal vez principios mediados finales primavera verano otoño invierno año el de
  verso forse probabilmente inizio metà fine estate autunno inverno nel anno
  volta cerca talvez início meados final verão outono inverno por em ano
  ongeveer rond misschien begin eind lente zomer herfst jaar
  około ok mniej więcej może początek koniec wiosna lato jesień zima rok roku w
  asi kolem přibližně snad začátek konec jaro léto podzim zima rok roku
  omkring cirka kanske kanskje måske ungefär början slutet våren vår sommaren sommar sommeren hösten høsten vintern vinteren år i
  noin ehkä alku loppu kevät kesä syksy talvi vuonna
  körül kb talán eleje vége tavasz nyár ősz tél
  około около примерно приблизительно наверное возможно начало конец весна весной лето летом осень осенью зима зимой год году г в
  близько приблизно мабуть рік році р
  yaklaşık civarı belki başı sonu ilkbahar yaz sonbahar kış
  περίπου ίσως άνοιξη καλοκαίρι φθινόπωρο χειμώνας
  年 頃 年頃 ごろ 年ごろ 年春 年夏 年秋 年冬 约 大约 約 左右 年左右 年春天 年夏天 년 년경 경 약`.split(/\s+/),
);

/**
 * The year that is certain in a text of a column of days that is no date, but has words or signs of doubt: "ca. 2020",
 * "~2018", "summer 2014?". Null where the year is not the only number ("2019 or 2020"), where a word says more than that
 * ("before 2010", "the 1990s"), and for a text without words or signs.
 */
export function readRoughYear(raw: string): string | null {
  const text = toAsciiDigits(cleanText(raw.normalize('NFKC'))).toLowerCase();
  const said = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  if ((said.length === 0 && !doubtSigns.test(text)) || !said.every((word) => words.has(word))) return null;
  const [year = '', ...more] = text.match(/\d+/g) ?? [];
  return more.length === 0 && /^(?:18[89]|19\d|20\d)\d$/.test(year) && isPartialDate(year) ? year : null;
}
