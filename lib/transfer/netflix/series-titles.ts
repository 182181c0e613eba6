import { filmSeries } from './film-series.data.ts';
import {
  findChapter,
  isEpisode,
  isNumberedPart,
  isSeason,
  isTrailer,
  isYear,
  listParts,
} from './title-parts.ts';

/** What a title is, where it is no film's. */
type TitleKind = 'season' | 'episode' | 'trailer';

/** Few films have more chapters than this. */
const mostChapters = 4;
/** So many titles under one name are a series: sequels of one name with a colon are fewer. */
const minTitles = 4;

const join = (parts: string[]): string => parts.join(': ');

/** Whether "Stranger Things: Stranger Things 3: Chapter One" names its series again, with or without a number. */
function namesItself(parts: string[]): boolean {
  return parts.some((part, at) => {
    const before = parts[at - 1];
    if (before === undefined || at === parts.length - 1 || !part.startsWith(before)) return false;
    return /^(?:\s\d{1,2})?$/.test(part.slice(before.length));
  });
}

/** How many parts of a title name a series, by the words in it; 0 if no word tells. */
function countNameParts(parts: string[]): number {
  const find = (test: (part: string) => boolean, before = parts.length): number =>
    parts.findIndex((part, at) => at > 0 && at < before && test(part));
  const isInside = parts.length - 1;
  const [first = ''] = parts;
  const chapter = findChapter(parts.at(-1) ?? '') ?? 0;
  const found = [
    find(isSeason),
    find((part) => isNumberedPart(part) || isYear(part), isInside),
    find(isEpisode),
    find((part) => part === '' || part === ':'),
    parts.length > 2 && namesItself(parts) ? 1 : -1,
    parts.length > 1 && /\bthe series$|\(dizi\)$/i.test(first) ? 1 : -1,
    parts.length > 1 && chapter > mostChapters ? isInside : -1,
  ];
  const counts = found.filter((at) => at > 0);
  return counts.length === 0 ? 0 : Math.min(...counts);
}

/** Sequels can share the word after the colon, too: "Mission: Impossible". */
function shareTheirWord(titles: string[][]): boolean {
  const words = new Set(titles.map((parts) => /^\p{L}{5,}/u.exec(parts[1] ?? '')?.[0]));
  return words.size === 1 && !words.has(undefined);
}

/** The titles of a history grouped by the names before their last parts, without those that a word tells. */
function groupByName(untold: string[][], countParts: (parts: string[]) => number): Map<string, string[][]> {
  const groups = new Map<string, string[][]>();
  for (const parts of untold) {
    const count = countParts(parts);
    if (count < 1) continue;
    const name = join(parts.slice(0, count));
    const group = groups.get(name);
    if (group) group.push(parts);
    else groups.set(name, [parts]);
  }
  return groups;
}

/** Finds what the titles of a history are. */
export interface TitleFinder {
  /** What a title is; null for films, including films with colons, parts and chapters in their titles. */
  findKind: (title: string) => TitleKind | null;
}

/**
 * Creates a finder for a whole history: an episode without a word that says so is known by the other titles of its
 * series. A series is a name with a season elsewhere, a name of two parts before two titles, and a name before four.
 */
export function createTitleFinder(titles: string[]): TitleFinder {
  const all = [...new Set(titles)].map(listParts);
  const series = new Set<string>();
  const untold: string[][] = [];
  for (const parts of all) {
    const count = countNameParts(parts);
    if (count === 0) untold.push(parts);
    else series.add(join(parts.slice(0, count)));
  }
  for (const [name, group] of groupByName(untold, (parts) => (parts.length > 2 ? parts.length - 1 : 0)))
    if (group.length > 1) series.add(name);
  const alone = untold.filter((parts) => !isOf(series, parts));
  for (const [name, group] of groupByName(alone, (parts) => (parts.length > 1 ? 1 : 0)))
    if (group.length >= minTitles && !filmSeries.has(name.toLowerCase()) && !shareTheirWord(group))
      series.add(name);
  return {
    findKind: (title) => {
      if (isTrailer(title)) return 'trailer';
      const parts = listParts(title);
      const count = countNameParts(parts);
      if (count > 0) return count === parts.length - 1 && isSeason(parts.at(-1) ?? '') ? 'season' : 'episode';
      return isOf(series, parts) ? 'episode' : null;
    },
  };
}

/** Whether a title begins with the name of a series and has more behind it. */
function isOf(series: Set<string>, parts: string[]): boolean {
  return parts.some((_, at) => at > 0 && series.has(join(parts.slice(0, at))));
}
