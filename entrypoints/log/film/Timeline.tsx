import { Stars } from '../../../components/rating/Stars.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { formatPartialDate } from '../../../lib/i18n/dates.ts';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import type { WatchEntry } from '../../../lib/watchlog/types.ts';
import type { FilmPartProps } from './film-part.ts';

/** Where, with whom and how the film was watched, in one line. */
function formatCircumstances({ place, company, rewatch, finished, tags }: WatchEntry): string {
  return [
    place,
    company === '' ? '' : t('logWith', company),
    rewatch ? t('logRewatch') : '',
    finished ? '' : t('logUnfinished'),
    ...tags,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function EntryItem({
  entry,
  canWrite,
  onEdit,
}: {
  entry: WatchEntry;
  canWrite: boolean;
  onEdit: () => void;
}) {
  const day = entry.watchedOn === null ? t('logUnknownTime') : formatPartialDate(entry.watchedOn);
  const circumstances = formatCircumstances(entry);
  return (
    <li class={entry.finished ? '' : 'unfinished'} data-row={entry.id}>
      <h3>{day}</h3>
      <span class="timeline-stars">{entry.rating !== null && <Stars value={entry.rating} />}</span>
      <button
        type="button"
        class="link entry-open"
        aria-label={t('filmEditEntry', day)}
        disabled={!canWrite}
        onClick={onEdit}
      >
        {t('reviewEdit')}
      </button>
      {circumstances !== '' && <p class="muted">{circumstances}</p>}
      {entry.note !== '' && <p class="entry-note">{entry.note}</p>}
    </li>
  );
}

/** The entries of the film on a line, newest first. The dot of one that was not finished is hollow. */
export function Timeline({ state, canWrite, listed, rows }: FilmPartProps) {
  const { entries } = rows;
  return (
    <section class="block" aria-labelledby="film-entries">
      <div class="block-head">
        <h2 id="film-entries" class="title">
          {t('filmEntries')}{' '}
          {entries.length > 0 && <span class="muted">{tCount('filmEntryCount', entries.length)}</span>}
        </h2>
        <Button
          icon="plus"
          disabled={!canWrite}
          onClick={() => state.openDialog({ kind: 'new-entry', filmId: listed.id })}
        >
          {t(entries.length === 0 ? 'filmAddEntry' : 'filmLogAnother')}
        </Button>
      </div>
      {entries.length === 0 ? (
        <p class="muted">{t('filmNoEntries')}</p>
      ) : (
        <ol class="timeline">
          {entries.map((entry) => (
            <EntryItem
              key={entry.id}
              entry={entry}
              canWrite={canWrite}
              onEdit={() => state.openDialog({ kind: 'entry', id: entry.id })}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
