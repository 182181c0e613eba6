import type { ScreenBox } from './types.ts';

/** Where a picture is checked for what covers it, along its width and its height. */
const along = [0.04, 0.27, 0.5, 0.73, 0.96];
/** How many elements around a picture are checked for what lets the pointer through. */
const maxNeighbours = 200;
const paintingTags = new Set([
  'IMG',
  'VIDEO',
  'CANVAS',
  'IFRAME',
  'SVG',
  'INPUT',
  'OBJECT',
  'EMBED',
  'TEXTAREA',
]);

const isClear = (colour: string): boolean =>
  colour === '' || colour === 'transparent' || /^rgba\(.*,\s*0\)$/.test(colour);

const hasText = ({ childNodes }: Element): boolean =>
  [...childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');

/** Whether an element itself draws something, apart from what is in it. */
function paints(element: Element, view: Window): boolean {
  // What a custom element has inside cannot be seen from here.
  if (paintingTags.has(element.tagName.toUpperCase()) || element.tagName.includes('-')) return true;
  if (hasText(element)) return true;
  const { backgroundColor, backgroundImage, opacity, visibility } = view.getComputedStyle(element);
  if (opacity === '0' || visibility === 'hidden') return false;
  if (!isClear(backgroundColor) || (backgroundImage !== 'none' && backgroundImage !== '')) return true;
  return ['::before', '::after'].some((part) => {
    const { content, backgroundColor: colour } = view.getComputedStyle(element, part);
    return !['none', 'normal', ''].includes(content) && (content.length > 2 || !isClear(colour));
  });
}

/** Whether elements that let the pointer through lie over the picture, such as a gradient. */
function isUnderPassive(image: Element, box: ScreenBox, view: Window): boolean {
  const around = image.parentElement?.parentElement ?? image.parentElement;
  const others = [...(around?.querySelectorAll('*') ?? [])].slice(0, maxNeighbours);
  return others.some((other) => {
    if (other === image || other.contains(image)) return false;
    if (view.getComputedStyle(other).pointerEvents !== 'none') return false;
    const { left, right, top, bottom } = other.getBoundingClientRect();
    const meets = left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y;
    return meets && paints(other, view);
  });
}

/** Whether a picture is shown as it is: at 25 places nothing that draws lies over it. */
export function isUncovered(image: Element, box: ScreenBox, document: Document): boolean {
  const view = document.defaultView;
  if (!view) return false;
  const isOpenAt = (x: number, y: number): boolean => {
    const stack = document.elementsFromPoint(box.x + box.width * x, box.y + box.height * y);
    const at = stack.indexOf(image);
    return at >= 0 && !stack.slice(0, at).some((over) => paints(over, view));
  };
  return along.every((x) => along.every((y) => isOpenAt(x, y))) && !isUnderPassive(image, box, view);
}
