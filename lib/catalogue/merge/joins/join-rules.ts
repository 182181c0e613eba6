import { listDataRefs } from '../../../films/find-id.ts';
import { doPeopleAgree } from '../../../films/people.ts';
import { listWords } from '../../../text/text.ts';
import { relateIds } from '../../../films/same-film.ts';
import type { FilmGroup } from './group.ts';
import type { FilmIds } from '../types.ts';

/** What identifies a film here. */
export interface Described extends FilmIds {
  folds: Iterable<string>;
  year: number | null;
  directors: string[];
  countries: string[];
}

/** The years between two films; infinite if a year is unknown. */
export function countYears(one: number | null, other: number | null): number {
  return one === null || other === null ? Infinity : Math.abs(one - other);
}

/** Whether ids keep two films apart: different ones of a system that both have. */
export function areApartById(one: FilmIds, other: FilmIds): boolean {
  if (one.imdb !== null && other.imdb !== null) return one.imdb !== other.imdb;
  const year = null;
  return relateIds({ refs: listDataRefs(one), year }, { refs: listDataRefs(other), year }) === 'different';
}

/** Names of fewer consonants must be the same: Hill is not Hall. */
const fewestConsonants = 5;

/** The consonants of a long name, which spellings of other alphabets share: Konchalovskiy, Konchalovsky. */
function foldSpelling(name: string): string {
  const consonants = name.replace(/[aeiouy]/g, '');
  return consonants.length < fewestConsonants ? name : consonants;
}

/** The surnames that a name may have: each word but the first, and these in one. */
function listSurnames(name: string): string[] {
  const words = listWords(name).filter((word) => !/^(?:jr|sr|ii|iii)$/.test(word));
  return [...words.slice(1), words.slice(1).join('')].map(foldSpelling).filter((word) => word.length > 1);
}

/** Whether a surname of one list is a word of the other: "Da Costa" and "DaCosta", "Albert Hughes" and "Hughes Brothers". */
function shareSurname(ones: string[], others: string[]): boolean {
  const words = others.flatMap(listWords).map(foldSpelling);
  return ones.flatMap(listSurnames).some((name) => words.includes(name));
}

/** Whether directors agree; null if one of the films has none, or if they may be the same in another spelling. */
export function doDirectorsAgree(
  { directors: ones }: Pick<Described, 'directors'>,
  { directors: others }: Pick<Described, 'directors'>,
): boolean | null {
  const answer = doPeopleAgree(ones, others);
  const isSpelling = answer === false && (shareSurname(ones, others) || shareSurname(others, ones));
  return isSpelling ? null : answer;
}

/** The most years between two accounts of one film: a festival's year and that of the release. */
const mostYearsApart = 1;
/** The same if the directors agree. Nearly nobody makes a film of one title again within two years. */
const mostYearsWithDirector = 2;
/**
 * Within so many years another film of the title makes a join by title and year unsafe; if the year is the very same,
 * within fewer. Of 2,649 films that Rotten Tomatoes, the Oscars and Cannes name one year off and with an IMDb id, 1.1
 * per cent would be joined wrongly although no other is within five years; of 318 with the very year and another film
 * three to five years off it is 1.3 per cent.
 */
const namesakeYears = { oneOff: 5, exact: 2 };

/** What title and year say about a film: the one that it is, none, or that it may be one of these. */
export type TitleVerdict = { is: FilmGroup } | { mayBe: FilmGroup[] } | 'none';

/**
 * Decides by title and year which of the films that share a title is meant. A film whose director agrees is. Without
 * directors it is the only one within a year, if no other film of the title is near (see `namesakeYears`). Films that
 * ids or directors keep apart are never meant. `namesakes` are the years of other films of the title that are not
 * joined yet.
 */
export function judgeByTitle(film: Described, sharing: FilmGroup[], namesakes: number[]): TitleVerdict {
  const fitting = sharing.filter(
    (group) => countYears(film.year, group.year) <= mostYearsWithDirector && !areApartById(film, group),
  );
  const agreeing = fitting.filter((group) => doDirectorsAgree(film, group) === true);
  const [agreed] = agreeing;
  if (agreed) return agreeing.length === 1 ? { is: agreed } : judgeNearest(film, agreeing);
  const open = fitting.filter(
    (group) => countYears(film.year, group.year) <= mostYearsApart && doDirectorsAgree(film, group) === null,
  );
  const [only] = open;
  if (!only) return 'none';
  const others = sharing.filter((group) => group !== only && mayBe(film, group)).map(({ year }) => year);
  const most = film.year === only.year ? namesakeYears.exact : namesakeYears.oneOff;
  const isAlone = [...others, ...namesakes].every(
    (year) => isFar(year, film.year, most) && isFar(year, only.year, most),
  );
  return open.length === 1 && isAlone ? { is: only } : { mayBe: open };
}

/** Whether directors and countries leave open that the film is this one. */
function mayBe(film: Described, group: FilmGroup): boolean {
  const countries = group.parts.flatMap((part) => part.countries);
  const isElsewhere =
    film.countries.length > 0 &&
    countries.length > 0 &&
    !film.countries.some((code) => countries.includes(code));
  return !isElsewhere && doDirectorsAgree(film, group) !== false;
}

/** An unknown year may be any. */
function isFar(one: number | null, other: number | null, most: number): boolean {
  return one !== null && countYears(one, other) > most;
}

/** Of several films by the director the one of the very year; else any of them may be meant. */
function judgeNearest(film: Described, agreeing: FilmGroup[]): TitleVerdict {
  const [same, ...more] = agreeing.filter(({ year }) => year === film.year);
  return same && more.length === 0 ? { is: same } : { mayBe: agreeing };
}
