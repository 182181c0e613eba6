import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import { ReviewWords, type ReviewText } from '../review-text/ReviewWords.tsx';
import { Stars } from '../rating/Stars.tsx';
import { Cover } from '../ui/Cover.tsx';
import { useVirtualRows } from '../ui/painting/use-virtual-rows.ts';
import type { ListedEntry } from '../../lib/watchlog/search/item-types.ts';

interface ReviewCardsProps {
  positions: readonly number[];
  entryAt: (position: number) => ListedEntry;
  /** Returns undefined while the text is being read. */
  textOf: (id: string) => ReviewText | undefined;
  onOpen: (id: string) => void;
}

/** The user's own reviews, each under its film. A review with spoilers stays folded until it is opened. */
export function ReviewCards({ positions, entryAt, textOf, onOpen }: ReviewCardsProps) {
  const { rows, listRef, style, measure } = useVirtualRows({
    count: positions.length,
    list: positions,
    estimateHeight: () => 220,
    keyOf: (index) => positions[index] ?? index,
    overscan: 4,
  });
  return (
    <ol class="reviews" ref={(element) => void (listRef.current = element)} style={style}>
      {rows.map(({ index, key }) => {
        const position = positions[index];
        if (position === undefined) return null;
        const entry = entryAt(position);
        const { film } = entry;
        const text = textOf(entry.id);
        return (
          <li key={key} ref={measure} data-index={index} data-row={entry.id} class="review-card">
            <Cover title={film.title} year={film.year} refs={film.refs} />
            <article>
              <header>
                <h2 class="title">
                  {film.title} {film.year !== null && <span class="muted">{film.year}</span>}
                </h2>
                <p class="muted review-when">
                  {entry.rating !== null && <Stars value={entry.rating} />}
                  <span>
                    {entry.watchedOn === null ? t('logUnknownTime') : formatPartialDate(entry.watchedOn)}
                  </span>
                  <button
                    type="button"
                    class="link"
                    aria-label={t('reviewEditOf', film.title)}
                    onClick={() => onOpen(entry.id)}
                  >
                    {t('reviewEdit')}
                  </button>
                </p>
              </header>
              {text ? <ReviewWords {...text} /> : <p class="muted">{t('popupLoading')}</p>}
            </article>
          </li>
        );
      })}
    </ol>
  );
}
