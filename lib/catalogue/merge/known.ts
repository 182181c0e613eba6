import type { Fame, SourceFilm } from './types.ts';

/** The highest value of a sign among the sources; 0 if none has it. */
function highest(parts: SourceFilm[], sign: keyof Fame): number {
  return Math.max(0, ...parts.map(({ fame }) => fame[sign] ?? 0));
}

/** Points by the power of two of a count: twice as much is one step more. */
const steps = (count: number, points: number): number => Math.log2(1 + Math.max(0, count)) * points;

/**
 * How well known a film is, from 0 to 100, by votes, nominations and prizes, gross, ballots, the length of its
 * article, its page at Rotten Tomatoes and the number of sources. It only ranks: 80 does not mean twice as many people
 * as 40. The weights were set so that the best known films of each decade come first among those of their title.
 */
export function measureFame(parts: SourceFilm[]): number {
  const sources = new Set(parts.map(({ source }) => source).filter((source) => source !== 'previous'));
  const points =
    steps(highest(parts, 'votes'), 4.5) +
    steps(highest(parts, 'nominations'), 4) +
    steps(highest(parts, 'wins'), 4) +
    steps(highest(parts, 'ballots'), 2.5) +
    steps(highest(parts, 'boxOffice') / 4e6, 2) +
    steps(highest(parts, 'leadLength') / 250, 4) +
    (sources.has('rottentomatoes') ? 7 : 0) +
    (sources.has('cannes') ? 4 : 0) +
    2 * sources.size;
  const measured = Math.round(100 * (1 - Math.exp(-points / 40)));
  return Math.max(measured, highest(parts, 'known'));
}
