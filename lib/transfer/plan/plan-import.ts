import { createFilmLookup } from '../../films/film-lookup.ts';
import type { Film, Match } from '../../films/types.ts';
import type { ImportStep } from '../../watchlog/imports/imports.ts';
import type { SkippedRow } from '../../tables/types.ts';
import type { FilmInput } from '../../watchlog/types.ts';
import { truncateText } from '../../text/text.ts';
import { removeTags } from '../../text/tags.ts';
import { limits } from '../../text/log-limits.ts';
import { createLogLookup, type LogLookup } from './log-lookup.ts';
import { planLists } from './plan-lists.ts';
import { planEntries } from './plan-entries.ts';
import {
  defaultPolicy,
  type DuplicatePolicy,
  type FilmDecision,
  type FilmQuestion,
  type ImportPlan,
  type PlanOptions,
  type PlanRow,
} from './plan-types.ts';
import type { Reading, ReadEntry, ReadLike, ReadRating, ReadTag, ReadWatchlistItem } from '../types.ts';

/** Everything the files have about one film. */
interface FilmRows {
  entries: ReadEntry[];
  rating: ReadRating | null;
  watch: ReadWatchlistItem | null;
  like: ReadLike | null;
  tags: ReadTag[];
}

function groupByFilm({ entries, ratings, watchlist, liked, tags }: Reading): Map<FilmInput, FilmRows> {
  const films = new Map<FilmInput, FilmRows>();
  const rowsOf = (film: FilmInput): FilmRows => {
    const known = films.get(film) ?? { entries: [], rating: null, watch: null, like: null, tags: [] };
    films.set(film, known);
    return known;
  };
  for (const entry of entries) rowsOf(entry.film).entries.push(entry);
  for (const rating of ratings) rowsOf(rating.film).rating ??= rating;
  for (const item of watchlist) rowsOf(item.film).watch ??= item;
  for (const like of liked) rowsOf(like.film).like ??= like;
  for (const tag of tags) rowsOf(tag.film).tags.push(tag);
  return films;
}

/** The film to write: the facts from the catalogues, with the refs from the files added. */
function joinNames(film: Film, named: FilmInput): FilmInput {
  return { ...film, refs: [...new Set([...film.refs, ...named.refs])] };
}

/** The film as the file names it. A film that has only an id, which no catalogue knows, is called by its id. */
function nameFilm(named: FilmInput): FilmInput {
  return named.title === '' ? { ...named, title: named.refs[0]?.replace(/^\w+:/, '') ?? '' } : named;
}

/** The films that the user may choose from. A film that rests on its title alone is one of them, not more. */
function listCandidates(match: Match): Film[] {
  if (match.kind === 'film') return [match.film];
  return match.kind === 'ambiguous' ? match.candidates : [];
}

/**
 * The film to write, null when the user has skipped it or has yet to decide; and what the user is or was asked. A film of the log
 * keeps the name from the files, whatever the catalogues have, unless the user corrected what that name means. A film that no catalogue has can be imported under its
 * own name.
 */
function decideFilm(
  named: FilmInput,
  rows: FilmRows,
  { matches, decisions }: PlanOptions,
  lookup: LogLookup,
): { film: FilmInput | null; question: FilmQuestion | null } {
  const decision = decisions?.get(named) ?? null;
  const match = matches?.get(named);
  const isCorrected = match?.kind === 'film' && match.reason === 'correction';
  const isKnown = !isCorrected && lookup.findFilm(named) !== null;
  const isSure = match?.kind === 'film' && match.certainty === 'sure';
  const isAsked = match !== undefined && !isSure && !isKnown;
  const question = isAsked ? askAbout(named, rows, listCandidates(match), decision) : null;
  if (decision?.kind === 'skip') return { film: null, question };
  if (decision?.kind === 'film') return { film: joinNames(decision.film, named), question };
  if (decision?.kind === 'as-named' || isKnown || match === undefined)
    return { film: nameFilm(named), question };
  return { film: isSure ? joinNames(match.film, named) : null, question };
}

function askAbout(
  film: FilmInput,
  { entries, rating, watch, like, tags }: FilmRows,
  candidates: Film[],
  decision: FilmDecision | null,
): FilmQuestion {
  const all = [...entries, rating, watch, like, ...tags].filter((row) => row !== null);
  const [entry] = entries;
  const first = {
    from: all[0]?.from ?? { file: '', row: 0 },
    watchedOn: entry?.watchedOn ?? null,
    rating: entry?.rating ?? rating?.value ?? null,
  };
  return { film, candidates, rows: all.length, first, decision };
}

/** The plan for one film. */
interface FilmPlan {
  step: ImportStep;
  rows: PlanRow[];
  /** Whether the log and the files differ about the film. */
  differs: boolean;
}

function planRating(
  plan: FilmPlan,
  read: ReadRating,
  known: ReturnType<LogLookup['ratingOf']>,
  policy: DuplicatePolicy,
): void {
  const { film, from, value, criteria, ratedAt } = read;
  const addRow = (kind: PlanRow['kind'], reason: PlanRow['reason']): void => {
    plan.rows.push({ kind, what: 'rating', film, from, reason });
  };
  const mine = known?.value ?? null;
  plan.differs ||= mine !== null && mine !== value;
  const isNewCriterion = Object.keys(criteria).some((name) => known?.criteria[name] === undefined);
  if (mine === value && !isNewCriterion) return addRow('unchanged', 'same-rating');
  if (mine !== null && mine !== value && policy !== 'take-theirs')
    return addRow('unchanged', 'rating-differs');
  plan.step.rating = { value, criteria, ratedAt };
  if (mine === null) addRow('added', 'new-rating');
  else addRow('changed', mine === value ? 'same-rating' : 'rating-differs');
}

function planWatchlist(plan: FilmPlan, read: ReadWatchlistItem, isListed: boolean): void {
  const { film, from, priority, reason, addedAt } = read;
  if (!isListed) plan.step.watchlist = { priority, reason: truncateText(reason, limits.note), addedAt };
  plan.rows.push({
    kind: isListed ? 'unchanged' : 'added',
    what: 'watchlist',
    film,
    from,
    reason: isListed ? 'on-watchlist' : 'new-watchlist-item',
  });
}

function planLike(plan: FilmPlan, { film, from }: ReadLike, isLiked: boolean): void {
  plan.step.liked = !isLiked;
  const reason = isLiked ? 'liked-before' : 'new-like';
  plan.rows.push({ kind: isLiked ? 'unchanged' : 'added', what: 'liked', film, from, reason });
}

/** Says what becomes of a film of a list; `planLists` makes the lists. */
function planListItem(plan: FilmPlan, { film, from }: ReadTag, isOnList: boolean): void {
  const reason = isOnList ? 'on-list' : 'new-list-item';
  plan.rows.push({ kind: isOnList ? 'unchanged' : 'added', what: 'list', film, from, reason });
}

function planTags(plan: FilmPlan, read: ReadTag[], known: string[]): void {
  for (const { film, tag, list, from } of read) {
    if (list) continue;
    const all = [...known, ...plan.step.tags];
    const isNew = removeTags([tag], all).length > 0;
    const hasRoom = all.length < limits.filmTags;
    if (isNew && hasRoom) plan.step.tags.push(tag);
    plan.rows.push({
      kind: isNew && hasRoom ? 'added' : 'unchanged',
      what: 'tag',
      film,
      from,
      reason: !isNew ? 'tagged-before' : hasRoom ? 'new-tag' : 'too-many-tags',
    });
  }
}

function planFilm(film: FilmInput, read: FilmRows, lookup: LogLookup, policy: DuplicatePolicy): FilmPlan {
  const row = lookup.findFilm(film);
  const mine = row === null ? [] : lookup.entriesOf(row.id);
  const { entries, changes, rows, differs } = planEntries(read.entries, mine, policy);
  const plan: FilmPlan = {
    step: { film, entries, changes, rating: null, watchlist: null, liked: false, tags: [] },
    rows,
    differs,
  };
  const known = row === null ? null : lookup.ratingOf(row.id);
  if (read.rating) planRating(plan, read.rating, known, policy);
  if (read.watch) planWatchlist(plan, read.watch, row !== null && lookup.watchOf(row.id) !== null);
  if (read.like) planLike(plan, read.like, row?.liked === true);
  for (const item of read.tags)
    if (item.list) planListItem(plan, item, row !== null && lookup.isOnList(row.id, item.list.name));
  planTags(plan, read.tags, row?.tags ?? []);
  // Each row shows the film that is written, since the files may give no year or another one.
  const shown = row ?? film;
  return { ...plan, rows: rows.map((one) => ({ ...one, film: shown })) };
}

const doesSomething = ({ entries, changes, rating, watchlist, liked, tags }: ImportStep): boolean =>
  [entries, changes, tags].some((list) => list.length > 0) || rating !== null || watchlist !== null || liked;

/** A plan that does nothing, with the rows that were left out. */
export const createPlan = (skipped: SkippedRow[]): ImportPlan => ({
  steps: [],
  lists: [],
  rows: [],
  skipped,
  undecided: [],
  questions: [],
  films: { count: 0, added: 0 },
  conflicts: 0,
});

/** A film of the files and its rows. */
interface DecidedFilm {
  film: FilmInput;
  read: FilmRows;
}

/**
 * Joins the rows of two films of the files that are the same film in the log or a catalogue, so that they become one
 * step.
 */
function joinRows(known: FilmRows, more: FilmRows): FilmRows {
  return {
    entries: [...known.entries, ...more.entries],
    rating: known.rating ?? more.rating,
    watch: known.watch ?? more.watch,
    like: known.like ?? more.like,
    tags: [...known.tags, ...more.tags],
  };
}

/**
 * Plans an import: a reason for each row, and a step for each film. Undecided films are in no step. Data that the log
 * already has needs no step, so a second import of the same files plans nothing. Yields after each film, so that other
 * tasks can run.
 */
export function* planInSteps(reading: Reading, options: PlanOptions): Generator<undefined, ImportPlan> {
  const { log, policy = defaultPolicy } = options;
  const lookup = createLogLookup(log);
  yield;
  const plan = createPlan(reading.skipped);
  const decided: DecidedFilm[] = [];
  const decidedFilms = new Map<FilmInput, FilmInput>();
  const byRow = new Map<string, DecidedFilm>();
  const newFilms = createFilmLookup<DecidedFilm>(({ film }) => film);
  for (const [named, rows] of groupByFilm(reading)) {
    yield;
    const { film, question } = decideFilm(named, rows, options, lookup);
    if (question) plan.questions.push(question);
    if (question?.decision === null) plan.undecided.push(question);
    if (film === null) continue;
    const row = lookup.findFilm(film);
    const known = row ? byRow.get(row.id) : newFilms.find(film);
    decidedFilms.set(named, known?.film ?? film);
    if (known) {
      known.read = joinRows(known.read, rows);
      continue;
    }
    const made = { film, read: rows };
    decided.push(made);
    if (row) byRow.set(row.id, made);
    else newFilms.add(made);
  }
  for (const { film, read } of decided) {
    yield;
    const { step, rows, differs } = planFilm(film, read, lookup, policy);
    if (doesSomething(step)) plan.steps.push(step);
    plan.conflicts += Number(differs);
    plan.films.count += 1;
    plan.films.added += Number(lookup.findFilm(film) === null);
    for (const row of rows) plan.rows.push(row);
  }
  plan.lists = planLists(reading, decidedFilms, lookup);
  return plan;
}
