import type { BadgeMark, BadgeView } from '../../lib/messaging/types.ts';
import { element, glyph } from './element.ts';

/** A button for each kind of badge, still without name and marks: a page may show hundreds, and copies are quicker. */
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
      // The name says it in words; the figures alone would only repeat a part of it.
      element('span', { class: isOwn ? 'face own' : 'face', 'aria-hidden': 'true' }),
    );
  blanks.set(kind, blank);
  return blank.cloneNode(true) as HTMLButtonElement;
}

/** The small mark beside a title: one button, 20 px high to the eye and 24 px to the pointer. */
export function createBadgeButton(view: BadgeView): HTMLButtonElement {
  const opens = view.kind !== 'ambiguous';
  const button = copyBlank(opens, opens && typeof view.own?.rating === 'number');
  button.setAttribute('aria-label', view.label.name);
  button.firstElementChild?.append(...view.label.marks.flatMap(drawMark));
  return button;
}

/** A mark; a line parts a figure from the one before it. */
function drawMark({ glyph: name, text }: BadgeMark, index: number): (Node | string)[] {
  if (name === null) return [element('span', { class: 'dim' }, text)];
  if (text === '') return [glyph(name)];
  return index > 0 ? [element('span', { class: 'sep' }), glyph(name), text] : [glyph(name), text];
}
