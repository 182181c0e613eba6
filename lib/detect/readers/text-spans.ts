import { cleanText } from '../../text/text.ts';
import { readLine } from '../page-head.ts';
import { isFilmNoun } from '../words.ts';

/** A title in running text, with its position and style. */
export interface TextSpan {
  title: string;
  year: number | null;
  /** Start and end in its block's text, in UTF-16 units. */
  start: number;
  end: number;
  /** The element that marks it; null for quotes and plain words. */
  element: Element | null;
  isSetApart: boolean;
  /** Whether it is in a list of films. */
  isOfFilms?: boolean;
}

const maxTitle = 90;

/** Opening quotation marks, each with the marks that close it. */
const closers: Record<string, string> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«»',
  '”': '”',
  '‹': '›',
  '›': '‹',
  '‚': '‘’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '〝': '〟',
  '״': '״',
  '"': '"',
  '‘': '’',
  "'": "'",
};
const openers = /[“„«»”‹›‚「『《〈〝״"‘']/g;

/** Words that join the capitalised words of a title, in the languages of the sites. */
const joiners = new Set(
  'a an the of and in on to for with from at by or as vs v de la le les du des el los las y e di da il lo der die das und im von zu et en o os do dos i w na'.split(
    ' ',
  ),
);

/** Services, newspapers and phrases that are marked like titles. */
const notTitles =
  /^(?:the )?(?:amazon(?: prime.*)?|netflix|hulu|itunes|vudu|youtube|google play|hbo.{0,4}|disney\+|apple tv\+?|showtime|imdb|wikipedia|facebook|twitter|instagram|(?:\S+ ){0,2}times|hollywood reporter|(?:new york |washington )post|guardian|atlantic|independent|observer|telegraph|new (?:yorker|republic)|wall street journal|wrap|variety|deadline|vanity fair|entertainment weekly|rolling stone|indiewire|reuters|vulture|time|esquire|gq|empire|sight & sound|der spiegel|die zeit|le (?:monde|figaro)|el país|here|read more|see also|note|editor’s note|update|spoilers?(?: alert)?|meanwhile|however|advertisement|sponsored|photo|image|source|embedded video|电影|電影|影片|映画|영화|ภาพยนตร์|หนัง)$/i;

/** Whether a character is a letter or a digit; quotes and dashes of every script are not. */
function isWordSign(sign: string | undefined): boolean {
  return (
    sign !== undefined &&
    (sign.toLowerCase() !== sign.toUpperCase() || /[0-9\u0590-\u1fff\u3040-\ud7ff]/.test(sign))
  );
}

/** Whether the character is of a script without spaces, where a quotation may follow a letter. */
function isJoinedScript(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '\u0e00';
}

function isSmall(word: string): boolean {
  const first = word.charAt(0);
  // The capitals of Georgian are not used in titles. A name such as "eXperiment" has its capital later.
  return first !== first.toUpperCase() && !/[ა-ჿ]/.test(first) && !/^.[A-Z]/.test(word);
}

/**
 * Whether a word begins like a word of a title: with a capital, a digit, or a letter of a script without
 * capitals.
 */
function isCapital(word: string): boolean {
  return isWordSign(word.charAt(0)) && !isSmall(word);
}

/** The run of capitalised words and joining words at the end of a text: "comedy Save the Green Planet". */
export function findTitleRun(text: string): string {
  const words = text.trimEnd().slice(-maxTitle).split(/\s+/);
  let from = words.length;
  for (let at = words.length - 1; at >= 0 && words.length - at <= 12; at -= 1) {
    const word = words[at] ?? '';
    if (at < words.length - 1 && /[.;!?)\]”"]$/.test(word) && !/^(?:.|vol|mr|mrs|dr|st|vs)\.$/i.test(word))
      break;
    if (isCapital(word.replace(/^[“"'‘„«&¡¿]+/, '') || word) || word === '&') from = at;
    else if (!joiners.has(word.toLowerCase()) && word !== '–' && word !== '-') break;
  }
  return words.slice(from).join(' ');
}

/** Whether a title is a single word for a film, as a section of a newspaper is called. */
const isSection = (title: string): boolean =>
  !/\s/.test(title) && !isJoinedScript(title[0]) && isFilmNoun(title.toLowerCase());

/** Whether words could be a title: they begin like one, are few, and are not a sentence. */
export function isTitleLike(title: string): boolean {
  return (
    title.length > 0 &&
    title.length <= maxTitle &&
    (isCapital(title) || /^[¡¿#.…(]/.test(title)) &&
    !/[;@/\\]|https?:|[.!?]\s+\S+\s+\S+\s+\S+\s+\S/.test(title) &&
    // Thirteen words have at least 25 characters.
    (title.length < 25 || title.split(/\s+/, 13).length <= 12) &&
    !notTitles.test(title) &&
    !isSection(title)
  );
}

/** Whether a title is capitalised as in English; shorter than four significant words, always true. */
function isInCapitals(title: string): boolean {
  const words = title
    .split(/\s+/)
    .slice(1)
    .filter((word) => isSmall(word) || word.length > 3);
  const small = words.filter((word) => isSmall(word) && !joiners.has(word.replace(/\W+$/, ''))).length;
  return words.length < 3 || 2 * small < words.length;
}

function trimSpan(text: string): string {
  const bare = cleanText(text).replace(/^[“"'‘„«\s]+|[\s,;:”"“»]+$/g, '');
  const ended = /(?:^|\s)(?:.|vol|jr|etc)\.$/i.test(bare) ? bare : bare.replace(/\.$/, '');
  return ended.replace(/(?<!s)['’]s?$/, '');
}

const yearAfter =
  /^[”"’'“»,\s]{0,4}[([](?:[^()[\]]{0,40}[\s,/])?((?:18|19|20)\d\d)(?:[,;][^()[\]]{0,40})?[)\]]/;
const bracketedYear = /[([](?:[^()[\]]{0,30}[\s,/])?((?:18|19|20)\d\d)[)\]]/g;

function findYearAfter(text: string, end: number): number | null {
  const year = yearAfter.exec(text.slice(end, end + 90))?.[1];
  return year === undefined ? null : Number(year);
}

function listApart(text: string, apart: Element[]): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = 0;
  for (const element of apart) {
    const raw = readLine(element);
    const at = raw === '' ? -1 : text.indexOf(raw, from);
    if (at < 0) continue;
    from = at + raw.length;
    const last = spans.at(-1);
    const isSplit = last !== undefined && text.slice(last.end, at).trim() === '';
    const start = isSplit ? last.start : at;
    if (isSplit) spans.pop();
    spans.push({
      title: trimSpan(text.slice(start, from)),
      year: findYearAfter(text, from),
      start,
      end: from,
      element,
      isSetApart: true,
    });
  }
  return spans;
}

/**
 * The offset after the closing mark of the quote that begins at `start`; -1 if it is not a quote. An
 * apostrophe does not close one.
 */
function findQuoteEnd(text: string, start: number, opener: string): number {
  const closer = closers[opener] ?? '';
  const isStraight = opener === closer;
  if (
    (isStraight || opener === '‘' || opener === '»' || opener === '›') &&
    isWordSign(text[start - 1]) &&
    !isJoinedScript(text[start - 1])
  )
    return -1;
  // A closing mark that did not close anything.
  if (opener === '”' && !/[\s([–—-]/.test(text.charAt(start - 1) || ' ')) return -1;
  for (let at = start + 1; at < text.length && at <= start + maxTitle + 2; at += 1) {
    const sign = text.charAt(at);
    if (closer.includes(sign)) {
      if ((sign !== '’' && sign !== "'") || !isWordSign(text[at + 1])) return at + 1;
    } else if (sign === opener) return -1;
  }
  return -1;
}

function listQuotes(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  openers.lastIndex = 0;
  for (let match = openers.exec(text); match; match = openers.exec(text)) {
    const start = match.index;
    const end = findQuoteEnd(text, start, match[0]);
    if (end < 0) continue;
    spans.push({
      title: trimSpan(text.slice(start + 1, end - 1)),
      year: findYearAfter(text, end),
      start,
      end,
      element: null,
      isSetApart: true,
    });
    openers.lastIndex = end;
  }
  return spans;
}

function listDated(text: string): TextSpan[] {
  return [...text.matchAll(bracketedYear)].map((match) => {
    const end = match.index;
    const title = trimSpan(findTitleRun(text.slice(Math.max(0, end - maxTitle), end)));
    const start = title === '' ? -1 : text.lastIndexOf(title, end);
    return { title, year: Number(match[1]), start, end, element: null, isSetApart: false };
  });
}

/**
 * The spans of a block's text that may be titles: in one of `apart`, in quotes, or followed by a year in
 * brackets.
 */
export function listTextSpans(text: string, apart: Element[], isEnglish: boolean): TextSpan[] {
  const spans = listApart(text, apart);
  for (const quote of listQuotes(text)) {
    if (!spans.some((span) => quote.start < span.end && span.start < quote.end)) spans.push(quote);
  }
  for (const dated of listDated(text)) {
    if (!spans.some((span) => span.year !== null && span.start <= dated.end && dated.end <= span.end + 40))
      spans.push(dated);
  }
  return spans
    .filter((span) => span.start >= 0 && isTitleLike(span.title) && (!isEnglish || isInCapitals(span.title)))
    .sort((one, other) => one.start - other.start);
}
