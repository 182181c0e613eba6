/** The maximum size of one file in bytes, packed or not. Ten years of entries are under 20 MB. */
export const maxFileBytes = 128 * 1024 * 1024;

/** The maximum size of all files of an import together, unpacked, in bytes. */
export const maxTotalBytes = 128 * 1024 * 1024;

/** The maximum length of a file's name that is shown or kept, in UTF-16 units; longer ones are cut. */
export const maxNameLength = 255;

/** The maximum number of files whose names are kept with an import. */
export const maxKeptNames = 1000;

/** The maximum number of files of an import, also in its ZIPs. Letterboxd writes one for each list, and some users have hundreds of lists. */
export const maxZipEntries = 10_000;

/**
 * The maximum compression ratio. Text packs to a tenth, tables of one value to a hundredth; a higher ratio is an
 * attack.
 */
export const maxZipRatio = 250;

/** Files of at most this many unpacked bytes may have any ratio. */
export const minSuspectBytes = 8 * 1024 * 1024;

/** The maximum nesting of JSON. No service nests deeper than 10. */
export const maxJsonDepth = 64;

/** The maximum number of rows in a table and of items in a JSON file. */
export const maxRows = 1_000_000;

/** The maximum number of viewings that a row's number of plays stands for; a larger number is something else. */
export const maxPlaysOfRow = 1000;

/** The maximum number of viewings of an import that only a number of plays speaks of, without a day or a row of their own. */
export const maxCountedPlays = 100_000;

/** The maximum number of repaired rows with an open quote; a file with more is not a table. */
export const maxRepairedRows = 200;

/** The maximum number of rows of a file of which it is said that they are in another encoding. */
export const maxOddRows = 1000;

/** The maximum number of ZIPs in each other. People pack the exports that they have, and some services pack twice. */
export const maxZipDepth = 3;

/** What the files of an import may still take together. Each file that is opened takes its part. */
export interface ReadBudget {
  bytes: number;
  files: number;
}

/** The budget of an import. */
export const createReadBudget = (): ReadBudget => ({ bytes: maxTotalBytes, files: maxZipEntries });
