import { cleanText } from '../../std/text.ts';
import type { WorkKind } from '../../films/types.ts';
import { blockOf, rawText } from '../dom.ts';
import { makeFound, type Found } from '../found.ts';
import { readLine, type Page } from '../page.ts';
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

/** How the words beside a span speak: for a film (2 beside it, 1 near), or for another kind of work. */
export interface Verdict {
  film: 0 | 1 | 2;
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
    title.split(/\s+/).length <= 12
  );
}

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
export function listSpans(text: string, apart: Element[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const element of apart) {
    const raw = readLine(element);
    const at = text.indexOf(raw, from);
    if (raw === '' || at < 0) continue;
    from = at + raw.length;
    const title = trimSpan(raw);
    spans.push({ title, year: findYearBehind(text, from), start: at, end: from, element, isSetApart: true });
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
  return spans.filter((span) => isTitleLike(span.title)).sort((one, other) => one.start - other.start);
}

const filmBeside =
  /(?<!\p{L})(?:film|movie|thriller|biopic|documentary|drama|comedy|sequel|remake|blockbuster|musical film|spielfilm|kinofilm|dokumentarfilm|kurzfilm|film-drama|película|filme|pellicola|фильм\p{L}*|картин\p{L}*|film(?:u|em|ie)|snímek|snímku)s?,?\s*(?:(?:called|titled|entitled|named|wie|like|is|:|–|-)\s*)?["“„«‘'(]?$/iu;
const filmBehind =
  /^["”“»’']?\s*(?:\([^()]{0,40}\)\s*)?,?\s*(?:(?:is|was|the|a|an|der|die|das|ein|le|un|el|la)\s+){0,2}(?:\S+\s+){0,2}?(?:film|movie|thriller|biopic|documentary|película|filme|spielfilm)(?!\p{L})/iu;

/** How the words beside a span speak of it. The nearer word wins; what is joined to the span before shares its verdict. */
export function judgeSpan(
  text: string,
  span: Span,
  before: { span: Span; verdict: Verdict } | null,
): Verdict {
  const gap = before ? text.slice(before.span.end, span.start) : null;
  if (
    before &&
    gap !== null &&
    gap.length < 12 &&
    /^[\s,;&“"„‘'()]*(?:(?:and|or|und|oder|et|ou|y|e|o|och|og|i|a|и)\s+)?["“„‘']?$/iu.test(gap)
  )
    return before.verdict;
  const front = text.slice(Math.max(0, span.start - 90), span.start).replace(/^.*[.!?]\s+(?=\p{Lu})/u, '');
  const back = text.slice(span.end, span.end + 70).replace(/[.!?]\s+\p{Lu}.*$/u, '');
  if (filmBeside.test(front)) return { film: 2, other: null };
  const nearFront = front.slice(-45);
  const nearBack = back.slice(0, 40);
  const other = findOtherKind(`${nearFront} | ${nearBack}`);
  if (other === null && filmBehind.test(back)) return { film: 2, other: null };
  return { film: hasFilmWords(`${front} | ${back}`) ? 1 : 0, other };
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
export function readBlock(block: Element, apart: Element[]): BlockReading {
  const text = cleanText(rawText(block, maxBlockText));
  const spans: BlockReading['spans'] = [];
  for (const span of listSpans(text, apart))
    spans.push({ span, verdict: judgeSpan(text, span, spans.at(-1) ?? null) });
  return { block, text, spans };
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
    if (!at || isAside(at)) continue;
    const block = blockOf(at);
    const known = blocks.get(block) ?? [];
    if (element && known.at(-1) !== element) known.push(element);
    blocks.set(block, known);
  }
  return blocks;
}

/** A span as a found title; `isFilmPage`: the page says that it is about films. */
export function makeProseFound(
  reading: BlockReading,
  at: number,
  page: Page,
  isFilmPage: boolean,
): Found | null {
  const one = reading.spans[at];
  if (!one || one.verdict.other !== null) return null;
  const { span, verdict } = one;
  const { text } = reading;
  return makeFound({
    title: span.title,
    year: span.year,
    kind: verdict.film === 2 ? 'film' : null,
    language: page.language,
    element: span.element,
    evidence: 'text',
    standing: verdict.film === 2 && span.isSetApart && span.title.length > 2 ? 'stated' : 'possible',
    context: {
      yearBeside: span.year !== null,
      setApart: span.isSetApart,
      filmWordsNear: verdict.film > 0 || isFilmPage,
      namesNear: listNames(
        text.slice(Math.max(0, span.start - 160), span.start) + ' . ' + text.slice(span.end, span.end + 160),
      ),
    },
  });
}
