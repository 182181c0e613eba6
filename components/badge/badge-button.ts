import type { BadgeMark, BadgeView } from '../../lib/messaging/types.ts';
import { element, figure, glyph } from './element.ts';

/** One empty button per kind of badge, to clone: a page may show hundreds, and cloning is faster than building. */
const blanks = new Map<boolean, HTMLButtonElement>();

/** Returns the badge's empty button, 108 or 54 px wide. It looks 20 px high and its target for the pointer is 24 px high. */
export function createBadgeButton(isSmall: boolean): HTMLButtonElement {
  const blank =
    blanks.get(isSmall) ??
    element(
      'button',
      { type: 'button', class: isSmall ? 'badge small' : 'badge' },
      // Hidden from screen readers: the button's label already has the figures in words.
      element('span', { class: 'face', 'aria-hidden': 'true' }),
    );
  blanks.set(isSmall, blank);
  return blank.cloneNode(true) as HTMLButtonElement;
}

/**
 * Draws a view into its button, in place of the former one. The button stays the same, so that no event of its focus tells
 * the page of a change.
 */
export function fillBadgeButton(button: HTMLButtonElement, view: BadgeView): void {
  const isFilm = 'film' in view;
  const isSmall = button.classList.contains('small');
  button.classList.toggle('unsure', isFilm && view.isUnsure);
  button.setAttribute('aria-label', view.label.name);
  if (isFilm) button.setAttribute('aria-haspopup', 'dialog');
  else button.removeAttribute('aria-haspopup');
  button.firstElementChild?.replaceChildren(...(isSmall ? drawSmall(view) : drawWide(view)));
}

const half = (mark: BadgeMark, kind = ''): HTMLElement =>
  element(
    'span',
    { class: `half ${mark.glyph === null ? 'dim' : ''} ${kind}` },
    mark.glyph && glyph(mark.glyph),
    mark.text && figure(mark.text),
  );

/** Left, middle and right; words fill the whole badge. */
function drawWide(view: BadgeView): Node[] {
  const [left, right] = view.label.marks;
  if (!right || !('film' in view)) return [half(left, 'words')];
  const middle = element('span', { class: 'middle' }, view.own?.watched ? glyph('tick') : element('i'));
  return [half(left), middle, half(right, right.glyph === 'star' ? 'own' : right.text ? '' : 'dim')];
}

/** The user's rating, else the first score, with a tick in place of its drawing if the film is seen. */
function drawSmall(view: BadgeView): Node[] {
  const [left, right] = view.label.marks;
  if (!right || !('film' in view))
    return [half({ glyph: null, text: view.kind === 'ambiguous' ? '?' : left.text })];
  if (right.glyph === 'star') return [half(right, 'own')];
  const drawing = view.own?.watched ? glyph('tick') : glyph(left.glyph ?? 'hollow');
  return [
    element('span', { class: left.glyph ? 'half' : 'half dim' }, drawing, left.text && figure(left.text)),
  ];
}
