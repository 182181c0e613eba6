/** The most bytes of one file, packed or not. Ten years of anybody's viewings are under 20 MB. */
export const maxFileBytes = 128 * 1024 * 1024;

/** The most bytes of all files of a ZIP together, unpacked. */
export const maxTotalBytes = 256 * 1024 * 1024;

/** The most files in a ZIP. Letterboxd makes one a list, and lists have been seen by the hundred. */
export const maxZipEntries = 10_000;

/** Text packs to a tenth, tables of one value to a hundredth; what unpacks to more than this is made to do harm. */
export const maxZipRatio = 250;

/** Below this many unpacked bytes no ratio does harm. */
export const minSuspectBytes = 8 * 1024 * 1024;

/** No service nests its JSON deeper than 10. */
export const maxJsonDepth = 64;

/** The most rows of one table, and items of one JSON file. */
export const maxRows = 1_000_000;

/** The most rows with an open quote that are mended; a file with more is no table. */
export const maxMendedRows = 200;
