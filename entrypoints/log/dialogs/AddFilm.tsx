import { useState } from 'preact/hooks';
import { Candidates } from '../../../components/film/Candidates.tsx';
import { FilmSearch } from '../../../components/film/FilmSearch.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import {
  findMeantFilm,
  formatFilmHint,
  formatHintAsFilm,
  formatTypedHint,
} from '../../../lib/films/hint-film.ts';
import { parseTitle } from '../../../lib/films/titles/title-parse.ts';
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
  const find = async (hint: SightedHint): Promise<void> => {
    const description = await sendMessage('describeFilm', { hint });
    setFound({ hint, description, film: findMeantFilm(hint.hint, description.match) });
  };
  const film = found?.film;
  const match = found?.description.match;
  const own = found?.description.own ?? null;
  return (
    <Dialog title={film ? formatFilmTitle(film) : t('logAdd')} onClose={state.closeDialog}>
      {(close) => (
        <>
          {!found && (
            <FilmSearch
              suggest={(text) => sendMessage('suggestFilms', { text })}
              onChoose={(chosen) => void find(formatFilmHint(chosen))}
              onByHand={(text) => {
                const { title, year } = parseTitle(text);
                void find(formatTypedHint(title, year));
              }}
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
              onCancel={close}
            />
          )}
        </>
      )}
    </Dialog>
  );
}
