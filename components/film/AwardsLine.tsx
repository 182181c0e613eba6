import type { FilmAward } from '../../lib/films/review-types.ts';
import { formatAwards } from '../../lib/i18n/awards.ts';
import { t } from '../../lib/i18n/messages.ts';

/** A film's prizes in one line; nothing if it has none. */
export function AwardsLine({ awards }: { awards: FilmAward[] }) {
  const line = formatAwards(awards);
  return line === null ? null : (
    <p class="awards" role="group" aria-label={t('awardsLabel')}>
      {line}
    </p>
  );
}
