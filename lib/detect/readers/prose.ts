import { cleanText } from '../../std/text.ts';
import { foldTitle } from '../../films/title-key.ts';
import { parseTitle } from '../../films/title-parse.ts';
import type { WorkKind } from '../../films/types.ts';
import { attribute, blockOf, nameOf, parentOf, rawText } from '../dom.ts';
import { makeFound, type Found } from '../found.ts';
import { readLine, type Page } from '../page.ts';
import type { Tally } from '../tally.ts';
import { findOtherKind, hasFilmWords } from '../words.ts';

/** A title that stands in running text, and how it stands there. */
export interface Span {
  title: string;
  year: number | null;
  /** Where it stands in its block's text. */
  start: number;
  end: number;
  /** The element it is set in, or null for quotes and bare words. */
  element: Element | null;
  isSetApart: boolean;
}

/**
 * How the words beside a span speak: 3 "the film X", 2 "the thriller X", which may be a series too, 1 words of film
 * near it; or for another kind of work.
 */
export interface Verdict {
  film: 0 | 1 | 2 | 3;
  other: WorkKind | null;
}

const maxBlockText = 6000;
const maxTitle = 90;

const quoted =
  /“([^“”]{1,92})”|„([^„“”]{1,92})[“”]|«([^«»]{1,92})»|»([^«»]{1,92})«|「([^「」]{1,60})」|『([^『』]{1,60})』|《([^《》]{1,60})》|(?<![\p{L}\p{N}])"([^"]{1,92})"|(?<![\p{L}\p{N}])‘((?:[^‘’]|’(?=\p{L})){1,92})’|(?<![\p{L}\p{N}])'((?:[^']|'(?=\p{L})){1,92})'(?!\p{L})/gu;
const bracketedYear = /[([](?:[^()[\]]{0,30}[\s,/])?((?:18|19|20)\d\d)[)\]]/g;

/** Words that join the capitalised words of a title, in the languages of the sites. */
const joiners = new Set(
  'a an the of and in on to for with from at by or as vs v de la le les du des el los las y e di da il lo der die das und im von zu et en o os do dos i w na'.split(
    ' ',
  ),
);

/** The run of capitalised words, and words that join them, that ends a text: "comedy Save the Green Planet". */
export function findTitleRun(text: string): string {
  const words = text.trimEnd().slice(-maxTitle).split(/\s+/);
  let from = words.length;
  for (let at = words.length - 1; at >= 0 && words.length - at <= 12; at -= 1) {
    const word = words[at] ?? '';
    if (
      /[.;!?)\]”"]$/.test(word) &&
      at < words.length - 1 &&
      !/^(?:\p{L}|vol|mr|mrs|dr|st|vs)\.$/iu.test(word)
    )
      break;
    if (/^[\p{Lu}\p{N}&¡¿]/u.test(word) || (/^[“"'‘„«]\p{Lu}/u.test(word) && word.length > 2)) from = at;
    else if (!joiners.has(word.toLowerCase()) && word !== '–' && word !== '-') break;
  }
  return words
    .slice(from)
    .join(' ')
    .replace(/^[“"'‘„«]|[”"'’“»,]+$/gu, '');
}

/** Whether words could be a title: they begin like one, are few, and are no sentence. */
export function isTitleLike(title: string): boolean {
  return (
    title.length > 0 &&
    title.length <= maxTitle &&
    /^[\p{Lu}\p{Lo}\p{N}¡¿#.…(]/u.test(title) &&
    !/[.!?]\s+\p{Ll}|[.!?]\s+\S+\s+\S+\s+\S+\s+\S|[;@/\\]|https?:/u.test(title) &&
    title.split(/\s+/).length <= 12 &&
    !notTitles.test(title)
  );
}

/** Whether a title of four words or more is set in capitals as English ones are; others pass. */
function isInCapitals(title: string): boolean {
  const words = title
    .split(/\s+/)
    .slice(1)
    .filter((word) => /^\p{Ll}/u.test(word) || word.length > 3);
  const small = words.filter(
    (word) => /^\p{Ll}/u.test(word) && !joiners.has(word.replace(/\W+$/, '')),
  ).length;
  return words.length < 3 || 2 * small < words.length;
}

/** Services, papers and phrases that are set apart as titles are. */
const notTitles =
  /^(?:amazon(?: prime(?: video)?)?|netflix|hulu|itunes|vudu|youtube|google play|hbo(?: (?:go|now|max))?|disney\+|apple tv\+?|showtime|imdb|wikipedia|facebook|twitter|instagram|(?:the )?(?:new york|los angeles|financial|sunday|irish)? ?(?:times|post|guardian|atlantic|independent|observer|telegraph|hollywood reporter|washington post|new yorker|new republic|wall street journal|wrap)|variety|deadline|vanity fair|entertainment weekly|rolling stone|indiewire|reuters|vulture|time|esquire|gq|empire|sight & sound|der spiegel|die zeit|le monde|le figaro|el país|here|read more|see also|note|editor['’]s note|update|spoilers?(?: ahead| alert)?|meanwhile|however|advertisement|sponsored|photo|image|source|embedded video|advertisement)$/i;

function trimSpan(text: string): string {
  return cleanText(text)
    .replace(/^[“"'‘„«\s]+|[\s,;:”"“»]+$/gu, '')
    .replace(/(?<!\b(?:\p{L}|vol|jr|etc))\.$/iu, '')
    .replace(/(?<!s)['’]s?$/u, '');
}

function findYearBehind(text: string, end: number): number | null {
  const year =
    /^[”"’'“»,\s]{0,3}\s?[([](?:[^()[\]]{0,40}[\s,/])?((?:18|19|20)\d\d)(?:[,;][^()[\]]{0,40})?[)\]]/.exec(
      text.slice(end, end + 60),
    )?.[1];
  return year === undefined ? null : Number(year);
}

/** The spans of a block's text that may be titles: quoted, set in one of `apart`, or with a year in brackets behind. */
export function listSpans(text: string, apart: Element[], isEnglish: boolean): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const element of apart) {
    const raw = readLine(element);
    const at = text.indexOf(raw, from);
    if (raw === '' || at < 0) continue;
    from = at + raw.length;
    const last = spans.at(-1);
    const isSplit = last !== undefined && /^\s?$/.test(text.slice(last.end, at));
    const start = isSplit ? last.start : at;
    if (isSplit) spans.pop();
    spans.push({
      title: trimSpan(text.slice(start, from)),
      year: findYearBehind(text, from),
      start,
      end: from,
      element,
      isSetApart: true,
    });
  }
  for (const match of text.matchAll(quoted)) {
    const start = match.index;
    const end = start + match[0].length;
    if (spans.some((span) => start < span.end && span.start < end)) continue;
    const title = trimSpan(match.slice(1).find((group) => group !== undefined) ?? '');
    spans.push({ title, year: findYearBehind(text, end), start, end, element: null, isSetApart: true });
  }
  for (const match of text.matchAll(bracketedYear)) {
    const end = match.index;
    if (spans.some((span) => span.start <= end && end <= span.end + 30 && span.year !== null)) continue;
    const title = trimSpan(findTitleRun(text.slice(Math.max(0, end - maxTitle), end)));
    const start = text.lastIndexOf(title, end);
    if (title !== '')
      spans.push({ title, year: Number(match[1]), start, end, element: null, isSetApart: false });
  }
  return spans
    .filter((span) => isTitleLike(span.title) && (!isEnglish || isInCapitals(span.title)))
    .sort((one, other) => one.start - other.start);
}

const opening = `s?,?\\s*(?:(?:called|titled|entitled|named|namens|like|such as|comme|:|–|-)\\s*)?["“„«‘'(]?$`;
const filmBeside = new RegExp(
  `(?<!\\p{L})(?:film|movie|biopic|spielfilm|kinofilm|dokumentarfilm|kurzfilm|película|filme|pellicola|фильм\\p{L}*|film(?:u|em|ie|y))${opening}`,
  'iu',
);
const genreBeside = new RegExp(
  `(?<!\\p{L})(?:thriller|drama|comedy|sequel|remake|blockbuster|documentary|romance|western|musical|satire|horror|trilogy|snímek|snímku|картин\\p{L}*|komödie|comédie|comedia|franchise)${opening}`,
  'iu',
);
/** "the 2014 drumming drama X": a genre with a year before it is a film's, where nothing says series. */
const datedGenre =
  /(?<!\d)((?:18|19|20)\d\d)\s(?:[\p{L}-]+\s){0,3}(?:film|movie|drama|comedy|musical|thriller|documentary|biopic|western|horror|romance|satire|remake)s?,?\s["“„«‘'(]?$/iu;
const filmBehind =
  /^["”“»’']?\s*(?:\([^()]{0,40}\)\s*)?(?:,|is|was|–|—|est|ist|es)\s*(?:(?:the|a|an|der|die|das|ein|eine|le|la|un|une|el|il)\s+)(?:[^\s,;.]+\s+){0,4}?(?:film|movie|biopic|película|filme|spielfilm)(?![\p{L}-])(?!\s+(?:critic|director|maker|studio|festival|school|score|star|composer|editor|professor|producer|historian))/iu;
/** What joins two titles of one list: "“A,” “B” and “C”". */
const joint = /^[\s,;&“"„‘'»«”’()]*(?:(?:and|or|und|oder|et|ou|y|e|o|och|og|i|a|и)\s+)?["“„‘'«]?$/iu;

/** How the words beside a span speak of it. */
export function judgeSpan(text: string, span: Span): Verdict {
  const front = text
    .slice(Math.max(0, span.start - 90), span.start)
    .replace(/^.*[.!?]["”’]?\s+(?=["“‘]?\p{Lu})/u, '');
  const back = text.slice(span.end, span.end + 70).replace(/(?<!^.{0,3})[.!?]["”’]?\s+["“‘]?\p{Lu}.*$/u, '');
  const other = findOtherKind(`${front.slice(-45)} | ${back.slice(0, 45)}`);
  const dated = datedGenre.exec(front)?.[1];
  if (dated !== undefined && other !== 'series' && other !== 'episode') {
    span.year ??= Number(dated);
    return { film: 3, other: null };
  }
  if (filmBeside.test(front)) return { film: 3, other: null };
  if (other === null && filmBehind.test(back)) return { film: 3, other: null };
  if (genreBeside.test(front)) return { film: 2, other: findOtherKind(back) ?? other };
  const film = hasFilmWords(`${front} | ${back}`) ? 1 : 0;
  // Films have songs: words of music beside words of film say nothing.
  return { film, other: film > 0 && other === 'album' ? null : other };
}

/** Joined titles share the strongest verdict among them: a kind that is no film, unless each says film itself. */
function judgeSpans(text: string, spans: Span[]): Verdict[] {
  const verdicts = spans.map((span) => judgeSpan(text, span));
  for (let from = 0; from < spans.length;) {
    let end = from + 1;
    while (spans[end] && joint.test(text.slice(spans[end - 1]?.end, spans[end]?.start).slice(0, 20)))
      end += 1;
    const group = verdicts.slice(from, end);
    const other = group.find((verdict) => verdict.other !== null)?.other ?? null;
    const film = group[0]?.film ?? 0;
    for (let at = from; at < end; at += 1) {
      const own = verdicts[at];
      if (own && end - from > 1)
        verdicts[at] =
          film === 3
            ? { film: 3, other: own.film === 3 ? null : own.other }
            : { film: film > own.film ? film : own.film, other: own.film === 3 ? null : other };
    }
    from = end;
  }
  return verdicts;
}

/** Capitalised names in a text, at most eight: two or three words that begin with a capital. */
export function listNames(text: string): string[] {
  const names =
    text.match(
      /\p{Lu}[\p{L}'’.-]{1,20}(?:\s(?:de|von|van|der|la|del|di|da)){0,2}(?:\s\p{Lu}[\p{L}'’.-]{0,25}){1,2}/gu,
    ) ?? [];
  return [...new Set(names.map((name) => name.slice(0, 60)))].slice(0, 8);
}

/** What a block of text says: its spans with their verdicts. */
export interface BlockReading {
  block: Element;
  text: string;
  spans: { span: Span; verdict: Verdict }[];
}

/** Reads one block's text, at most 6,000 characters, with the elements in it that set words apart. */
export function readBlock(block: Element, apart: Element[], isEnglish: boolean): BlockReading {
  const text = cleanText(rawText(block, maxBlockText));
  const spans = listSpans(text, apart, isEnglish);
  const verdicts = judgeSpans(text, spans);
  return {
    block,
    text,
    spans: spans.map((span, at) => ({ span, verdict: verdicts[at] ?? { film: 0, other: null } })),
  };
}

/** The blocks in which texts and elements stand, in the order of the page, each once. */
export function groupByBlock(
  apart: Element[],
  texts: Text[],
  isAside: (element: Element) => boolean,
): Map<Element, Element[]> {
  const blocks = new Map<Element, Element[]>();
  const inner = [
    ...apart.map((element) => ({ at: element, apart: element })),
    ...texts.map((text) => ({ at: text.parentElement, apart: null })),
  ];
  for (const { at, apart: element } of inner) {
    if (!at || (!element && isInLink(at)) || isAside(at)) continue;
    const block = blockOf(at);
    const known = blocks.get(block) ?? [];
    if (element && known.at(-1) !== element) known.push(element);
    blocks.set(block, known);
  }
  return blocks;
}

/** Quotes in links are other pages' headlines. */
function isInLink(element: Element): boolean {
  const parent = parentOf(element);
  return [element, parent, parent && parentOf(parent)].some((one) => one && nameOf(one) === 'a');
}

/** What is known of a page when its spans are judged. */
export interface ProsePage {
  page: Page;
  /** The page says that it is about films. */
  isFilmPage: boolean;
  tallies: Map<string, Tally>;
}

/** The name that a link to a wiki's article gives: "/wiki/Rogue_One:_A_Star_Wars_Story"; null for other links. */
function findArticle(element: Element | null): string | null {
  if (!element) return null;
  const link =
    nameOf(element) === 'a' ? element : (element.closest('a[href]') ?? element.querySelector('a[href]'));
  const name = link
    ? /\/wiki\/([^?#:]{1,120}(?::_[^?#]{1,120})?)$/.exec(attribute(link, 'href'))?.[1]
    : undefined;
  return name === undefined || !URL.canParse(`https://a.b/${name}`)
    ? null
    : decodePart(name).replace(/_/g, ' ');
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A span as a found title, a film or another work; null where the words around it do not say. */
export function makeProseFound(
  { text }: BlockReading,
  { span, verdict }: BlockReading['spans'][number],
  context: ProsePage,
): Found | null {
  const { page, isFilmPage, tallies } = context;
  const tally = tallies.get(foldTitle(span.title));
  const article = findArticle(span.element);
  const said = article === null ? null : parseTitle(article);
  const other = verdict.other ?? (tally && tally.other > tally.beside + tally.near ? tally.otherKind : null);
  const isNamed = verdict.film === 3 || (tally?.named ?? 0) > 0 || said?.kind === 'film';
  const kind = said?.kind ?? other ?? (isNamed ? 'film' : null);
  const isNear = verdict.film > 0 || (tally?.near ?? 0) > 0 || (isFilmPage && span.element !== null);
  if (kind !== null && kind !== 'film' && !span.isSetApart) return null;
  if (kind === null && !isNear && span.year === null) return null;
  return makeFound({
    title: span.title,
    alternativeTitles: said ? [said.title] : [],
    year: span.year ?? said?.year ?? null,
    kind,
    language: page.language,
    element: span.element,
    evidence: 'text',
    standing: isNamed && span.isSetApart && span.title.length > 2 ? 'stated' : 'possible',
    context: {
      yearBeside: span.year !== null,
      setApart: span.isSetApart,
      filmWordsNear: isNear,
      namesNear: listNames(
        `${text.slice(Math.max(0, span.start - 160), span.start)} . ${text.slice(span.end, span.end + 160)}`,
      ),
    },
  });
}
