import { findTheme, type Theme } from './page-theme.ts';

/** Elements that take the badge as their last child; after all others it stands as the next sibling. */
const holders = 'h1, h2, h3, h4, h5, h6, p, li, td, th, dd, dt, div, section, article, figcaption, caption';
/** What is clicked as a whole: a badge in it is in the way of its click. */
const pressables = 'a, button, summary, label, [role="link"], [role="button"]';

/** Where a badge's host goes: at the end of `at`, or right behind it. */
export interface Spot {
  at: Element | Text;
  isInside: boolean;
  theme: Theme;
}

/** The spot beside a title. Reads styles and no layout; null where people write. */
export function findSpot(node: Element | Text): Spot | null {
  const box = node instanceof Element ? node : node.parentElement;
  if (!box || (box instanceof HTMLElement && box.isContentEditable)) return null;
  const theme = findTheme(box);
  if (node instanceof Text) return { at: node, isInside: false, theme };
  // Behind a link in a line of text the badge is out of its click; in a card that is one link it stays with the title.
  const pressable = node.closest(pressables);
  if (pressable && /^inline/.test(getComputedStyle(pressable).display))
    return { at: pressable, isInside: false, theme };
  return { at: node, isInside: node.matches(holders) || isLaidOut(node), theme };
}

/** Whether an element is an item of a flex box or a grid, where another beside it would move the rest. */
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
