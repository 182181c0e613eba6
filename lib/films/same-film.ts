import { findIdSystem, idKinds, type IdKind } from './id-systems.ts';
import { doPeopleAgree } from './people.ts';
import { foldTitle, foldWholeTitle, isTitleRef, kindOf, titleKey, titleRef } from './titles/title-key.ts';
import type { FilmHint, FilmRef } from './types.ts';

/** A description of a film, reduced to what identifies it. */
export interface FilmAccount {
  refs: readonly FilmRef[];
  /** Null if only refs are known. */
  title: string | null;
  year: number | null;
  directors?: readonly string[];
  cast?: readonly string[];
  /** Other titles with their years under which the film is also known; each counts like its own title. */
  names?: readonly FilmRef[];
}

/** The ids of two accounts and their years. */
type Ids = Pick<FilmAccount, 'refs' | 'year'>;

/**
 * The relation of two films by their ids. `renamed`: their slugs differ as when a site renames a slug, which
 * is also how sites distinguish two films of one title. `untold`: they share no id system.
 */
export type IdRelation = 'same' | 'different' | 'renamed' | 'untold';

const stableKinds = /* @__PURE__ */ idKinds.filter(
  (kind) => findIdSystem(kind).isUnique && !findIdSystem(kind).isRenamed,
);
const renamedKinds = /* @__PURE__ */ idKinds.filter((kind) => findIdSystem(kind).isRenamed);

const listOfKind = (refs: readonly FilmRef[], kind: IdKind): FilmRef[] =>
  refs.filter((ref) => kindOf(ref) === kind);

const share = (some: readonly FilmRef[], others: readonly FilmRef[]): boolean =>
  some.some((ref) => others.includes(ref));

/** Whether two years cannot belong to one film: both are known and more than `most` apart. */
const areFar = (one: number | null, other: number | null, most = 2): boolean =>
  one !== null && other !== null && Math.abs(one - other) > most;

const slugYear = /[-_]((?:19|20)\d\d)$/;

/**
 * Whether two slugs of one system can belong to one film: they differ only by the other film's year, or by
 * kind of id.
 */
function mayBeRenamed(kind: IdKind, one: [FilmRef, number | null], other: [FilmRef, number | null]): boolean {
  const { otherId } = findIdSystem(kind);
  const [slug, otherSlug] = [one[0].slice(kind.length + 1), other[0].slice(kind.length + 1)];
  if (otherId && otherId.test(slug) !== otherId.test(otherSlug)) return true;
  const [year, otherYear] = [slugYear.exec(slug)?.[1], slugYear.exec(otherSlug)?.[1]];
  if (slug.replace(slugYear, '') !== otherSlug.replace(slugYear, '')) return false;
  if (year !== undefined && otherYear !== undefined) return false;
  return year === undefined ? Number(otherYear) === one[1] : Number(year) === other[1];
}

function relateSlugs(kind: IdKind, one: Ids, other: Ids): IdRelation {
  const [slugs, others] = [listOfKind(one.refs, kind), listOfKind(other.refs, kind)];
  if (slugs.length === 0 || others.length === 0) return 'untold';
  const isRenamed = slugs.some((slug) =>
    others.some((otherSlug) => mayBeRenamed(kind, [slug, one.year], [otherSlug, other.year])),
  );
  return isRenamed ? 'renamed' : 'different';
}

/**
 *  Compares the ids of two films. The best system with unique, stable ids that both films have decides,
 * because catalogues contain wrong links and services list a film twice. Next comes any other shared id: a
 * slug, an article or an id that is not unique; it means `different` if the years are more than two apart.
 * Different slugs are the weakest evidence: they keep two films apart, unless one may be a renamed slug of
 * the other.
 */
export function relateIds(one: Ids, other: Ids): IdRelation {
  if (!one.refs.some((ref) => !isTitleRef(ref)) || !other.refs.some((ref) => !isTitleRef(ref)))
    return 'untold';
  for (const kind of stableKinds) {
    const [ids, others] = [listOfKind(one.refs, kind), listOfKind(other.refs, kind)];
    if (ids.length > 0 && others.length > 0) return share(ids, others) ? 'same' : 'different';
  }
  if (
    share(
      one.refs.filter((ref) => !isTitleRef(ref)),
      other.refs,
    )
  )
    return areFar(one.year, other.year) ? 'different' : 'same';
  const slugs = renamedKinds.map((kind) => relateSlugs(kind, one, other));
  return (
    slugs.find((relation) => relation === 'different') ??
    slugs.find((relation) => relation === 'renamed') ??
    'untold'
  );
}

/** Whether a description has the film's id of a system whose ids are unique and stable, and also another film's. */
export const hasFurtherId = (one: Pick<Ids, 'refs'>, film: Pick<Ids, 'refs'>): boolean =>
  stableKinds.some((kind) => {
    const ids = listOfKind(one.refs, kind);
    return share(ids, film.refs) && ids.some((id) => !film.refs.includes(id));
  });

/**
 * Compares people, directors first, then cast: true if directors agree, false if they or the cast disagree,
 * otherwise null.
 */
function comparePeople(one: FilmAccount, other: FilmAccount): boolean | null {
  return (
    doPeopleAgree([...(one.directors ?? [])], [...(other.directors ?? [])]) ??
    (doPeopleAgree([...(one.cast ?? [])], [...(other.cast ?? [])]) === false ? false : null)
  );
}

const ownName = ({ title, year }: FilmAccount): FilmRef | null =>
  title === null ? null : titleRef(title, year);

/**
 * Whether two films have the same name: equal whole title and year, or one is also known by the other's title
 * and year.
 */
function areNamedAlike(one: FilmAccount, other: FilmAccount): boolean {
  if (one.title !== null && other.title !== null && one.year === other.year)
    if (foldWholeTitle(one.title) === foldWholeTitle(other.title)) return true;
  const [own, otherOwn] = [ownName(one), ownName(other)];
  // A title ref has no article: "Room" and "The Room" are both `title:room:2015` and must not match by it.
  const names = (one.names ?? []).filter((name) => name !== own);
  const otherNames = (other.names ?? []).filter((name) => name !== otherOwn);
  if (own === null && otherOwn === null) return share(names, otherNames);
  return (otherOwn !== null && names.includes(otherOwn)) || (own !== null && otherNames.includes(own));
}

/** Decides by ids and people, and if they are not enough, by name. */
function decide(one: FilmAccount, other: FilmAccount, areAlike: () => boolean): boolean {
  const relation = relateIds(one, other);
  if (relation === 'same' || relation === 'different') return relation === 'same';
  if (!areAlike()) return false;
  const people = comparePeople(one, other);
  // Two films of one title and year also have such slugs. Losing a rating is worse than showing a film twice.
  return relation === 'renamed' ? people === true : people !== false;
}

/**
 * Whether two descriptions are of the same film: the one rule for the log, imports, catalogues and sources.
 * Ids decide (see `relateIds`). If they do not, the whole title and the year must be equal (or both years
 * unknown), and neither directors nor cast may disagree.
 */
export function isSameFilm(one: FilmAccount, other: FilmAccount): boolean {
  return decide(one, other, () => areNamedAlike(one, other));
}

/**
 * Whether two films that each match a third may be one film: their ids and people do not distinguish them.
 * Names are not compared.
 */
export function mayBeSameFilm(one: FilmAccount, other: FilmAccount): boolean {
  return decide(one, other, () => true);
}

/** The fields of a film on a page that are compared. */
type Naming = Pick<FilmHint, 'refs' | 'title' | 'alternativeTitles' | 'year' | 'directors'>;

function areNamedAlikeOnPage(one: Naming, other: Naming): boolean {
  if (areFar(one.year, other.year, 1)) return false;
  const [title, otherTitle] = [foldTitle(one.title), foldTitle(other.title)];
  return (
    title === otherTitle ||
    one.alternativeTitles.some((name) => foldTitle(name) === otherTitle) ||
    other.alternativeTitles.some((name) => foldTitle(name) === title)
  );
}

/**
 * Whether two films named on one page are the same. Ids and people decide as in `isSameFilm`; but a page
 * repeats a film in a shorter form: without year or article, with another country's year, or by another of
 * its titles.
 */
export function isSameFilmOnPage(one: Naming, other: Naming): boolean {
  return decide(one, other, () => areNamedAlikeOnPage(one, other));
}

/**
 * The refs of one film, and those of another description of it that the first's ids do not contradict; each
 * once.
 */
export function joinRefs(one: Ids, other: Ids): FilmRef[] {
  const fitting = other.refs.filter(
    (ref) => relateIds(one, { refs: [ref], year: other.year }) !== 'different',
  );
  return [...new Set([...one.refs, ...fitting])];
}

/** Films that a page has named so far, found by ref and by folded title. */
export interface NamedFilms {
  add: (hint: FilmHint) => void;
  /** Whether a film is already among them: it shares a ref, or has the title and no other year. */
  has: (hint: FilmHint) => boolean;
}

const mayBeSameYear = (one: FilmHint, other: FilmHint): boolean =>
  one.year === null || other.year === null || one.year === other.year;

/** An empty set of named films, which counts a film that is named twice once. */
export function createNamedFilms(): NamedFilms {
  const films = new Map<string, FilmHint[]>();
  return {
    add(hint) {
      for (const key of [...hint.refs, titleKey(hint.title)])
        films.set(key, [...(films.get(key) ?? []), hint]);
    },
    has(hint) {
      const isSame = (other: FilmHint) => isSameFilmOnPage(other, hint);
      return (
        hint.refs.some((ref) => films.get(ref)?.some(isSame)) ||
        (films.get(titleKey(hint.title))?.some((other) => mayBeSameYear(other, hint) && isSame(other)) ??
          false)
      );
    },
  };
}
