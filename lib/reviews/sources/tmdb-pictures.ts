import { dayMs } from '../../dates/stored-time.ts';

// Addresses and sizes: developer.themoviedb.org, "Image Basics". How long pictures may be kept: the API's terms of use.

/** The match patterns that TMDB's pictures need. */
export const pictureOrigins = ['https://image.tmdb.org/*'];

/** What requests for TMDB's pictures are counted by, and how they may be sent and kept. */
export const picturePolicy = {
  id: 'tmdb-pictures',
  dailyBudget: 3000,
  minGapMs: 50,
  freshForMs: 180 * dayMs,
  missFreshForMs: 7 * dayMs,
  keepAtMostMs: 180 * dayMs,
};

/** The path of a poster, as TMDB's answers have it; null for anything else. */
export function parsePicturePath(value: string | null): string | null {
  return value !== null && /^\/[A-Za-z0-9]{1,60}\.(?:jpg|png|webp)$/.test(value) ? value : null;
}

/** The address of a poster, 185 pixels wide. */
export const formatPictureAddress = (path: string): string => `https://image.tmdb.org/t/p/w185${path}`;

const kinds: [type: string, isIt: (bytes: Uint8Array) => boolean][] = [
  ['jpeg', (bytes) => hasAt(bytes, 0, [0xff, 0xd8, 0xff])],
  ['png', (bytes) => hasAt(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['webp', (bytes) => hasAt(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && hasAt(bytes, 8, [0x57, 0x45, 0x42, 0x50])],
];

const hasAt = (bytes: Uint8Array, from: number, signature: number[]): boolean =>
  signature.every((byte, at) => bytes[from + at] === byte);

/** The media type of a picture by its first bytes, whatever the server calls it; null for anything else, such as SVG. */
export function findPictureType(bytes: Uint8Array): string | null {
  const kind = kinds.find(([, isIt]) => isIt(bytes));
  return kind ? `image/${kind[0]}` : null;
}
