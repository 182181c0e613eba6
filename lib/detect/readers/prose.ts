import { decodePart } from '../decode.ts';
import { cleanText } from '../../text/text.ts';
import { foldTitle } from '../../films/titles/title-key.ts';
import { parseTitle } from '../../films/titles/title-parse.ts';
import { attribute, blockOf, nameOf, parentOf, rawText } from '../dom.ts';
import { makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import type { ListReader } from '../text-types.ts';
import type { Page } from '../page.ts';
import type { WordCounts } from '../word-counts.ts';
import { listTextSpans, type TextSpan } from './text-spans.ts';
import { findTextEnd } from './text-end.ts';
import { judgeSpans, type BlockReading } from './judge-span.ts';

const maxBlockText = 6000;

/** Capitalised names in a text, at most eight: two or three words that begin with a capital. */
function listNames(text: string): string[] {
  const names =
    text.match(
      /[A-ZÀ-ÞА-Я][\wà-ÿа-яā-ž'’.-]{1,20}(?:\s(?:de|von|van|der|la|del|di|da)){0,2}(?:\s[A-ZÀ-ÞА-Я][\wà-ÿа-яā-ž'’.-]{0,25}){1,2}/g,
    ) ?? [];
  return [...new Set(names.map((name) => name.slice(0, 60)))].slice(0, 8);
}

/** Reads one block's text, at most 6,000 characters, with the elements in it that mark titles; `lists` finds titles without marks. */
export function readBlock(
  block: Element,
  apart: Element[],
  isEnglish: boolean,
  lists: ListReader | undefined,
): BlockReading {
  const text = cleanText(rawText(block, maxBlockText));
  const marked = listTextSpans(text, apart, isEnglish);
  const named = (lists?.listEnumerated(text) ?? []).filter(
    ({ start, end }) => !marked.some((span) => span.start < end && start < span.end),
  );
  const spans = [...marked, ...named].sort((one, other) => one.start - other.start);
  const judgements = judgeSpans(text, spans);
  return {
    block,
    text,
    spans: spans.map((span, at) => ({ span, judgement: judgements[at] ?? { film: 0, other: null } })),
  };
}

/** The blocks around texts and elements, in order, each once, with the elements of each. Pauses often. */
export function* groupByBlock(
  apart: Element[],
  texts: Text[],
  isAside: (element: Element) => boolean,
): Generator<null, Map<Element, Element[]>> {
  const blocks = new Map<Element, Element[]>();
  const inner = [
    ...apart.map((element) => ({ at: element, apart: element })),
    ...texts.map((text) => ({ at: text.parentElement, apart: null })),
  ];
  for (const [count, { at, apart: element }] of inner.entries()) {
    if (count % 60 === 59) yield null;
    if (!at || (!element && isInLink(at)) || isAside(at)) continue;
    const block = blockOf(at);
    const known = blocks.get(block) ?? [];
    if (element && known.at(-1) !== element) known.push(element);
    blocks.set(block, known);
  }
  return blocks;
}

/** Whether an element is in a link, where quotes are other pages' headlines. */
function isInLink(element: Element): boolean {
  let at: Element | null = element;
  for (let level = 0; at && level < 3; at = parentOf(at), level += 1) if (nameOf(at) === 'a') return true;
  return false;
}

/** What the page says, for the judgement of its spans. */
export interface ProsePage {
  page: Page;
  /** Whether the page says that it is about films. */
  isFilmPage: boolean;
  /** Whether its names speak of films and of no other works. */
  isOnlyOfFilms: boolean;
  /** Whether its text is about another kind of work at least as much as about films. */
  isOfOtherWorks: boolean;
  wordCounts: Map<string, WordCounts>;
}

/** The article name in a link to a wiki: "/wiki/Rogue_One:_A_Star_Wars_Story"; null for other links. */
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

/**
 * A span as a sighting of a film or another work; null if the words around it are not evidence for either.
 */
export function makeProseFound(
  { block, text }: BlockReading,
  { span, judgement }: BlockReading['spans'][number],
  context: ProsePage,
): Sighting | null {
  const { page, isFilmPage, isOnlyOfFilms, isOfOtherWorks, wordCounts } = context;
  const counts = wordCounts.get(foldTitle(span.title));
  const article = findArticle(span.element);
  const said = article === null ? null : parseTitle(article);
  const other =
    judgement.other ?? (counts && counts.other > counts.beside + counts.near ? counts.otherKind : null);
  const isNamed = judgement.film === 3 || (counts?.named ?? 0) > 0 || said?.kind === 'film';
  // On a page about films, what has a year and is in quotes.
  const isDated = isOnlyOfFilms && span.year !== null;
  const kind = said?.kind ?? other ?? (isNamed || (isDated && span.isSetApart) ? 'film' : null);
  const isNear = judgement.film > 0 || (counts?.near ?? 0) > 0 || (isFilmPage && span.element !== null);
  if (kind !== null && kind !== 'film' && !span.isSetApart) return null;
  if (kind === null && !isNear && span.year === null) return null;
  const found = makeSighting({
    title: span.title,
    alternativeTitles: said ? [said.title] : [],
    year: span.year ?? said?.year ?? null,
    kind,
    language: page.language,
    element: span.element,
    evidence: 'text',
    certainty: (isNamed || isDated) && span.isSetApart && span.title.length > 2 ? 'stated' : 'possible',
    context: {
      yearBeside: span.year !== null,
      setApart: span.isSetApart,
      filmWordsNear: isNear && (!isOfOtherWorks || judgement.film > 1),
      namesNear: listNames(
        `${text.slice(Math.max(0, span.start - 160), span.start)} . ${text.slice(span.end, span.end + 160)}`,
      ),
    },
  });
  const isFilm = kind === null || kind === 'film';
  return found && !span.element && isFilm ? addTextEnd(found, block, text, span) : found;
}

/** The brackets with a year after a title, including the quotation mark before them. */
const dated = /^[”"’'“»,\s]{0,4}[([][^()[\]]{0,60}[)\]]/;

function addTextEnd(found: Sighting, block: Element, text: string, span: TextSpan): Sighting {
  const year = span.year === null ? undefined : dated.exec(text.slice(span.end, span.end + 90))?.[0];
  const end = findTextEnd(block, text, span.start, span.end + (year?.length ?? 0));
  if (!end) return found;
  return 'element' in end ? { ...found, element: end.element } : { ...found, textEnd: end };
}
