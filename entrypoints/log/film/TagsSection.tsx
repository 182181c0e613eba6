import { ReasonForm } from '../../../components/film/forms/ReasonForm.tsx';
import { TagsForm } from '../../../components/film/forms/TagsForm.tsx';
import { PrioritySelect } from '../../../components/lists/PrioritySelect.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import { toFilmInput } from '../state/film-input.ts';
import type { FilmPartProps } from './film-part.ts';

function WatchlistFields({ state, canWrite, listed }: FilmPartProps) {
  if (listed.priority === null) return null;
  const input = toFilmInput(listed);
  return (
    <section class="block watchlist-fields" aria-label={t('ownWatchlist')}>
      <label class="field">
        {t('watchlistPriority')}
        <PrioritySelect
          value={listed.priority}
          name={t('watchlistPriorityOf', listed.title)}
          disabled={!canWrite}
          onChange={(priority) => void state.changeWatchlistItem(input, { priority })}
        />
      </label>
      <ReasonForm
        key={listed.reason}
        reason={listed.reason}
        disabled={!canWrite}
        onSave={(reason) => void state.changeWatchlistItem(input, { reason })}
      />
    </section>
  );
}

/** Why the film is on the watchlist, and the tags of the film. */
export function TagsSection(props: FilmPartProps) {
  const { state, canWrite, listed } = props;
  return (
    <>
      <WatchlistFields {...props} />
      <TagsForm
        key={listed.tags.join()}
        tags={listed.tags}
        disabled={!canWrite}
        onSave={(change) => void state.editFilms([listed.id], change)}
      />
    </>
  );
}
