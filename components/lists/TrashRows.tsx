import { formatDateTime, formatPartialDate } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import { formatStars } from '../../lib/i18n/scores.ts';
import type { TrashItem } from '../../lib/watchlog/commands/edit-types.ts';
import { Button } from '../ui/Button.tsx';
import { Cover } from '../ui/Cover.tsx';

interface TrashRowsProps {
  items: TrashItem[];
  canWrite: boolean;
  onRestore: (items: TrashItem[]) => void;
  onPurge: (items: TrashItem[]) => void;
}

const storeWords = {
  entries: 'trashEntry',
  ratings: 'trashRating',
  watchlist: 'trashWatchlist',
  keptReviews: 'trashReview',
  lists: 'trashList',
  listItems: 'trashListItem',
} as const;

function formatItem({ store, watchedOn, rating }: TrashItem): string {
  return [
    t(storeWords[store]),
    watchedOn === null ? '' : formatPartialDate(watchedOn, 'medium'),
    rating === null ? '' : t('trashStars', formatStars(rating)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Deleted items, grouped by the deletion that removed them. */
export function TrashRows({ items, canWrite, onRestore, onPurge }: TrashRowsProps) {
  const groups = [...Map.groupBy(items, ({ stamp }) => stamp).values()];
  return groups.map((group) => (
    <section key={group[0]?.stamp} class="trash-time">
      <div class="trash-head">
        <h2 class="label">{formatDateTime(group[0]?.deletedAt ?? 0)}</h2>
        {group.length > 1 && (
          <Button icon="restore" disabled={!canWrite} onClick={() => onRestore(group)}>
            {t('trashRestoreAll')}
          </Button>
        )}
      </div>
      <ul>
        {group.map((item) => (
          <li key={`${item.store} ${item.id}`} class="trash-row">
            <Cover title={item.title} year={item.year} isSmall />
            <div>
              <p class="title">
                {item.title} {item.year !== null && <span class="muted">{item.year}</span>}
              </p>
              <p class="muted">{formatItem(item)}</p>
              {item.text !== '' && <p class="entry-note">{item.text}</p>}
            </div>
            <span class="trash-acts">
              <Button
                icon="restore"
                name={t('trashRestoreOf', item.title)}
                disabled={!canWrite}
                onClick={() => onRestore([item])}
              >
                {t('trashRestore')}
              </Button>
              <Button
                icon="trash"
                look="danger"
                name={t('trashPurgeOf', item.title)}
                disabled={!canWrite}
                onClick={() => onPurge([item])}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
