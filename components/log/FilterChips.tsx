import { t } from '../../lib/i18n/messages.ts';
import { formatStars } from '../../lib/i18n/scores.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Filters } from '../../lib/watchlog/search/address.ts';

interface FilterChipsProps {
  values: Filters;
  onFilter: (changes: Partial<Filters>) => void;
}

/** Returns, for each active filter, a short description and the change that removes it. */
function listChips(values: Filters): { words: string; off: Partial<Filters> }[] {
  const { year, decade, seenIn, rating, tag, genre, director, rewatch, unfinished, liked } = values;
  return [
    seenIn !== null && { words: t('chipSeenIn', String(seenIn)), off: { seenIn: null } },
    decade !== null && { words: t('decadeName', String(decade)), off: { decade: null } },
    year !== null && { words: t('chipYear', String(year)), off: { year: null } },
    rating !== null && { words: t('chipRating', formatStars(rating)), off: { rating: null } },
    tag !== null && { words: t('chipTag', tag), off: { tag: null } },
    genre !== null && { words: genre, off: { genre: null } },
    director !== null && { words: director, off: { director: null } },
    rewatch && { words: t('filterRewatch'), off: { rewatch: false } },
    unfinished && { words: t('filterUnfinished'), off: { unfinished: false } },
    liked && { words: t('filterLiked'), off: { liked: false } },
  ].filter((chip) => chip !== false);
}

/** The active filters; a click removes one. */
export function FilterChips({ values, onFilter }: FilterChipsProps) {
  const chips = listChips(values);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('filterSet')}>
      {chips.map(({ words, off }) => (
        <li key={words}>
          <button
            type="button"
            class="chip on"
            aria-label={t('filterOff', words)}
            onClick={() => onFilter(off)}
          >
            {words}
            <Icon name="close" weight={2.8} />
          </button>
        </li>
      ))}
    </ul>
  );
}
