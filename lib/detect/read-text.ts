import { indexDocument, makeAsideTest, type DocumentIndex } from './index-document.ts';
import type { Sighting } from './types.ts';
import type { Clues } from './subject.ts';
import { findHeadlineSubject, isFilmPage } from './headline.ts';
import { isListName } from './headline-subject.ts';
import { readLine } from './page-head.ts';
import type { Page } from './page.ts';
import { groupByBlock, makeProseFound, readBlock } from './readers/prose.ts';
import type { BlockReading } from './readers/judge-span.ts';
import { readOpenGraph } from './readers/open-graph.ts';
import { countWords } from './word-counts.ts';
import { countKindWords, findOtherKind, hasFilmWords } from './words.ts';
import type { ListContext, ListReader, PartReaders, TextClues } from './text-types.ts';

/** Maximum number of tables read per page. */
const maxTables = 200;
/** Maximum number of headings considered as the article's headline. */
const maxHeadings = 30;

/**
 * An article about films has at least so many film words for each word about another kind of work. On saved pages those
 * have 2.6 and more, and articles about series or operas that name a film in passing at most 1.3.
 */
const minFilmShare = 1.5;

export function findTextSubject(clues: Clues, text: TextClues): Sighting | null {
  const { page, agree } = clues;
  const graph = readOpenGraph(page);
  if (graph?.hint.kind === 'film' && agree(graph.hint.title) >= 2) return graph;
  return text.findByFacts?.() ?? findHeadlineSubject(clues, text);
}

/** Reads headings and running text, and what the readers of tables and lists read. */
export function* readText(
  page: Page,
  root: Element,
  { lists, readTable }: PartReaders,
): Generator<Sighting | null, TextClues> {
  const index = yield* indexDocument(page, root, lists?.mayEnumerate);
  const isAside = makeAsideTest(index.paragraphs);
  const isFilm = isFilmPage(page);
  const words = countKindWords(index.bodyText);
  const tables = readTable ? yield* readTables(index, isFilm, readTable) : [];
  if (lists) yield* lists.read({ page, index, isAside, isFilmPage: isFilm, words, tables });
  // The texts of a page may all be too short for its body.
  const hasSign = isFilm || words.film > 0 || index.texts.some(({ data }) => hasFilmWords(data));
  const blocks = hasSign ? yield* readBlocks(index, page, { isAside, tables, lists }) : [];
  const wordCounts = countWords(blocks);
  const isOfOtherWorks = !isFilm && words.film < minFilmShare * words.other;
  const context = {
    page,
    isFilmPage: isFilm || page.names.some(isListName),
    isOnlyOfFilms: isFilm && findOtherKind(page.names.join(' | ')) === null,
    isOfOtherWorks,
    wordCounts,
  };
  for (const reading of blocks) {
    for (const span of reading.spans) {
      const found = makeProseFound(reading, span, context);
      if (found) yield found;
    }
    yield null;
  }
  const headingElements = index.headings.slice(0, maxHeadings).filter((heading) => !isAside(heading));
  const headings = headingElements.map(readLine);
  const shortTexts = (): Text[] =>
    index.labels.filter(({ parentElement }) => parentElement && !isAside(parentElement));
  const clues = { blocks, wordCounts, words, headings, bodyText: index.bodyText, shortTexts };
  if (!lists) return clues;
  return { ...clues, findByFacts: () => lists.findByFacts(page, index, headingElements, isOfOtherWorks) };
}

function* readBlocks(
  index: DocumentIndex,
  page: Page,
  { isAside, tables, lists }: Pick<ListContext, 'isAside' | 'tables'> & { lists: ListReader | undefined },
): Generator<null, BlockReading[]> {
  const blocks: BlockReading[] = [];
  const isEnglish = /^en|^$/i.test(page.language ?? '');
  const groups = yield* groupByBlock(index.apart, index.texts, isAside);
  yield null;
  let count = 0;
  for (const [block, apart] of groups) {
    count += 1;
    if (count % 8 === 0) yield null;
    if (tables.some((table) => table.contains(block))) continue;
    const reading = readBlock(block, apart, isEnglish, lists);
    if (reading.spans.length > 0) blocks.push(reading);
  }
  return blocks;
}

/** Reads the tables that list works; returns those that contained any. */
function* readTables(
  { tables, headings }: DocumentIndex,
  isFilm: boolean,
  readTable: NonNullable<PartReaders['readTable']>,
): Generator<Sighting | null, Element[]> {
  const read: Element[] = [];
  let next = 0;
  for (const table of tables.slice(0, maxTables)) {
    while (((headings[next]?.compareDocumentPosition(table) ?? 0) & 4) !== 0) next += 1;
    const before = headings[next - 1];
    let rows = 0;
    for (const found of readTable(table, { heading: before ? readLine(before) : '', isFilmPage: isFilm })) {
      if (found) yield found;
      rows += 1;
      if (rows % 20 === 0) yield null;
    }
    if (rows > 0) read.push(table);
    yield null;
  }
  return read;
}
