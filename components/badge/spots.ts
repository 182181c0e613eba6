import { findTheme, type Theme } from './page-theme.ts';

/** Elements that get the badge as their last child. Other elements get it as their next sibling. */
const containers =
  'h1, h2, h3, h4, h5, h6, p, li, td, th, dd, dt, div, section, article, figcaption, caption';
/** Elements that are clicked as a whole: a badge inside would be in the way. */
const pressables = 'a, button, summary, label, [role="link"], [role="button"]';

/** Where a badge's host element is inserted: as the last child of `at`, or right after it. */
export interface Spot {
  at: Element | Text;
  isInside: boolean;
  theme: Theme;
  /** Whether the badge has half the width, under a small poster. */
  isSmall?: boolean;
}

/** A poster narrower than this gets a badge of half the width, in px. */
const smallPoster = 110;

/** Whether an element is, or is nothing but, a picture narrower than a badge. One that is not loaded yet has no width. */
function isSmallPoster(element: Element): boolean {
  const picture = element.matches('img') ? element : element.querySelector('img');
  if (!picture || element.textContent?.trim()) return false;
  const width = picture.getBoundingClientRect().width;
  return width > 0 && width < smallPoster;
}

/** Returns the spot for a title's badge; null in editable text. Reads styles, and layout only for pictures. */
export function findSpot(node: Element | Text): Spot | null {
  const box = node instanceof Element ? node : node.parentElement;
  if (!box || (box instanceof HTMLElement && box.isContentEditable)) return null;
  const theme = findTheme(box);
  if (node instanceof Text) return { at: node, isInside: false, theme };
  const isSmall = isSmallPoster(node);
  // After an inline link the badge is not part of the click target. In a card that is one link it stays with the title.
  const pressable = node.closest(pressables);
  if (pressable && /^inline/.test(getComputedStyle(pressable).display))
    return { at: pressable, isInside: false, theme, isSmall };
  return { at: node, isInside: node.matches(containers) || isLaidOut(node), theme, isSmall };
}

/** Whether an element is an item of a flex box or a grid, where a new sibling would move the other items. */
function isLaidOut(element: Element): boolean {
  const { parentElement: parent } = element;
  return (
    parent !== null &&
    !element.matches('img, picture, video, svg, input') &&
    /flex|grid/.test(getComputedStyle(parent).display)
  );
}

export function placeHost({ at, isInside }: Spot, host: HTMLElement): void {
  if (isInside && at instanceof Element) at.append(host);
  else at.after(host);
}
