import { createFilmLookup } from '../../films/film-lookup.ts';
import type { Film } from '../../films/types.ts';
import type { ImportStep } from '../../watchlog/imports/imports.ts';
import type { FilmInput } from '../../watchlog/types.ts';
import { truncateText } from '../../text/text.ts';
import { removeTags } from '../../text/tags.ts';
import { limits } from '../../watchlog/store/validate.ts';
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

/** All that the files say of one film. */
interface FilmRows {
  entries: ReadEntry[];
  rating: ReadRating | null;
  watch: ReadWatchlistItem | null;
  like: ReadLike | null;
  tags: ReadTag[];
}

function groupByFilm({ entries, ratings, watchlist, liked, tags }: Reading): Map<FilmInput, FilmRows> {
  const films = new Map<FilmInput, FilmRows>();
  const of = (film: FilmInput): FilmRows => {
    const known = films.get(film) ?? { entries: [], rating: null, watch: null, like: null, tags: [] };
    films.set(film, known);
    return known;
  };
  for (const entry of entries) of(entry.film).entries.push(entry);
  for (const rating of ratings) of(rating.film).rating ??= rating;
  for (const item of watchlist) of(item.film).watch ??= item;
  for (const like of liked) of(like.film).like ??= like;
  for (const tag of tags) of(tag.film).tags.push(tag);
  return films;
}

/** The film as it is written: with what catalogues know of it, and the names that the files have for it. */
function joinNames(film: Film, named: FilmInput): FilmInput {
  return { ...film, refs: [...new Set([...film.refs, ...named.refs])] };
}

/**
 * The film that is meant, or the question that is open. A film of the log is meant by its names there, whatever catalogues
 * know; one that nobody knows can be brought in under its own name.
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
  if (decision?.kind === 'as-named' || lookup.findFilm(named) !== null)
    return { film: named, question: null };
  const match = matches?.get(named);
  if (match === undefined) return { film: named, question: null };
  if (match.kind === 'film') return { film: joinNames(match.film, named), question: null };
  const candidates = match.kind === 'ambiguous' ? match.candidates : [];
  const count =
    rows.entries.length +
    rows.tags.length +
    [rows.rating, rows.watch, rows.like].filter((row) => row !== null).length;
  return { film: null, question: { film: named, candidates, rows: count } };
}

/** What is planned of one film. */
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
  const tell = (kind: PlanRow['kind'], reason: PlanRow['reason']): void => {
    plan.rows.push({ kind, what: 'rating', film, from, reason });
  };
  const mine = known?.value ?? null;
  const isNewCriterion = Object.keys(criteria).some((name) => known?.criteria[name] === undefined);
  if (mine === value && !isNewCriterion) return tell('unchanged', 'same-rating');
  if (mine !== null && mine !== value && policy !== 'take-theirs') return tell('unchanged', 'rating-differs');
  plan.step.rating = { value, criteria, ratedAt };
  if (mine === null) tell('added', 'new-rating');
  else tell('changed', mine === value ? 'same-rating' : 'rating-differs');
}

function planWatchlist(plan: FilmPlan, read: ReadWatchlistItem, isListed: boolean): void {
  const { film, from, priority, reason, addedAt } = read;
  if (!isListed) plan.step.watchlist = { priority, reason: truncateText(reason, limits.note), addedAt };
  plan.rows.push({
    kind: isListed ? 'unchanged' : 'added',
    what: 'watchlist',
    film,
    from,
    reason: isListed ? 'on-watchlist' : 'new-wish',
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
  return plan;
}

const doesSomething = ({ entries, changes, rating, watchlist, liked, tags }: ImportStep): boolean =>
  [entries, changes, tags].some((list) => list.length > 0) || rating !== null || watchlist !== null || liked;

/** A film of the files, with what they say of it. */
interface DecidedFilm {
  film: FilmInput;
  read: FilmRows;
}

/** Films of the files that are one film of the log or of a catalogue are one step: what they say is put together. */
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
 * What an import would do, row by row with the reason, and film by film as steps. Rows about films that are not decided
 * are in no step. What is in the log already needs no step: after an import the same files plan nothing. Yields after
 * each film, so that others may run in between.
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

/** How many rows of a plan are of each kind. */
export function countPlan({ rows, skipped }: ImportPlan): Record<PlanRow['kind'] | 'skipped', number> {
  const counts = { added: 0, merged: 0, changed: 0, unchanged: 0, skipped: skipped.length };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}
