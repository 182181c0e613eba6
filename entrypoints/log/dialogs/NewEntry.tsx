import { EntryForm } from '../../../components/film/forms/EntryForm.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import { createEntryFields } from '../../../lib/watchlog/entry-fields.ts';
import type { FilmInput, RatingValue } from '../../../lib/watchlog/types.ts';
import type { LogPageState } from '../state/log-state.ts';

interface NewEntryProps {
  state: LogPageState;
  film: FilmInput;
  wasSeen: boolean;
  rating: RatingValue | null;
  isListed: boolean;
  onCancel: () => void;
}

/** Returns a film's title with its year, for a heading. */
export const formatFilmTitle = ({ title, year }: Pick<FilmInput, 'title' | 'year'>): string =>
  year === null ? title : t('logFilmAndYear', title, String(year));

/** The form of a new entry, with a button that only puts the film on the watchlist. */
export function NewEntry({ state, film, wasSeen, rating, isListed, onCancel }: NewEntryProps) {
  const today = state.today();
  return (
    <>
      {!isListed && !wasSeen && (
        <p class="instead">
          <Button icon="bookmark" onClick={() => void state.list(film, true)}>
            {t('logWatchlistInstead')}
          </Button>
        </p>
      )}
      <EntryForm
        entry={{ ...createEntryFields(), watchedOn: today, rewatch: wasSeen, rating }}
        today={today}
        saveLabel={t('formLog')}
        onSave={(entry) => void state.add(film, entry)}
        onCancel={onCancel}
      />
    </>
  );
}
