import { joinSpaces } from '../../text/text.ts';
import { isFilmNoun } from '../words.ts';
import { directorStems, length } from './row-data.ts';

/** What a row of a film's page states. `film`: that it is one. `other`: a row that only pages about other things have. */
export type FactKind =
  | 'film'
  | 'category'
  | 'director'
  | 'cast'
  | 'length'
  | 'genre'
  | 'title'
  | 'country'
  | 'release'
  | 'synopsis'
  | 'year'
  | 'other';

/** The beginnings of labels; the first that matches wins. */
const stems: [FactKind, string][] = [
  [
    'other',
    'playwr|design|publish|isbn|author|autor$|auteur$|serves|serving|portion|conduct|choreo|musikal|bühne|kostüm|inszen|dramat|seasons?$|episod|staffel|folge|temporad|platform|developer|pages$|seiten|players|guía|verlag|ingred|prepar(?:a[tc]|e)|zubereit',
  ],
  ['director', directorStems],
  [
    'cast',
    'cast$|starring|stars$|actor|actriz|acteur|darstell|besetz|mit$|avec|distrib|repart|elenc|interpr|obsad|hraj|szerepl|rolverd|rolbez|i roller|medvirk|skådes|skuesp|näyttel|oyuncu|в ролях|акт[её]р|у ролях|актор|ηθοπ|שחקנ|משתתפ|بطول|بازیگ|출연|出演|キャス|主演|演員|演员|कलाका|นักแส|diễn vi|pemain|glum|uloge',
  ],
  [
    'length',
    'run(?:ning)? ?time|duration|length$|laufzeit|dauer$|länge$|spieldau|durée|duraci|duraç|durata|czas trw|délka|stopáž|dĺžka|játékid|speelduur|duur$|speltid|varigh|spill?etid|kesto$|süre|продолж|хрономет|тривал|διάρκ|משך|אורך|المدة|مدة|مدت|상영시|上映時|片[长長]|अवधि|ความยา|thời l|durasi|trajan',
  ],
  ['category', 'categor|kategor|catégor|rubri|sezione'],
  ['genre', 'genre|géner|gêner|gatun|žán|műfaj|sjang|laji|жанр|είδος|장르|ジャン|[类類]型'],
  [
    'title',
    'original (?:ti|na)|originalt|titolo or|título or|titre or|tytuł or|původ|pôvod|eredeti|nombre or|originele|oriģ|ориг|원제|原[題名]',
  ],
  [
    'country',
    'country|countries|land$|pays$|país|paese|kraj|země|krajin|orszá|страна|країна|χώρα|ארץ|국가|製作国|produktionsl|ülke',
  ],
  [
    'release',
    'release|kinostart|sortie|(?:fecha de )?estreno|estreia|uscita|premi[eéè]r|bemuta|ensi-i|vizyon|прем.?[єь]|πρεμ|公開|개봉',
  ],
  [
    'synopsis',
    'synops|sinops|sinoss|trama$|plot$|handlung|opis|obsah|tartal|описание|сюжет|υπόθ|תקציר|القصة|줄거|あらす|剧情|storyl',
  ],
  [
    'year',
    'year|jahr$|an(?:ul)?$|año|année|anno$|rok$|ano$|год|рік|produktionsj|έτος|שנ|سن|yıl$|vuosi|jaar|tahun|godina|연도|år$|év$|年',
  ],
];

let patterns: [FactKind, RegExp][] | null = null;

const year = /^\(?(?:19|20)\d\d\)?(?:\s*[|·•,–-]\s*\p{L}[^|]{2,40})?$/u;
const credit = /^(?:de|von|di|by|un film de) \p{Lu}[\p{L}'’.-]+ \p{Lu}[^.!?]{1,40}$/u;

const maxLabel = 30;
const maxLine = 160;
/** The longest value that says how long a film is, with what is beside it. */
const maxValue = 60;

/** What a short text states: a label, with the value after its colon, or a value that needs no label; null if neither. */
export function findFact(text: string): { kind: FactKind; value: string } | null {
  const line = joinSpaces(text.replace(/[\u200e\u200f]+/g, ' '));
  if (line.length < 2 || line.length > maxLine) return null;
  const colon = line.search(/[:：]/);
  const label = (colon < 0 ? line : line.slice(0, colon)).trim().toLowerCase();
  const isLabel =
    label.length <= maxLabel && (colon >= 0 || label.split(' ').length < 4 || /^avec /.test(label));
  patterns ??= stems.map(([kind, source]) => [kind, new RegExp(`^(?:${source})`)]);
  const kind = isLabel ? patterns.find(([, pattern]) => pattern.test(label))?.[0] : undefined;
  if (kind) return { kind, value: colon < 0 ? '' : line.slice(colon + 1).trim() };
  if (year.test(line)) return { kind: 'year', value: '' };
  if (line.length < maxValue && /\d/.test(line) && length.test(line)) return { kind: 'length', value: line };
  if (!line.includes(' ') && isFilmNoun(label)) return { kind: 'film', value: '' };
  return credit.test(line) ? { kind: 'director', value: line.replace(/^\S+ /, '') } : null;
}
