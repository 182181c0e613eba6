import { formatList, formatPartialDate, formatRuntime } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { FilmChanges } from '../../lib/watchlog/commands/edit-types.ts';
import type { RatingValue, WatchlistRow } from '../../lib/watchlog/types.ts';
import { PrioritySelect } from '../lists/PrioritySelect.tsx';
import type { ListedEntry, ListedFilm } from '../../lib/watchlog/search/item-types.ts';
import { StarRating } from '../rating/StarRating.tsx';
import { Stars } from '../rating/Stars.tsx';
import { Button } from '../ui/Button.tsx';
import { Cover } from '../ui/Cover.tsx';
import { StatusLine, type Status } from '../ui/StatusLine.tsx';
import { CriteriaForm } from './forms/CriteriaForm.tsx';
import { FilmFactsForm } from './forms/FilmFactsForm.tsx';
import { ReasonForm } from './forms/ReasonForm.tsx';
import { TagsForm } from './forms/TagsForm.tsx';

export interface FilmDialogProps {
  film: ListedFilm;
  /** Its entries, newest first. */
  entries: ListedEntry[];
  /** The names of the user's criteria. */
  criteria: string[];
  status: Status | null;
  canWrite: boolean;
  onRate: (value: RatingValue | null) => void;
  onCriteria: (criteria: Record<string, RatingValue>) => void;
  onNewCriterion: (name: string) => void;
  onLike: (liked: boolean) => void;
  onList: (listed: boolean) => void;
  onWatchlist: (changes: { priority?: WatchlistRow['priority']; reason?: string }) => void;
  onTags: (change: { addTags: string[]; removeTags: string[] }) => void;
  onOpenEntry: (id: string) => void;
  onLog: () => void;
  onChangeFilm: (changes: FilmChanges) => void;
  onDelete: () => void;
  onUndo: () => void;
}

function formatFilmFacts(film: ListedFilm): string {
  return [
    film.directors.length > 0 ? formatList(film.directors.slice(0, 3)) : '',
    film.runtimeMinutes === null ? '' : formatRuntime(film.runtimeMinutes),
    film.genres.slice(0, 3).join(', '),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function FilmEntries({
  entries,
  canWrite,
  onOpenEntry,
  onLog,
}: Pick<FilmDialogProps, 'entries' | 'canWrite' | 'onOpenEntry' | 'onLog'>) {
  return (
    <section class="block" aria-labelledby="film-entries">
      <div class="block-head">
        <h3 id="film-entries" class="label">
          {t('filmEntries')}
        </h3>
        <Button icon="plus" disabled={!canWrite} onClick={onLog}>
          {t('filmAddEntry')}
        </Button>
      </div>
      {entries.length === 0 && <p class="muted">{t('filmNotSeen')}</p>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} class="entry-line">
            <button type="button" class="entry-open" onClick={() => onOpenEntry(entry.id)}>
              {entry.watchedOn === null ? t('logUnknownTime') : formatPartialDate(entry.watchedOn)}
            </button>
            <span class="muted">
              {[entry.place, entry.rewatch ? t('logRewatch') : '', entry.finished ? '' : t('logUnfinished')]
                .filter((fact) => fact !== '')
                .join(' · ')}
            </span>
            {entry.rating !== null && <Stars value={entry.rating} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WatchlistFields({
  film,
  canWrite,
  onWatchlist,
}: Pick<FilmDialogProps, 'film' | 'canWrite' | 'onWatchlist'>) {
  if (film.priority === null) return null;
  return (
    <section class="block watchlist-fields" aria-label={t('ownWatchlist')}>
      <label class="field">
        {t('watchlistPriority')}
        <PrioritySelect
          value={film.priority}
          name={t('watchlistPriorityOf', film.title)}
          disabled={!canWrite}
          onChange={(priority) => onWatchlist({ priority })}
        />
      </label>
      <ReasonForm reason={film.reason} disabled={!canWrite} onSave={(reason) => onWatchlist({ reason })} />
    </section>
  );
}

/** Everything in the log about a film, with the forms that change it. */
export function FilmDialog({ film, entries, criteria, status, canWrite, ...on }: FilmDialogProps) {
  const isListed = film.priority !== null;
  return (
    <div class="film-dialog">
      <div class="dialog-head">
        <Cover title={film.title} year={film.year} />
        <div>
          {film.originalTitle && film.originalTitle !== film.title && (
            <p class="facts original">{film.originalTitle}</p>
          )}
          <p class="facts">{formatFilmFacts(film)}</p>
          <StarRating
            value={film.rating}
            label={t('ownRatingOf', film.title)}
            disabled={!canWrite}
            canClear={film.isRated}
            onRate={on.onRate}
          />
          <div class="dialog-acts">
            <Button
              icon={film.liked ? 'heart-full' : 'heart'}
              pressed={film.liked}
              disabled={!canWrite}
              onClick={() => on.onLike(!film.liked)}
            >
              {t('filmLike')}
            </Button>
            <Button
              icon="bookmark"
              pressed={isListed}
              disabled={!canWrite}
              onClick={() => on.onList(!isListed)}
            >
              {t('ownWatchlist')}
            </Button>
          </div>
          <StatusLine status={status} onUndo={on.onUndo} />
        </div>
      </div>
      <WatchlistFields {...{ film, canWrite }} onWatchlist={on.onWatchlist} />
      <CriteriaForm
        criteria={criteria}
        values={film.criteria}
        disabled={!canWrite}
        onRate={on.onCriteria}
        onNew={on.onNewCriterion}
      />
      <FilmEntries {...{ entries, canWrite }} onOpenEntry={on.onOpenEntry} onLog={on.onLog} />
      <TagsForm key={film.tags.join()} tags={film.tags} disabled={!canWrite} onSave={on.onTags} />
      <FilmFactsForm film={film} disabled={!canWrite} onSave={on.onChangeFilm} onDelete={on.onDelete} />
    </div>
  );
}
