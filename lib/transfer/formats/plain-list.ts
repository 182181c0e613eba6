import { findRefInUrl, findWorkKindInUrl } from '../../films/refs.ts';
import type { FilmRef, WorkKind } from '../../films/types.ts';
import { planDays, readPlannedDay } from '../../tables/day-plan.ts';
import { parseRating } from '../../tables/columns/ratings.ts';
import { readHeader } from '../../tables/columns/split-header.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import type { ReadDay } from '../../tables/dates.ts';
import type { SourceFile } from '../../tables/types.ts';
import { createImportBuilder, type ImportBuilder } from '../import-builder.ts';
import { endsWithRating, splitLine, startsWithDay, type LineParts } from '../plain/line-parts.ts';
import { hasBullet, isClear, isId, listLines, type ListLine } from '../plain/list-lines.ts';
import { findScale, scaleTo } from '../tables/rating-scale.ts';
import { parseTitleText } from '../tables/title-text.ts';
import type { FileFormat, Reading, ReadOptions } from '../types.ts';
import { listIdRefs, readRating, readTitle, type RatingScale } from '../values.ts';
import { isWatchlistName } from '../watchlist-name.ts';

/** No title with its year is longer; longer lines are text. */
const maxLine = 120;

/** Whether a line has its own words behind a title with a year, apart from it. */
const hasWords = (text: string): boolean => /[([](?:18|19|20)\d\d[)\]]\s*[-–—|,;:★*⭐\d([]/u.test(text);

/** Whether a text is prose or a table: long lines, sentences, or tabs. */
const isOther = ({ text }: ListLine): boolean =>
  (text.length > maxLine && !hasWords(text)) ||
  text.length > 10 * maxLine ||
  (/[.!?]\s+\p{Lu}.*[.!?]$/u.test(text) && !hasWords(text)) ||
  text.includes('\t');

const isListName = (name: string): boolean => /\.(?:txt|md|markdown|text|list|lst)$/i.test(name);

const isMost = (lines: ListLine[], fits: (text: string) => boolean): boolean =>
  lines.filter(({ text }) => fits(text)).length >= lines.length * 0.8;

/** Whether a text has the rule below the header of a table in Markdown. */
const isMarkdownTable = (text: string): boolean =>
  /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/m.test(text.slice(0, 20_000));

function isPlainList({ name, text, json, header }: SourceFile): boolean {
  if (json !== undefined || /^\uFEFF?\s*</.test(text) || isMarkdownTable(text)) return false;
  const isTable = header.length > 1 && !isListName(name);
  const isNamed = header.length === 1 && readHeader(header[0] ?? '').meanings.size > 0 && !isListName(name);
  if (isTable || isNamed) return false;
  const start = text.slice(0, 20_000);
  const lines = listLines(start);
  if (lines.length === 0 || lines.some(isOther)) return false;
  const isOfCells = isMost(lines, (line) => line.split(/[,;]/).length === header.length);
  if (header.length > 1 && isOfCells && !lines.every((line) => isClear(line.text))) return false;
  const clear = lines.filter((line) => isClear(line.text)).length;
  // A list of titles alone is known by its name, and by at least one clear line or a mark of a list.
  const isMarked = start.split('\n').filter(hasBullet).length > lines.length / 2;
  const isDiary = isMost(lines, startsWithDay) || isMost(lines, endsWithRating);
  return clear >= lines.length / 2 || (isListName(name) && (clear > 0 || isMarked || isDiary));
}

function listRefs(text: string): FilmRef[] {
  const ref = findRefInUrl(text);
  return [...listIdRefs({ imdb: isId(text) ? text : '' }), ...(ref === null ? [] : [ref])];
}

const otherWorks: WorkKind[] = ['series', 'season', 'episode', 'game', 'book'];

/** A line with its parts, and what the whole list tells of them. */
interface PlannedLine {
  line: ListLine;
  parts: LineParts;
}

/** How the days and numbers of a list are read. */
interface ListPlan {
  readDay: (text: string) => ReadDay | null;
  /** Null when the numbers leave it open, or are none. */
  scale: RatingScale | null;
  isWatchlist: boolean;
}

/** The text of a day, with the year of the heading above it where it has none; '' without one. */
function dayOf({ line, parts }: PlannedLine): string {
  const short = /^(\d{1,2})[./](\d{1,2})\.?$/.exec(parts.day);
  if (short === null) return parts.day;
  return line.year === null ? '' : `${short[1]}/${short[2]}/${line.year}`;
}

function planList(
  file: SourceFile,
  lines: PlannedLine[],
  builder: ImportBuilder,
  options: ReadOptions,
): ListPlan {
  const plan = planDays(
    lines.map(dayOf).filter((day) => day !== ''),
    { findDay: builder.findDay, dateOrder: options.dateOrder },
  );
  const numbers = lines.flatMap(({ parts }) => (parts.number === '' ? [] : [parts.number]));
  const found = findScale('', numbers, options.scale);
  if (found.others.length > 0 && numbers.length >= lines.length / 2)
    builder.addDoubt({ kind: 'scale', column: file.name, best: found.scale.best, others: found.others });
  return {
    readDay: (text) => (text === '' ? null : readPlannedDay(text, null, plan, file.name)),
    scale: numbers.length > 0 && found.others.length === 0 ? found.scale : null,
    isWatchlist: isWatchlistName(file.name),
  };
}

function rate(
  builder: ImportBuilder,
  { parts }: PlannedLine,
  { scale }: ListPlan,
  film: ReturnType<ImportBuilder['film']>,
  from: ListFrom,
): void {
  const { value, best } = parseRating(parts.rating || parts.number);
  const own = parts.rating === '' ? scale : scaleTo(best ?? 10);
  if (value === '' || own === null) return;
  const stars = readRating(value, null, { ...own, worst: 0.1, step: 0.1 });
  builder.addRating({ film, value: stars.value, from });
  if (!stars.isExact) builder.notice(from, null, 'rounded-rating', parts.rating || parts.number, stars.value);
}

type ListFrom = { file: string; row: number };

function readLine(builder: ImportBuilder, file: SourceFile, planned: PlannedLine, plan: ListPlan): void {
  const { line, parts } = planned;
  const from = { file: file.name, row: line.row };
  const isBare = isId(line.text);
  const refs = listRefs(line.text);
  const named = isBare ? null : parseTitleText(parts.title);
  const kind = named === null ? findWorkKindInUrl(line.text) : named.kind;
  const other = otherWorks.find((each) => each === kind);
  if (other !== undefined) throw new RowFault(reasonOf(other), null, 'not-a-film', shorten(line.text));
  if (isBare && refs.length === 0) throw new RowFault('missing-title', null, 'missing-title');
  const title = named?.title ?? '';
  const film = builder.film({
    title: refs.length > 0 ? title : readTitle(title, null),
    year: named?.year ?? null,
    refs,
  });
  builder.rejectDuplicate(`line ${line.text}`, null, 'same-row');
  const status = parts.status ?? line.status;
  if (status === 'watching' || status === 'paused')
    throw new RowFault('in-progress', null, 'in-progress', shorten(line.text));
  const day = plan.readDay(dayOf(planned));
  rate(builder, planned, plan, film, from);
  if (status === 'liked') builder.addLike(film, from);
  const note = [dayOf(planned) === '' ? parts.day : '', plan.scale === null ? parts.number : '', parts.note]
    .filter((text) => text !== '')
    .join(', ');
  if (status === 'planned' || (plan.isWatchlist && status === null && day === null))
    return void builder.addToWatchlist({ film, reason: note, from });
  builder.addEntry({
    film,
    watchedOn: day?.day ?? null,
    watchedAt: day?.at ?? null,
    rewatch: status === 'rewatched',
    finished: status !== 'dropped',
    note,
    isSeenMark: status !== 'dropped' && day === null && note === '',
    from,
  });
}

function reasonOf(kind: WorkKind) {
  if (kind === 'season' || kind === 'episode' || kind === 'game' || kind === 'book') return kind;
  return 'series';
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const lists = files.map((file) => ({ file, lines: listLines(file.text) }));
  const isIds = lists.every(({ lines }) => lines.every(({ text }) => isId(text)));
  const builder = createImportBuilder(isIds ? 'id-list' : 'plain-list', options);
  for (const { file, lines } of lists) {
    const hasDays = isMost(lines, startsWithDay);
    const planned = lines.map((line) => ({ line, parts: splitLine(line.text, hasDays) }));
    const plan = planList(file, planned, builder, options);
    for (const each of planned)
      builder.attempt({ file: file.name, row: each.line.row }, () => readLine(builder, file, each, plan));
  }
  return builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: false });
}

/**
 * A list with one film a line: titles with or without a year, ids or addresses. Boxes and headings tell what was seen; a
 * list without them is one of films that were seen, unless its name says otherwise.
 */
export const plainList: FileFormat = {
  id: 'plain-list',
  notes: {
    files: 'A text with one film a line: titles, IMDb ids or addresses',
    read: 'Films, with days, ratings and words beside them; boxes and headings that say what was seen',
    left: 'Headings',
  },
  recognise: (files) => files.filter(isPlainList),
  read: readFiles,
};
