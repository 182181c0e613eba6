import { formatList, formatPartialDate } from '../../lib/i18n/dates.ts';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import type { DiaryItem } from '../../lib/watchlog/diary.ts';
import { Stars } from '../rating/Stars.tsx';
import { Cover } from '../ui/Cover.tsx';
import { Icon } from '../ui/Icon.tsx';

interface DiaryEntryProps {
  item: DiaryItem;
  /** False where the entry before is of the same day. */
  showsDay: boolean;
  onEdit: () => void;
}

function Day({ date, shown }: { date: string | null; shown: boolean }) {
  if (date === null || date.length < 10) return <span class="day" />;
  const words = <span class="hidden-text">{formatPartialDate(date)}</span>;
  if (!shown) return <span class="day">{words}</span>;
  return (
    <time class="day title number" dateTime={date}>
      <span aria-hidden="true">{formatNumber(Number(date.slice(8)))}</span>
      {words}
    </time>
  );
}

/** One viewing in the diary: the whole line opens it. */
export function DiaryEntry({ item: { entry, film }, showsDay, onEdit }: DiaryEntryProps) {
  const facts = [
    film.directors.length > 0 ? formatList(film.directors.slice(0, 3)) : '',
    entry.place,
    entry.finished ? '' : t('logUnfinished'),
  ].filter((fact) => fact !== '');
  return (
    <li class="entry">
      <Day date={entry.watchedOn} shown={showsDay} />
      <Cover title={film.title} year={film.year} />
      <div class="entry-film">
        <h3 class="title">
          <button type="button" class="entry-open" onClick={onEdit}>
            {film.title} {film.year !== null && <span class="muted">{film.year}</span>}
          </button>
        </h3>
        <p class="muted">
          {facts.join(' · ')}
          {entry.tags.length > 0 && (
            <>
              {facts.length > 0 && ' · '}
              <em>{entry.tags.join(', ')}</em>
            </>
          )}
        </p>
        {entry.note !== '' && <p class="entry-note">{entry.note}</p>}
      </div>
      {entry.rewatch && (
        <span class="again muted">
          <Icon name="again" />
          {t('logRewatch')}
        </span>
      )}
      {entry.rating !== null && <Stars value={entry.rating} />}
    </li>
  );
}
