/** Where the built-in catalogue lies in the package, without a slash before it. */
export const builtInCataloguePath = 'catalogue/built-in.bin';

/** The note of its scores, for the user's language to put into words: a sample of 2010, not today's figures. */
export const starterNote = 'sample-2010';
