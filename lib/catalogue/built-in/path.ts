/** The path of the built-in catalogue in the package, without a leading slash. */
export const builtInCataloguePath = 'catalogue/built-in.bin';
