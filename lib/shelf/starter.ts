/** Where the starter shelf lies in the package, without a slash before it. */
export const starterShelfPath = 'shelf/starter.bin';
