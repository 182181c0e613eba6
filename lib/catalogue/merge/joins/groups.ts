import { listDataRefs } from '../../../films/find-id.ts';
import type { SourceFilm } from '../types.ts';
import { addPart, createGroup, listFolds, type FilmGroup } from './group.ts';

/** All films, found by id and by title. */
export interface Groups {
  /** In the order in which they were added. */
  list: Set<FilmGroup>;
  byRef: Map<string, FilmGroup>;
  byFold: Map<string, Set<FilmGroup>>;
}

/** No films. */
export function createGroups(): Groups {
  return { list: new Set(), byRef: new Map(), byFold: new Map() };
}

function index(groups: Groups, group: FilmGroup, film: SourceFilm): void {
  for (const ref of listDataRefs(film)) if (!groups.byRef.has(ref)) groups.byRef.set(ref, group);
  for (const fold of listFolds(film)) {
    const known = groups.byFold.get(fold);
    if (known) known.add(group);
    else groups.byFold.set(fold, new Set([group]));
  }
}

/** Adds a film of its own. */
export function addFilm(groups: Groups, film: SourceFilm): FilmGroup {
  const group = createGroup(film);
  groups.list.add(group);
  index(groups, group, film);
  return group;
}

/** Adds what a source says to a film. */
export function joinFilm(groups: Groups, group: FilmGroup, film: SourceFilm): void {
  addPart(group, film);
  index(groups, group, film);
}

/** Makes one film of two: the second's parts become the first's. */
export function uniteGroups(groups: Groups, group: FilmGroup, other: FilmGroup): void {
  groups.list.delete(other);
  for (const fold of other.folds) groups.byFold.get(fold)?.delete(other);
  for (const ref of listDataRefs(other)) if (groups.byRef.get(ref) === other) groups.byRef.delete(ref);
  for (const part of other.parts) joinFilm(groups, group, part);
}

/** The film with one of the ids; null if there is none. The best system of ids decides: IMDb's, then Wikidata's. */
export function findById(groups: Groups, film: SourceFilm): FilmGroup | null {
  for (const ref of listDataRefs(film)) {
    const group = groups.byRef.get(ref);
    if (group) return group;
  }
  return null;
}

/** The films that share a title. */
export function findByTitle(groups: Groups, folds: Iterable<string>): Set<FilmGroup> {
  const found = new Set<FilmGroup>();
  for (const fold of folds) for (const group of groups.byFold.get(fold) ?? []) found.add(group);
  return found;
}
