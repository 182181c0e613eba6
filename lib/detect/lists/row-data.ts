import { findOtherKind, hasFilmWords, isFilmNoun } from '../words.ts';

/** How long a film is: "98 min", "1h 38", "2 hours". */
export const length =
  /(?<!\d)\d{2,3}\s?['′’]|(?<!\d)\d{2,3}\s?(?:min|мин|хв|мін|דק|دقيقة|دقیقه|分|λεπ|분|dk|dak|perc|λεπτ|นาที|phút|menit)|(?<![\d:])[1-4]\s?(?:h|sa|tim|std|ч|год|ชม|小时|小時|時間|시간)\.?\s?(?:\d\d?(?:\s?m\w*|dk)?|(?![a-zß-ž]))|\d hours?/i;
const certificate =
  /(?<![\p{L}\d])(?:PG(?:-?1[23])?|R1[58]\+?|12A|15A|FSK(?: ab)? ?\d+|NC-17|TP|VF|VO(?:ST\w*)?|OmU|OmeU|OV|IMAX|[23]D|UA?|R|DOB|SUB|[AM]?\d\d\+|\+\d\d|MA?15\+?|ab \d+(?: J\w*)?|\d\d anos|K-\d+|Б\/О|от \d+|\d\d\+|A\d\d|M\/\d+|mayores de \d+)(?![\p{L}\d])/u;
const genre =
  /剧情|喜剧|惊悚|动作片|爱情|科幻|动画|드라마|코미디|스릴러|(?<!\p{L})(?:dr[aá]m[ae]|dramat|dram|draama|com[eé]d(?:y|i[ae])|komödie|kom[eé]di\p{L}*|vígjáték|ficção|thriller|horror|terror|a(?:ction|cci[oó]n|zione|ção|kcja|kció|kční|ksiyon)|fantasy|anima(?:tion|ci[oó]n|ção|ció)|documentar\p{L}+|dokumentar\p{L}*|драма|комедия|ужасы|боевик|триллер|мультфильм|science.fiction|western|romance|aventura)(?!\p{L})/iu;
/** Words for a director, as the beginnings of words, in 40 languages. */
export const directorStems =
  'direct|dirig|dir\\.|regi(?!str|on)|réalis|realiz|reż|rež|réži|rendez|ohja|yönet|реж|σκην|במאי|בימוי|إخراج|المخرج|مخرج|کارگرد|감독|監督|导演|導演|निर्दे|ผู้กำก|đạo di|sutrad|redat|instruk|lavast|leikst|rejis';
const director = new RegExp(String.raw`(?<!\p{L})(?:${directorStems}|réal)[\p{L}\p{M}]*`, 'iu');
/** A person after a preposition, but not a title such as "De nachtpont". */
const credit = /(?:^|\| ?)(?:de|von|di|by|av|af|van|od) \p{Lu}/u;
/** The time of a showing. */
export const time = /(?<![\d:.])(?:[01]?\d|2[0-3])[:h.][0-5]\d(?![\d.])/;
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const score = /(?<![\d/])\d{1,2}(?:[.,]\d)?\s?\/\s?(?:4|5|6|10|100)(?![\d/])|[★⭐*]{2}/;
const data = [length, certificate, genre, director, credit, year, time, score];

/** Whether a text has data of films, apart from words. */
export const hasFilmData = (text: string): boolean => data.some((pattern) => pattern.test(text));

/** How the months begin in the languages of Latin letters, without accents. A word in other letters may be one. */
const month =
  /^(?:[^a-z]|ja[nu]|feb|fev|fav|ma[airjyg]|mei|mrt|a[pbv]r|ju[nlih]|a[uog][guo]|s[ei][ptj]|set|o[ckut]t|nov|noi|de[czks]|dic|des|ene|gen|giu|lug|ian|iu[nl]|tam|hel|huh|tou|kes|hei|elo|syy|lok|jou|sty|lut|kwi|cze|lip|sie|wrz|paz|lis|gru|led|uno|bre|dub|kve|cer|srp|zar|rij|pro|sze|oca|sub|nis|haz|tem|agu|eyl|eki|kas|ara)/;
const dated =
  /^(?:\p{L}+[.,]*\s+)?\d{1,2}(?!\d)(?:[.,/]|st|nd|rd|th)*\s*(?:(?:de|of)\s+)?(?:(\p{L}+)\.?|\d{1,2}\.?)(?:[,./\s]\s*(?:de\s+)?\d{4})?$/u;

/** Whether a text is a date or a part of one: "Friday 12 December", "12 de dezembro", "pá 12. 12.", "12月13日(土)", "2021". */
export function isDate(text: string): boolean {
  const plain = text.trim();
  const [whole, word = '6'] = dated.exec(plain) ?? [];
  const folded = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return whole !== undefined ? month.test(folded) : /^\d{1,2}月\d{1,2}日|^(?:19|20)\d\d$/.test(plain);
}

/** Whether a row of a television guide says that it is a film: "Film. Comedy, UK 2004", "Thriller, USA 1995". */
export const isFilmRow = (text: string): boolean =>
  (genre.test(text) && year.test(text)) ||
  text.split(' | ').some((part) => isFilmNoun(/[\p{L}\p{M}-]+/u.exec(part)?.[0].toLowerCase() ?? ''));

/** How many kinds of film data a row's text has: length, certificate, genre, director, time of a showing, year, score, film word. */
export function countFilmData(text: string): number {
  return data.filter((pattern) => pattern.test(text)).length + (hasFilmWords(text) ? 1 : 0);
}

/** How many kinds of film data most of the rows' texts have, at most three. */
export function measureData(rows: string[]): number {
  const counts = rows.map(countFilmData);
  return [3, 2, 1].find((least) => counts.filter((count) => count >= least).length >= 0.6 * rows.length) ?? 0;
}

let dataSigns: RegExp[] | null = null;
const word = /\p{L}{2}|\p{Lo}/u;

/** Whether a text has nothing but film data: "12A", "Drama, 98 min", "★★★". */
export function isOnlyData(text: string): boolean {
  if (!word.test(text)) return true;
  dataSigns ??= data.map((pattern) => new RegExp(pattern.source, `${pattern.flags}g`));
  return !word.test(dataSigns.reduce((rest, sign) => rest.replace(sign, ' '), text));
}

const series =
  /(?<!\p{L})(?:(?:series|seasons?|staffel|temporadas?|saisons?|sezon|сезон) \d|\d+ (?:seasons?|episodes|staffeln|folgen|temporadas|saisons|episodios|épisodes|сезон|сери)|tv (?:mini )?series)/iu;

/** Whether a row says that it is a series: "Series 1 - 2", "3 seasons, 24 episodes". */
export const isSeriesRow = (text: string): boolean => series.test(text);

const otherData =
  /(?<!\p{L})(?:konzert|concerts?|concierto|obra|interval|pause|pages?|seiten|páginas|raciones|porciones|serves|servings|portionen|seats|plätze|isbn|verlag|publisher|playwright|players|workshop|apply|salary|chapters?|tracks?|pdf|doors|einlass|choir|orchest\p{L}+|exhibition|ausstellung|lecture|vortrag|tour|c?m²|cm)(?!\p{L})/iu;

/** Words on buttons, which are no books. */
const booking =
  /(?<!\p{L})book (?:now|tickets?|online|seats?|here|your)(?!\p{L})|(?<!\p{L})play(?= trailer)/giu;

/** Whether a row's text says that it is not about a film. */
export function isOtherData(row: string): boolean {
  const text = row.replace(booking, '');
  return (
    otherData.test(text) ||
    series.test(text) ||
    (findOtherKind(text) !== null && !hasFilmWords(text) && !length.test(text))
  );
}

/** Names that head pages and menus, not films. */
export const notFilms =
  /^(?:all|new|now|home|coming|soon|top|best|most|upcoming|popular|latest|trailers?|reviews?|news|genres?|action|adventure|animation|anime|biography|classics?|comed(?:y|ies)|crime|documentar(?:y|ies)|drama|family|fantasy|history|horror|kids|music|musical|mystery|romance|sci-?fi|science|short|shorts|sport|thriller|war|western|festivals?|archive|calendar|box|tickets|showtimes|schedule|cinemas?|theaters|index|list|search|critics?|awards?)(?:-(?:now|soon|playing|office|fiction|movies?|films?|rated|releases?|in|theaters|and|dvd|\d+))*$/;
/** Events and programmes of several films. */
export const programme =
  /(?<![a-zß-žа-яё])(?:shorts?(?: films?)?(?: \w+)? (?:competition|selection|programme|program|awards|\d)|(?:film|video|screendance) competition|shorts(?=:| \d| selection| programme)|programme \d|triple bill|double bill|marathon|all-nighter|kurzfilm(?:programm|rolle|nacht)|workshops?|masterclass|(?:launch|opening|closing) (?:party|night|ceremony|remarks)|registration|keynote|coffee break|reception|quiz|gala|awards? \d{4}|movie nights?|film awards|music video)(?![a-zß-žа-яё])/i;
