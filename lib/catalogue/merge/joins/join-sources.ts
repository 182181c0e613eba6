import { compareText } from '../compare-text.ts';
import { listTitles, sourceFilm } from '../source-film.ts';
import { sourceIds, type SourceFilm, type SourceId } from '../types.ts';
import { listFolds, type FilmGroup } from './group.ts';
import { addFilm, createGroups, findById, findByTitle, joinFilm, type Groups } from './groups.ts';
import { areApartById, countYears, doDirectorsAgree, judgeByTitle } from './join-rules.ts';

/** Why a row is not joined with a film that could be its own, or not joined whole. */
type RefusalReason =
  | 'another film of that title is too near'
  | 'the year is of another version, so the scores are left out'
  | 'two films with one IMDb id'
  | 'neither year nor id';

/** A row that is not joined, or only in part. */
export interface Refusal {
  source: SourceId;
  title: string;
  year: number | null;
  reason: RefusalReason;
  /** Whether the row became a film of its own; else it is left out. */
  isKept: boolean;
}

/** The films of all sources, how rows were joined, and which were not. */
export interface Joining {
  groups: Groups;
  refusals: Refusal[];
  joined: Record<'id' | 'title', number>;
  /** Erotic films of the base that no other source names, and that are left out. */
  erotic: number;
}

function refuse(joining: Joining, film: SourceFilm, reason: RefusalReason, isKept: boolean): void {
  joining.refusals.push({
    source: film.source,
    title: listTitles(film)[0] ?? '',
    year: film.year,
    reason,
    isKept,
  });
}

/** The years from the first release of a film to the American one, whose year a page of Rotten Tomatoes often gives. */
const yearsToRelease = { usual: 2, most: 3 };

/** From so many years on the page of Rotten Tomatoes may be one of another film of the title. */
const otherVersionYears = 4;

/** Whether a page's year is far from that of the film with its id, and near that of another film with its title. */
function isOtherVersion(groups: Groups, film: SourceFilm, group: FilmGroup): boolean {
  if (film.source !== 'rottentomatoes' || film.year === null || group.year === null) return false;
  if (countYears(film.year, group.year) < otherVersionYears) return false;
  // `extraction_2020` with the year 2015: the address is right.
  const addressYear = Number(/_(\d{4})$/.exec(film.rottentomatoes ?? '')?.[1]);
  if (countYears(addressYear, group.year) <= 1) return false;
  return [...findByTitle(groups, listFolds(film))].some(
    (other) => other !== group && countYears(film.year, other.year) <= yearsToRelease.usual,
  );
}

/** The film without what came from the page of Rotten Tomatoes itself: its ids and titles are Wikidata's. */
function withoutPage(film: SourceFilm): SourceFilm {
  const { imdb, wikidata, tmdb, english, fame } = film;
  return sourceFilm(film.source, film.key, { imdb, wikidata, tmdb, english, fame });
}

/** The page alone, to be joined by its title and year. */
function onlyPage(film: SourceFilm): SourceFilm {
  const { others, year, rottentomatoes, critics, audience } = film;
  return sourceFilm(film.source, film.key, { others, year, rottentomatoes, critics, audience });
}

/** Joins by id. Returns the film, or the rest of it, that a title must join; null if nothing is left. */
function joinById(joining: Joining, film: SourceFilm): SourceFilm | null {
  const { groups } = joining;
  const group = findById(groups, film);
  if (!group || areApartById(film, group)) return film;
  joining.joined.id += 1;
  if (isOtherVersion(groups, film, group)) {
    refuse(joining, film, 'the year is of another version, so the scores are left out', true);
    joinFilm(groups, group, withoutPage(film));
    return onlyPage(film);
  }
  joinFilm(groups, group, film);
  return null;
}

const hasId = ({ imdb, wikidata }: SourceFilm): boolean => imdb !== null || wikidata !== null;

/** The years of the films of one source that wait to be joined, by title. */
type Waiting = Map<string, SourceFilm[]>;

function indexWaiting(films: SourceFilm[]): Waiting {
  const waiting: Waiting = new Map();
  for (const film of films)
    for (const fold of listFolds(film)) waiting.set(fold, [...(waiting.get(fold) ?? []), film]);
  return waiting;
}

/** The years of other rows of the source with a title of the film, without those of the same director. */
function listNamesakes(film: SourceFilm, folds: string[], waiting: Waiting): number[] {
  const others = new Set(folds.flatMap((fold) => waiting.get(fold) ?? []));
  others.delete(film);
  return [...others].flatMap((other) =>
    other.year === null || doDirectorsAgree(film, other) === true ? [] : [other.year],
  );
}

/**
 * The only film with a title of a page, of a few years before: of 230 pages with an IMDb id all but two are of that film.
 * If two titles agree, the years between do not matter: of 52 pages all are. Pages of later films mean another one.
 */
function findLateRelease(film: SourceFilm, sharing: FilmGroup[], waiting: Waiting): FilmGroup | null {
  const folds = listFolds(film);
  const [only, ...more] = sharing;
  if (film.source !== 'rottentomatoes' || film.year === null || !only || only.year === null) return null;
  if (more.length > 0 || folds.some((fold) => (waiting.get(fold)?.length ?? 0) > 1)) return null;
  if (film.year < only.year || areApartById(film, only)) return null;
  const agreeing = folds.filter((fold) => only.folds.has(fold));
  return agreeing.length > 1 || film.year - only.year <= yearsToRelease.most ? only : null;
}

function joinByTitle(joining: Joining, film: SourceFilm, waiting: Waiting): void {
  const { groups } = joining;
  const folds = listFolds(film);
  const sharing = [...findByTitle(groups, folds)];
  const verdict = judgeByTitle({ ...film, folds }, sharing, listNamesakes(film, folds, waiting));
  const late = verdict === 'none' ? findLateRelease(film, sharing, waiting) : null;
  if (late) return joinFilm(groups, late, film);
  if (verdict === 'none') return addAlone(joining, film);
  if ('is' in verdict) {
    joining.joined.title += 1;
    return joinFilm(groups, verdict.is, film);
  }
  refuse(joining, film, 'another film of that title is too near', hasId(film));
  if (hasId(film)) addFilm(groups, film);
}

/** Adds a film that no other is. One without year and id cannot be told from others of its title. */
function addAlone(joining: Joining, film: SourceFilm): void {
  if (film.year === null && !hasId(film)) refuse(joining, film, 'neither year nor id', false);
  else addFilm(joining.groups, film);
}

/** Of two films of the base with one IMDb id and different names or years, the later keeps none. */
function dropSecondId(joining: Joining, film: SourceFilm): SourceFilm {
  const group = findById(joining.groups, film);
  if (!group || countYears(film.year, group.year) <= 1) return film;
  refuse(joining, film, 'two films with one IMDb id', true);
  return { ...film, imdb: null };
}

const compareFilms = (one: SourceFilm, other: SourceFilm): number =>
  (one.year ?? 0) - (other.year ?? 0) || compareText(one.key, other.key);

/** The base is joined with itself by id alone: its editors keep films apart that share a title and a year. */
function addBase(joining: Joining, films: SourceFilm[]): void {
  for (const film of films) {
    const rest = joinById(joining, dropSecondId(joining, film));
    if (rest) addAlone(joining, rest);
  }
}

function addSource(joining: Joining, films: SourceFilm[]): void {
  const rest = films.map((film) => joinById(joining, film)).filter((film) => film !== null);
  const waiting = indexWaiting(rest);
  for (const film of rest) joinByTitle(joining, film, waiting);
}

/** Joins the films of all sources. The order of `films` does not matter. */
export function joinSources(films: SourceFilm[]): Joining {
  const joining: Joining = { groups: createGroups(), refusals: [], joined: { id: 0, title: 0 }, erotic: 0 };
  for (const source of sourceIds) {
    const own = films.filter((film) => film.source === source).sort(compareFilms);
    if (source === 'omdb') addBase(joining, own);
    else addSource(joining, own);
  }
  joining.erotic = dropErotic(joining.groups);
  return joining;
}

/** Drops erotic films that no other source names. Returns how many they are. */
function dropErotic({ list }: Groups): number {
  const all = list.size;
  for (const group of list) if (group.parts.every(({ isErotic }) => isErotic)) list.delete(group);
  return all - list.size;
}
