import { useState } from 'preact/hooks';
import { Candidates } from '../../components/film/Candidates.tsx';
import { TitleForm } from '../../components/film/TitleForm.tsx';
import { ViewingForm } from '../../components/film/ViewingForm.tsx';
import { Dialog } from '../../components/ui/Dialog.tsx';
import { findMeantFilm, formatHintAsFilm, formatTypedHint } from '../../lib/films/hint-film.ts';
import type { Film, SightedHint } from '../../lib/films/types.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { FilmDescription } from '../../lib/messaging/protocol.ts';
import type { LogPageState } from './log-state.ts';

interface Found {
  hint: SightedHint;
  description: FilmDescription;
  film: Film | null;
}

/** Logs a film by its title: asks which one where several bear it, then when it was seen. */
export function AddFilm({ state }: { state: LogPageState }) {
  const [found, setFound] = useState<Found | null>(null);
  const close = (): void => void (state.isAdding.value = false);
  const find = async (title: string, year: number | null): Promise<void> => {
    const hint = formatTypedHint(title, year);
    const description = await sendMessage('describeFilm', { hint });
    setFound({ hint, description, film: findMeantFilm(hint.hint, description.match) });
  };
  const film = found?.film;
  const today = state.today();
  const match = found?.description.match;
  return (
    <Dialog
      title={
        film
          ? film.year === null
            ? film.title
            : t('logFilmAndYear', film.title, String(film.year))
          : t('logAdd')
      }
      onClose={close}
    >
      {!found && (
        <TitleForm maxYear={Number(today.slice(0, 4)) + 5} onFind={(title, year) => void find(title, year)} />
      )}
      {found && !film && match?.kind === 'ambiguous' && (
        <Candidates
          title={found.hint.hint.title}
          namedBy="user"
          candidates={match.candidates}
          onChoose={(chosen) => setFound({ ...found, film: chosen ?? formatHintAsFilm(found.hint.hint) })}
        />
      )}
      {found && film && (
        <ViewingForm
          viewing={{
            watchedOn: today,
            rewatch: (found.description.own?.watchedCount ?? 0) > 0,
            finished: true,
            tags: [],
            note: '',
            rating: found.description.own?.rating ?? null,
          }}
          today={today}
          saveLabel={t('formLog')}
          asksRating
          onSave={(viewing) => void state.add(film, viewing)}
          onCancel={close}
        />
      )}
    </Dialog>
  );
}
