import { listDataRefs } from '../../../films/find-id.ts';
import { foldTitle, foldWholeTitle } from '../../../films/titles/title-key.ts';
import { compareText } from '../compare-text.ts';
import { chooseForm, chooseMinutes, chooseTitles, unionOf } from '../choose-facts.ts';
import type { FilmGroup } from './group.ts';
import { uniteGroups, type Groups } from './groups.ts';
import { areApartById, countYears, doDirectorsAgree } from './join-rules.ts';

/** What tells two films of one title and year apart, what joined them, or that nothing does. */
type PairVerdict =
  | 'told apart by ids'
  | 'told apart by directors'
  | 'told apart by length or form'
  | 'told apart by countries'
  | 'joined'
  | 'in doubt';

/** Lengths of one film in two sources differ by at most two minutes, those of two films by more than ten. */
const sameLength = 2;
const otherLength = 10;

/** Two films with one title and years within one of each other that are in doubt. */
export interface Doubt {
  title: string;
  years: [number | null, number | null];
}

/** How many pairs of films with one title and year there were, by what became of them. */
export interface Settling {
  pairs: Partial<Record<PairVerdict, number>>;
  doubts: Doubt[];
}

function isDisjoint(ones: string[], others: string[]): boolean {
  return ones.length > 0 && others.length > 0 && !ones.some((each) => others.includes(each));
}

/** The difference of two lengths in minutes; null if one is unknown. */
function compareMinutes(one: FilmGroup, other: FilmGroup): number | null {
  const [minutes, otherMinutes] = [chooseMinutes(one), chooseMinutes(other)];
  return minutes === null || otherMinutes === null ? null : Math.abs(minutes - otherMinutes);
}

/** Compares two films that share a title and a year within one. */
function judgePair(one: FilmGroup, other: FilmGroup): PairVerdict {
  if (areApartById(one, other)) return 'told apart by ids';
  const people = doDirectorsAgree(one, other);
  const isCompleted = completes(one, other) || completes(other, one);
  if (people === false) return 'told apart by directors';
  const difference = compareMinutes(one, other);
  const areForms = [one, other].every((group) => group.parts.some(({ form }) => form !== null));
  if ((difference ?? 0) > otherLength || (areForms && chooseForm(one) !== chooseForm(other)))
    return 'told apart by length or form';
  if (isDisjoint(unionOf(one, 'countries'), unionOf(other, 'countries'))) return 'told apart by countries';
  const isSame = people === true || isCompleted || (difference !== null && difference <= sameLength);
  return isSame && shareWholeTitle(one, other) ? 'joined' : 'in doubt';
}

/**
 * Whether a film without any id is what other sources say of a film that has one: one year, and no source names both, as
 * a source with two films of one title and year does.
 */
function completes(bare: FilmGroup, other: FilmGroup): boolean {
  const sources = other.parts.map(({ source }) => source);
  return (
    listDataRefs(bare).length === 0 &&
    listDataRefs(other).length > 0 &&
    bare.year === other.year &&
    !bare.parts.some(({ source }) => sources.includes(source))
  );
}

function shareWholeTitle(one: FilmGroup, other: FilmGroup): boolean {
  const titles = listMainTitles(other).map(foldWholeTitle);
  return listMainTitles(one).some((title) => titles.includes(foldWholeTitle(title)));
}

function listMainTitles(group: FilmGroup): string[] {
  const { title, original } = chooseTitles(group);
  return original === null ? [title] : [title, original];
}

function indexByTitle(groups: Groups): Map<string, FilmGroup[]> {
  const byTitle = new Map<string, FilmGroup[]>();
  for (const group of groups.list)
    for (const fold of new Set(listMainTitles(group).map(foldTitle))) {
      const known = byTitle.get(fold);
      if (known) known.push(group);
      else byTitle.set(fold, [group]);
    }
  return byTitle;
}

/** Each two films with one main title and years within one of each other, once. */
function listPairs(groups: Groups): [FilmGroup, FilmGroup][] {
  const order = new Map([...groups.list].map((group, at) => [group, at]));
  const seen = new Set<string>();
  const pairs: [FilmGroup, FilmGroup][] = [];
  for (const sharing of indexByTitle(groups).values())
    for (const [at, one] of sharing.entries())
      for (const other of sharing.slice(at + 1)) {
        const key = `${order.get(one)} ${order.get(other)}`;
        if (one === other || countYears(one.year, other.year) > 1 || seen.has(key)) continue;
        seen.add(key);
        pairs.push([one, other]);
      }
  return pairs;
}

/** Joins those films of one title and year whose other facts agree, and counts the rest. */
export function settleDoubts(groups: Groups): Settling {
  const settling: Settling = { pairs: {}, doubts: [] };
  for (const [one, other] of listPairs(groups)) {
    if (!groups.list.has(one) || !groups.list.has(other)) continue;
    const verdict = judgePair(one, other);
    settling.pairs[verdict] = (settling.pairs[verdict] ?? 0) + 1;
    if (verdict === 'joined') uniteGroups(groups, one, other);
    if (verdict === 'in doubt')
      settling.doubts.push({ title: chooseTitles(one).title, years: [one.year, other.year] });
  }
  settling.doubts.sort((a, b) => compareText(a.title, b.title));
  return settling;
}
