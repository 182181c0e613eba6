import { useState } from 'preact/hooks';
import { FilmSearch } from '../../../components/film/FilmSearch.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Cover } from '../../../components/ui/Cover.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import { formatStars } from '../../../lib/i18n/scores.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import type { FilmSuggestion } from '../../../lib/messaging/protocol.ts';
import type { LogIndex } from '../../../lib/watchlog/index/index-types.ts';
import type { ListedFilm } from '../../../lib/watchlog/search/item-types.ts';
import { toListedFilm } from '../../../lib/watchlog/search/list-items.ts';
import { formatFilmTitle } from '../dialogs/NewEntry.tsx';
import type { LogPageState } from '../state/log-state.ts';

interface MergeDialogProps {
  state: LogPageState;
  film: ListedFilm;
  onClose: () => void;
}

/** The films of the log that a text may mean, without this one. */
async function suggestOthers(text: string, id: string): Promise<FilmSuggestion[]> {
  const found = await sendMessage('suggestFilms', { text });
  return found.filter(({ own }) => own !== null && own.filmId !== id);
}

/** The number of reviews that the user wrote of a film. */
function countReviews({ films, entries, positions }: LogIndex, id: string): number {
  const own = films.entries[positions.films.get(id) ?? -1] ?? [];
  return own.filter((entry) => (entries.reviewLengths[entry] ?? 0) > 0).length;
}

function Side({ film }: { film: ListedFilm }) {
  return (
    <li>
      <Cover title={film.title} year={film.year} isSmall />
      <div>
        <p class="title">{formatFilmTitle(film)}</p>
        <p class="muted">{tCount('filmEntryCount', film.entryCount)}</p>
      </div>
    </li>
  );
}

/** The two films side by side, what the result has, and which of two ratings stays. */
function Comparison({ state, film, other, onClose }: MergeDialogProps & { other: ListedFilm }) {
  const [stays, setStays] = useState(film.id);
  const differ =
    film.isRated && other.isRated && film.rating !== other.rating
      ? [film, other].map(({ id, rating }) => ({ id, rating: rating ?? 0 }))
      : [];
  const reviews = countReviews(state.index(), film.id) + countReviews(state.index(), other.id);
  const sum = [
    tCount('filmEntryCount', film.entryCount + other.entryCount),
    ...(reviews === 0 ? [] : [tCount('filmReviewCount', reviews)]),
  ].join(', ');
  return (
    <>
      <ul class="merge-sides">
        <Side film={other} />
        <Side film={film} />
      </ul>
      <p>{t('mergeResult', formatFilmTitle(film), sum)}</p>
      {differ.length > 0 && (
        <fieldset class="merge-rating">
          <legend>{t('mergeRating')}</legend>
          {differ.map(({ id, rating }, at) => (
            <label key={id} class="check">
              <input type="radio" name="merge-rating" checked={stays === id} onChange={() => setStays(id)} />
              {t(at === 0 ? 'mergeKeep' : 'mergeTake', formatStars(rating))}
            </label>
          ))}
        </fieldset>
      )}
      <div class="form-actions">
        <Button
          look="primary"
          icon="merge"
          onClick={() => {
            onClose();
            void state.mergeFilms({
              ...{ into: film.id, from: other.id },
              ...(differ.length > 0 && { ratingOf: stays }),
            });
          }}
        >
          {t('mergeTwo')}
        </Button>
        <Button onClick={onClose}>{t('formCancel')}</Button>
        <span class="muted">{t('mergeUndo')}</span>
      </div>
    </>
  );
}

/** Finds the other film and joins the two. */
export function MergeDialog({ state, film, onClose }: MergeDialogProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [owned] = useState(() => new Map<string, string>());
  const index = state.index();
  const at = chosen === null ? undefined : index.positions.films.get(chosen);
  const suggest = async (text: string): Promise<FilmSuggestion[]> => {
    const found = await suggestOthers(text, film.id);
    for (const { film: each, own } of found) if (own) owned.set(each.refs.join(), own.filmId);
    return found;
  };
  return (
    <Dialog title={t('mergeTitle')} look="wide" onClose={onClose}>
      <p class="muted">{t('mergeWhen')}</p>
      <FilmSearch suggest={suggest} onChoose={({ refs }) => setChosen(owned.get(refs.join()) ?? null)} />
      {at !== undefined && (
        <Comparison key={chosen} {...{ state, film, onClose }} other={toListedFilm(index, at)} />
      )}
    </Dialog>
  );
}
