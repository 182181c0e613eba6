import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import { formatStarsName } from '../../lib/i18n/scores.ts';
import type { Reading } from '../../lib/transfer/types.ts';
import type { FilmInput } from '../../lib/watchlog/types.ts';

const nameFilm = ({ title, year, refs }: FilmInput): string => {
  const name = title || (refs[0] ?? '');
  return year === null ? name : t('logFilmAndYear', name, String(year));
};

/**
 * What the first film of a reading becomes, such as "This reads as: Heat (1995), watched 28 November 2026, 4½ stars."; null
 * if the reading has none. The film with most to show is taken from the first rows.
 */
export function describeFirst({ entries, ratings, watchlist }: Reading): string | null {
  const entry =
    entries.slice(0, 3).find(({ rating, watchedOn }) => rating !== null && watchedOn !== null) ?? entries[0];
  if (entry) {
    const { film, watchedOn, rating } = entry;
    const value = rating ?? ratings.find((other) => other.film === film)?.value ?? null;
    const seen = watchedOn === null ? t('readsAsSeen') : t('readsAsWatched', formatPartialDate(watchedOn));
    return t(
      'readsAs',
      [nameFilm(film), seen, ...(value === null ? [] : [formatStarsName(value)])].join(', '),
    );
  }
  const [rated] = ratings;
  if (rated) return t('readsAs', [nameFilm(rated.film), formatStarsName(rated.value)].join(', '));
  const [listed] = watchlist;
  return listed ? t('readsAs', [nameFilm(listed.film), t('readsAsListed')].join(', ')) : null;
}
