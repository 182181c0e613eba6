import { createFilmLookup } from '../../films/film-lookup.ts';
import type { Film, Match } from '../../films/types.ts';
import type { ImportStep } from '../../watchlog/imports/imports.ts';
import type { FilmInput } from '../../watchlog/types.ts';
import { truncateText } from '../../text/text.ts';
import { removeTags } from '../../text/tags.ts';
import { limits } from '../../text/log-limits.ts';
import { createLogLookup, type LogLookup } from './log-lookup.ts';
import { planEntries } from './plan-entries.ts';
import {
  defaultPolicy,
  type DuplicatePolicy,
  type ImportPlan,
  type PlanOptions,
  type PlanRow,
  type UndecidedFilm,
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
 * The film to write, or the film that the user has to decide about; both null when the user skips it. A film of the log
 * keeps the name from the files, whatever the catalogues have, unless the user corrected what that name means. A film that no catalogue has can be imported under its
 * own name.
 */
function decideFilm(
  named: FilmInput,
  rows: FilmRows,
  { matches, decisions }: PlanOptions,
  lookup: LogLookup,
): { film: FilmInput | null; question: UndecidedFilm | null } {
  const decision = decisions?.get(named);
  if (decision?.kind === 'skip') return { film: null, question: null };
  if (decision?.kind === 'film') return { film: joinNames(decision.film, named), question: null };
  const match = matches?.get(named);
  const isCorrected = match?.kind === 'film' && match.reason === 'correction';
  const isKnown = !isCorrected && lookup.findFilm(named) !== null;
  if (decision?.kind === 'as-named' || isKnown || match === undefined)
    return { film: nameFilm(named), question: null };
  if (match.kind === 'film' && match.certainty === 'sure')
    return { film: joinNames(match.film, named), question: null };
  const candidates = listCandidates(match);
  const count =
    rows.entries.length +
    rows.tags.length +
    [rows.rating, rows.watch, rows.like].filter((row) => row !== null).length;
  return { film: null, question: { film: named, candidates, rows: count } };
}

/** The plan for one film. */
interface FilmPlan {
  step: ImportStep;
  rows: PlanRow[];
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

function planTags(plan: FilmPlan, read: ReadTag[], known: string[]): void {
  for (const { film, tag, from } of read) {
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
  const { entries, changes, rows } = planEntries(read.entries, mine, policy);
  const plan: FilmPlan = {
    step: { film, entries, changes, rating: null, watchlist: null, liked: false, tags: [] },
    rows,
  };
  const known = row === null ? null : lookup.ratingOf(row.id);
  if (read.rating) planRating(plan, read.rating, known, policy);
  if (read.watch) planWatchlist(plan, read.watch, row !== null && lookup.watchOf(row.id) !== null);
  if (read.like) planLike(plan, read.like, row?.liked === true);
  planTags(plan, read.tags, row?.tags ?? []);
  // Each row shows the film that is written, since the files may give no year or another one.
  const shown = row ?? film;
  return { ...plan, rows: rows.map((one) => ({ ...one, film: shown })) };
}

const doesSomething = ({ entries, changes, rating, watchlist, liked, tags }: ImportStep): boolean =>
  [entries, changes, tags].some((list) => list.length > 0) || rating !== null || watchlist !== null || liked;

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
  const plan: ImportPlan = { steps: [], rows: [], skipped: reading.skipped, undecided: [] };
  const decided: DecidedFilm[] = [];
  const byRow = new Map<string, DecidedFilm>();
  const newFilms = createFilmLookup<DecidedFilm>(({ film }) => film);
  for (const [named, rows] of groupByFilm(reading)) {
    yield;
    const { film, question } = decideFilm(named, rows, options, lookup);
    if (question) plan.undecided.push(question);
    if (film === null) continue;
    const row = lookup.findFilm(film);
    const known = row ? byRow.get(row.id) : newFilms.find(film);
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
    const { step, rows } = planFilm(film, read, lookup, policy);
    if (doesSomething(step)) plan.steps.push(step);
    for (const row of rows) plan.rows.push(row);
  }
  return plan;
}

/** The number of rows of each kind in a plan. */
export function countPlan({ rows, skipped }: ImportPlan): Record<PlanRow['kind'] | 'skipped', number> {
  const counts = { added: 0, merged: 0, changed: 0, unchanged: 0, skipped: skipped.length };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}
