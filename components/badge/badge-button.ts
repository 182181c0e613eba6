import type { BadgeMark, BadgeView } from '../../lib/messaging/types.ts';
import { element, glyph } from './element.ts';

/** One empty button per kind of badge, to clone: a page may show hundreds, and cloning is faster than building. */
const blanks = new Map<string, HTMLButtonElement>();

function copyBlank(opens: boolean, isOwn: boolean): HTMLButtonElement {
  const kind = `${opens} ${isOwn}`;
  const blank =
    blanks.get(kind) ??
    element(
      'button',
      {
        type: 'button',
        class: 'badge',
        'aria-haspopup': opens && 'dialog',
        'aria-expanded': opens && 'false',
      },
      // Hidden from screen readers: the button's label already has the figures in words.
      element('span', { class: isOwn ? 'face own' : 'face', 'aria-hidden': 'true' }),
    );
  blanks.set(kind, blank);
  return blank.cloneNode(true) as HTMLButtonElement;
}

/** Returns the badge's button for a view. It looks 20 px high and its target for the pointer is 24 px high. */
export function createBadgeButton(view: BadgeView): HTMLButtonElement {
  const opens = view.kind !== 'ambiguous';
  const button = copyBlank(opens, opens && typeof view.own?.rating === 'number');
  button.setAttribute('aria-label', view.label.name);
  button.firstElementChild?.append(...view.label.marks.flatMap(drawMark));
  return button;
}

/** Returns the nodes of one mark. A line separates a figure from the one before it. */
function drawMark({ glyph: name, text }: BadgeMark, index: number): (Node | string)[] {
  if (name === null) return [element('span', { class: 'dim' }, text)];
  if (text === '') return [glyph(name)];
  return index > 0 ? [element('span', { class: 'sep' }), glyph(name), text] : [glyph(name), text];
}
