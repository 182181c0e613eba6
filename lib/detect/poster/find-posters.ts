import { isUncovered } from './covering.ts';
import { findPictureKey, listDeclaredPictures } from './declared-pictures.ts';
import type { ScreenBox, ShownPoster } from './types.ts';

/** The least height of a poster on the screen, in CSS pixels: a smaller one is a thumbnail. */
const minHeight = 120;
/** The least and the most width of a poster, as a part of its height. Most are 2 to 3. */
const shapes = [0.6, 0.8] as const;
const maxImages = 2000;
const maxPosters = 12;

const isPosterShaped = (width: number, height: number): boolean =>
  height > 0 && width / height >= shapes[0] && width / height <= shapes[1];

function isInView({ x, y, width, height }: ScreenBox, view: ShownPoster['view']): boolean {
  return x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height;
}

/** Whether an image is loaded and, as shown and as it is, of a poster's shape. */
function isPoster(image: HTMLImageElement, { width, height }: ScreenBox): boolean {
  return (
    image.complete &&
    height >= minHeight &&
    isPosterShaped(width, height) &&
    isPosterShaped(image.naturalWidth, image.naturalHeight)
  );
}

/**
 * The images of a poster's shape that are wholly on the screen with nothing over them, at most 12, in page order. None where
 * the user has zoomed into the page by a gesture.
 */
export function findPosters(document: Document): ShownPoster[] {
  const window = document.defaultView;
  if (!window || (window.visualViewport?.scale ?? 1) !== 1) return [];
  const view = { width: window.innerWidth, height: window.innerHeight };
  const declared = listDeclaredPictures(document);
  const found: ShownPoster[] = [];
  for (const image of [...document.images].slice(0, maxImages)) {
    const { x, y, width, height } = image.getBoundingClientRect();
    const box = { x, y, width, height };
    if (!isPoster(image, box) || !isInView(box, view) || !isUncovered(image, box, document)) continue;
    const key = findPictureKey(image.currentSrc || image.src);
    const names = [image.alt, image.title].filter((name) => name !== '').map((name) => name.slice(0, 300));
    found.push({ box, view, names, isDeclared: key !== null && declared.has(key) });
    if (found.length === maxPosters) break;
  }
  return found;
}
