import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { formatStars, formatStarsName } from '../../lib/i18n/scores.ts';
import type { RatingValue } from '../../lib/watchlog/types.ts';
import { Icon } from '../ui/Icon.tsx';
import { StarRow } from './Star.tsx';

interface StarRatingProps {
  value: RatingValue | null;
  /** The control's accessible name. */
  label: string;
  disabled?: boolean;
  /** Whether the rating can be cleared here. Default: true. */
  canClear?: boolean;
  onRate: (value: RatingValue | null) => void;
}

const toRating = (halves: number): RatingValue | null =>
  halves >= 1 ? (Math.min(10, Math.round(halves)) as RatingValue) : null;

/** Returns the rating that a key sets, null if it clears the rating, undefined for any other key. */
function findRatingForKey(key: string, value: RatingValue | null): RatingValue | null | undefined {
  if (/^[1-5]$/.test(key)) return toRating(Number(key) * 2);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return toRating((value ?? 0) + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return toRating((value ?? 0) - 1);
    case 'Home':
      return 1;
    case 'End':
      return 10;
    case '0':
    case 'Delete':
    case 'Backspace':
      return null;
    default:
      return undefined;
  }
}

/**
 * Five stars that rate in half stars. The control is the browser's own range input, invisible above the stars, so that
 * touch, drag and screen readers work as with any slider. The style sheet aligns its steps with the half stars.
 */
export function StarRating({ value, label, disabled, canClear = true, onRate }: StarRatingProps) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const shown = dragged ?? hovered ?? value ?? 0;
  const rate = (next: RatingValue | null): void => {
    setDragged(null);
    setHovered(null);
    if (next !== value && (next !== null || canClear)) onRate(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isMirrored = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const next = findRatingForKey(isMirrored ? mirrorKey(event.key) : event.key, value);
    if (next === undefined) return;
    event.preventDefault();
    rate(next);
  };
  return (
    <div class="star-rating">
      <div class="star-field">
        <StarRow halves={shown} />
        <input
          type="range"
          min="0"
          max="10"
          step="1"
          value={dragged ?? value ?? 0}
          disabled={disabled}
          aria-label={label}
          aria-valuetext={value === null ? t('ratingNone') : formatStarsName(value)}
          onKeyDown={onKeyDown}
          onPointerMove={(event) => setHovered(findHalvesAt(event))}
          onPointerLeave={() => setHovered(null)}
          onInput={(event) => setDragged(event.currentTarget.valueAsNumber)}
          onChange={(event) => rate(toRating(event.currentTarget.valueAsNumber))}
        />
      </div>
      <b class="title number star-figure" aria-hidden="true">
        {shown > 0 ? formatStars(shown) : ''}
      </b>
      {value !== null && canClear && !disabled && (
        <button
          type="button"
          class="clear"
          aria-label={t('ratingClear')}
          title={t('ratingClear')}
          onClick={() => rate(null)}
        >
          <Icon name="close" weight={2.6} />
        </button>
      )}
    </div>
  );
}

const mirrorKey = (key: string): string =>
  key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;

/** Returns the rating under the pointer, null before the first star. The field is half a star wider than the stars. */
function findHalvesAt(event: PointerEvent): number | null {
  if (event.pointerType === 'touch' || !(event.currentTarget instanceof Element)) return null;
  const box = event.currentTarget.getBoundingClientRect();
  const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
  const along = (isMirrored ? box.right - event.clientX : event.clientX - box.left) / box.width;
  const halves = Math.ceil(along * 11 - 1);
  return halves >= 1 ? Math.min(10, halves) : null;
}
