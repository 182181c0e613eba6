import { findIdSystem, idKinds, type IdKind } from './id-systems.ts';
import { doPeopleAgree } from './people.ts';
import { foldTitle, foldWholeTitle, isTitleRef, kindOf, titleRef } from './titles/title-key.ts';
import type { FilmHint, FilmRef } from './types.ts';

/** What somebody says of a film, as far as it tells which film it is. */
export interface FilmAccount {
  refs: readonly FilmRef[];
  /** Null where only refs are known. */
  title: string | null;
  year: number | null;
  directors?: readonly string[];
  cast?: readonly string[];
  /** Other titles with their years that the account is also known by, where each of them is to count as its own. */
  names?: readonly FilmRef[];
}

/** The ids of two accounts and their years. */
type Ids = Pick<FilmAccount, 'refs' | 'year'>;

/**
 * What ids tell of two accounts. `renamed`: their slugs differ as those do that a site has changed, which is also how
 * sites tell two films of one title apart. `untold`: they have no system in common.
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

/** Years that cannot be one film's: more than two apart, where both are known. */
const areFar = (one: number | null, other: number | null, most = 2): boolean =>
  one !== null && other !== null && Math.abs(one - other) > most;

const slugYear = /[-_]((?:19|20)\d\d)$/;

/** Whether two slugs of one system can be one film's: they differ in a year that is the other's own, or only one is of another kind. */
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
 * What the ids of two accounts tell. Of the systems whose ids are unique and stay as they are the best in which both have
 * one decides: catalogues link wrongly, and services have a film twice. A slug that both have is next, since no two films
 * have one slug at the same time, then an article or another id that is not unique; neither decides against years more
 * than two apart. Two different slugs are the weakest: they keep two films apart, but may be one that was renamed.
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

/** Whether people speak for (true) or against it (false), or do not tell (null): directors first, then the cast. */
function comparePeople(one: FilmAccount, other: FilmAccount): boolean | null {
  return (
    doPeopleAgree([...(one.directors ?? [])], [...(other.directors ?? [])]) ??
    (doPeopleAgree([...(one.cast ?? [])], [...(other.cast ?? [])]) === false ? false : null)
  );
}

const ownName = ({ title, year }: FilmAccount): FilmRef | null =>
  title === null ? null : titleRef(title, year);

/** Whether two accounts name their film alike: the same whole title and year, or one is known by the other's name. */
function areNamedAlike(one: FilmAccount, other: FilmAccount): boolean {
  if (one.title !== null && other.title !== null && one.year === other.year)
    if (foldWholeTitle(one.title) === foldWholeTitle(other.title)) return true;
  const [own, otherOwn] = [ownName(one), ownName(other)];
  // A name has no article: "Room" is not "The Room" because both are `title:room:2015`.
  const names = (one.names ?? []).filter((name) => name !== own);
  const otherNames = (other.names ?? []).filter((name) => name !== otherOwn);
  if (own === null && otherOwn === null) return share(names, otherNames);
  return (otherOwn !== null && names.includes(otherOwn)) || (own !== null && otherNames.includes(own));
}

/** How ids and people decide, and where they do not, what two accounts are called. */
function decide(one: FilmAccount, other: FilmAccount, areAlike: () => boolean): boolean {
  const relation = relateIds(one, other);
  if (relation === 'same' || relation === 'different') return relation === 'same';
  if (!areAlike()) return false;
  const people = comparePeople(one, other);
  // Two films of one title and year have such slugs too: to lose a rating is worse than to show a film twice.
  return relation === 'renamed' ? people === true : people !== false;
}

/**
 * Whether two accounts are of one film: the one answer for the log, imports, catalogues and sources. Ids decide (see
 * `relateIds`). Where they do not, the whole title and the year must be equal (or both years unknown), and neither
 * directors nor cast may disagree.
 */
export function isSameFilm(one: FilmAccount, other: FilmAccount): boolean {
  return decide(one, other, () => areNamedAlike(one, other));
}

/** What is compared of two namings on one page. */
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
 * Whether two namings on one page are of one film. Ids and people decide as in `isSameFilm`; but a page says the same
 * film again in short: without year or article, with another country's year, or by another of its titles.
 */
export function isSameFilmOnPage(one: Naming, other: Naming): boolean {
  return decide(one, other, () => areNamedAlikeOnPage(one, other));
}

/** The refs of one account, and those of another of the same film that no id of the first contradicts; each once. */
export function joinRefs(one: Ids, other: Ids): FilmRef[] {
  const fitting = other.refs.filter(
    (ref) => relateIds(one, { refs: [ref], year: other.year }) !== 'different',
  );
  return [...new Set([...one.refs, ...fitting])];
}
