import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import type { WatchEntry, OwnRecord, RatingValue } from '../../lib/watchlog/types.ts';
import { StarRating } from '../rating/StarRating.tsx';
import { Button } from '../ui/Button.tsx';
import { StatusLine, type Status } from '../ui/StatusLine.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { EntryForm, type EntryValues } from './forms/EntryForm.tsx';

export type OpenForm = 'new' | 'today' | null;

interface OwnPanelProps {
  title: string;
  own: OwnRecord | null;
  /** Entries of this film, in any order. */
  entries: WatchEntry[];
  /** `YYYY-MM-DD` in the user's own calendar. */
  today: string;
  /** What the form of a new entry begins with. */
  newEntry: EntryValues;
  status: Status | null;
  /** The open form: for a new entry, or for today's. */
  form: OpenForm;
  /** False while nothing can be saved. */
  canWrite: boolean;
  onRate: (value: RatingValue | null) => void;
  onWatchedToday: () => void;
  onWatchlist: (listed: boolean) => void;
  onOpenForm: (form: OpenForm) => void;
  /** `id` is that of the changed entry, or null for a new one. */
  onSaveEntry: (entry: EntryValues, id: string | null) => void;
  onUndo: () => void;
}

/** Says in one line how often and when the film was seen; empty if never. */
function formatSeen(own: OwnRecord | null): string {
  if (own === null || own.watchedCount === 0) return '';
  const seen = tCount('ownSeen', own.watchedCount);
  return own.lastWatchedOn === null ? seen : t('ownSeenLast', seen, formatPartialDate(own.lastWatchedOn));
}

type ActionsProps = Pick<
  OwnPanelProps,
  'own' | 'form' | 'canWrite' | 'onWatchedToday' | 'onWatchlist' | 'onOpenForm'
> & { todays: WatchEntry | undefined };

/** The buttons: log today (or open today's entry), the watchlist, another day. */
function Actions({ own, form, canWrite, todays, ...on }: ActionsProps) {
  const isListed = own?.onWatchlist ?? false;
  return (
    <div class="actions">
      <Button
        look={todays ? 'quiet' : 'primary'}
        icon="tick"
        pressed={todays ? true : undefined}
        disabled={!canWrite}
        onClick={todays ? () => on.onOpenForm(form === 'today' ? null : 'today') : on.onWatchedToday}
      >
        {t(todays ? 'ownWatchedToday' : 'ownWatchToday')}
      </Button>
      <Button
        icon="bookmark"
        pressed={isListed}
        disabled={!canWrite}
        onClick={() => on.onWatchlist(!isListed)}
      >
        {t('ownWatchlist')}
      </Button>
      <Button
        icon="note"
        name={t('ownOtherDay')}
        expanded={form === 'new'}
        disabled={!canWrite}
        onClick={() => on.onOpenForm(form === 'new' ? null : 'new')}
      />
    </div>
  );
}

/** The user's own part of a film: the rating, today's entry, the watchlist, and a form for another day. */
export function OwnPanel({
  title,
  own,
  entries,
  today,
  newEntry,
  status,
  form,
  canWrite,
  ...on
}: OwnPanelProps) {
  const todays = entries.find((entry) => entry.watchedOn === today && entry.deleted === null);
  const edited = form === 'today' ? todays : undefined;
  const seen = formatSeen(own);
  const part = useKeptFocus<HTMLElement>();
  return (
    <section ref={part} tabIndex={-1} class="block" aria-labelledby="your-rating">
      <div class="block-head">
        <h2 id="your-rating" class="label">
          {t('ownRating')}
        </h2>
        <StatusLine status={status} onUndo={on.onUndo} />
      </div>
      <StarRating
        value={own?.rating ?? null}
        label={t('ownRatingOf', title)}
        disabled={!canWrite}
        canClear={own?.isRated}
        onRate={on.onRate}
      />
      <Actions {...{ own, form, canWrite, todays, ...on }} />
      {seen !== '' && form === null && <p class="muted seen">{seen}</p>}
      {form !== null && (
        <EntryForm
          key={edited?.id ?? 'new'}
          entry={edited ?? newEntry}
          today={today}
          saveLabel={t(edited ? 'formSaveChanges' : 'formLog')}
          onSave={(entry) => on.onSaveEntry(entry, edited?.id ?? null)}
          onCancel={() => on.onOpenForm(null)}
        />
      )}
    </section>
  );
}
