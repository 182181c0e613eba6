import { formatStarsName } from '../../lib/i18n/scores.ts';
import { StarRow } from './Star.tsx';

/** A read-only rating of 1 to 10 half stars. */
export function Stars({ value }: { value: number }) {
  return (
    <span class="stars" role="img" aria-label={formatStarsName(value)}>
      <StarRow halves={value} />
    </span>
  );
}
