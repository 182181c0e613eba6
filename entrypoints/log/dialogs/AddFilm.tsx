import { useState } from 'preact/hooks';
import { Candidates } from '../../../components/film/Candidates.tsx';
import { TitleForm } from '../../../components/film/forms/TitleForm.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { findMeantFilm, formatHintAsFilm, formatTypedHint } from '../../../lib/films/hint-film.ts';
import type { Film, SightedHint } from '../../../lib/films/types.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import type { FilmDescription } from '../../../lib/messaging/protocol.ts';
import type { LogPageState } from '../state/log-state.ts';
import { formatFilmTitle, NewEntry } from './NewEntry.tsx';

interface DescribedFilm {
  hint: SightedHint;
  description: FilmDescription;
  film: Film | null;
}

/** Logs a film by its title, or puts it on the watchlist. Asks which film is meant if several have the title. */
export function AddFilm({ state }: { state: LogPageState }) {
  const [found, setFound] = useState<DescribedFilm | null>(null);
  const find = async (title: string, year: number | null): Promise<void> => {
    const hint = formatTypedHint(title, year);
    const description = await sendMessage('describeFilm', { hint });
    setFound({ hint, description, film: findMeantFilm(hint.hint, description.match) });
  };
  const film = found?.film;
  const match = found?.description.match;
  const own = found?.description.own ?? null;
  return (
    <Dialog title={film ? formatFilmTitle(film) : t('logAdd')} onClose={state.closeDialog}>
      {!found && (
        <TitleForm
          maxYear={Number(state.today().slice(0, 4)) + 5}
          onFind={(title, year) => void find(title, year)}
        />
      )}
      {found && !film && match?.kind === 'ambiguous' && (
        <Candidates
          title={found.hint.hint.title}
          namedBy="user"
          candidates={match.candidates}
          onChoose={(chosen) => setFound({ ...found, film: chosen ?? formatHintAsFilm(found.hint.hint) })}
        />
      )}
      {film && (
        <NewEntry
          state={state}
          film={film}
          wasSeen={(own?.watchedCount ?? 0) > 0}
          rating={own?.isRated ? own.rating : null}
          isListed={own?.onWatchlist ?? false}
        />
      )}
    </Dialog>
  );
}
