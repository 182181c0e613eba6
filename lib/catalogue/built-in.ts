/** The path of the built-in catalogue in the package, without a leading slash. */
export const builtInCataloguePath = 'catalogue/built-in.bin';

/** The note of its scores: a sample of 2010, not current scores. The interface shows a translated sentence for it. */
export const starterNote = 'sample-2010';
