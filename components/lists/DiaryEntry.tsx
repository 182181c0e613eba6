import type { Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatList, formatPartialDate } from '../../lib/i18n/dates.ts';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { Stars } from '../rating/Stars.tsx';
import { Cover } from '../ui/Cover.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SelectBox } from './SelectBox.tsx';
import type { ListedEntry } from '../../lib/watchlog/search/item-types.ts';

export interface DiaryEntryProps {
  entry: ListedEntry;
  index: number;
  /** False if the entry before is on the same day. */
  showsDay: boolean;
  /** Null outside of selection mode. */
  selected: boolean | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
  rowRef: Ref<HTMLLIElement>;
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

/** Returns an entry's further facts in one line: directors, place, company, not finished. Tags are not among them. */
export function formatEntryFacts({ film, place, company, finished }: ListedEntry): string {
  return [
    film.directors.length > 0 ? formatList(film.directors.slice(0, 3)) : '',
    place,
    company === '' ? '' : t('logWith', company),
    finished ? '' : t('logUnfinished'),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function Facts({ entry }: { entry: ListedEntry }) {
  const facts = formatEntryFacts(entry);
  return (
    <p class="muted">
      {facts}
      {entry.tags.length > 0 && (
        <>
          {facts !== '' && ' · '}
          <em>{entry.tags.join(', ')}</em>
        </>
      )}
    </p>
  );
}

/** The small icons after an entry: liked, reviewed, rewatch. */
function Signs({ entry }: { entry: ListedEntry }) {
  return (
    <span class="signs muted">
      {entry.film.liked && (
        <span class="sign mine" title={t('logLiked')}>
          <Icon name="heart-full" />
          <span class="hidden-text">{t('logLiked')}</span>
        </span>
      )}
      {entry.hasReview && (
        <span class="sign" title={t('logHasReview')}>
          <Icon name="pen" />
          <span class="hidden-text">{t('logHasReview')}</span>
        </span>
      )}
      {entry.rewatch && (
        <span class="again">
          <Icon name="again" />
          <span>{t('logRewatch')}</span>
        </span>
      )}
    </span>
  );
}

/** Everything of an entry except its day. Rendered again only when the entry changes. */
function useEntryParts(entry: ListedEntry, onOpen: DiaryEntryProps['onOpen']) {
  return useMemo(() => {
    const { film } = entry;
    return (
      <>
        <Cover title={film.title} year={film.year} refs={film.refs} isSmall />
        <div class="entry-film">
          <h3 class="title">
            <button type="button" class="entry-open" onClick={() => onOpen(entry.id)}>
              {film.title} {film.year !== null && <span class="muted">{film.year}</span>}
            </button>
          </h3>
          <Facts entry={entry} />
          {entry.note !== '' && <p class="entry-note">{entry.note}</p>}
        </div>
        <Signs entry={entry} />
        {entry.rating !== null && <Stars value={entry.rating} />}
      </>
    );
  }, [entry, onOpen]);
}

/** One entry in the diary: a click anywhere on the line opens it. */
export function DiaryEntry({ entry, index, showsDay, selected, onSelect, onOpen, rowRef }: DiaryEntryProps) {
  const parts = useEntryParts(entry, onOpen);
  return useMemo(
    () => (
      <li class="entry" ref={rowRef} data-index={index} data-row={entry.id}>
        {selected !== null && (
          <SelectBox title={entry.film.title} selected={selected} onSelect={() => onSelect(entry.id)} />
        )}
        <Day date={entry.watchedOn} shown={showsDay} />
        {parts}
      </li>
    ),
    [entry, index, showsDay, selected, onSelect, parts, rowRef],
  );
}
