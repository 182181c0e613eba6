import type { BadgeMark, LabelledBadge } from '../../lib/messaging/types.ts';
import { element, glyph, type Child } from './element.ts';

/** The small mark beside a title: one button, 20 px high to the eye and 24 px to the pointer. */
export function createBadgeButton(state: LabelledBadge): HTMLButtonElement {
  const isOwn = state.kind !== 'ambiguous' && typeof state.own?.rating === 'number';
  const opens = state.kind !== 'ambiguous';
  return element(
    'button',
    {
      type: 'button',
      class: 'badge',
      'aria-label': state.label.name,
      'aria-haspopup': opens && 'dialog',
      'aria-expanded': opens && 'false',
    },
    // The name says it in words; the figures alone would only repeat a part of it.
    element(
      'span',
      { class: isOwn ? 'face own' : 'face', 'aria-hidden': 'true' },
      state.label.marks.map(drawMark),
    ),
  );
}

/** A mark; a line parts a figure from the one before it. */
function drawMark({ glyph: name, text }: BadgeMark, index: number): Child[] {
  if (name === null) return [element('span', { class: 'dim' }, text)];
  return [index > 0 && text !== '' && element('span', { class: 'sep' }), glyph(name), text];
}
