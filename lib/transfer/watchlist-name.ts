import { findStatus } from '../tables/columns/cell-words.ts';

/** The words of a name of a file or a sheet, without its ending, the numbers that browsers add, and days. */
const cutName = (name: string): string =>
  name
    .replace(/\.\w{1,8}$/, '')
    .replace(/[\d()_.-]+/g, ' ')
    .trim();

/** Whether the name of a file, or the line above a table, says that its films are still to be seen. */
export const isWatchlistName = (name: string): boolean =>
  /watch-?list|wish-?list|to[-_ ]?(?:watch|see)(?!\p{L})|watch[-_ ]?later|想看/iu.test(name) ||
  findStatus(cutName(name)) === 'planned';
