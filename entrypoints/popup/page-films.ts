import type { Writing } from '../../components/ui/writing.ts';
import { findMeantFilm, listCorrectionKeys } from '../../lib/films/hint-film.ts';
import type { Film } from '../../lib/films/types.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { PageFilm } from '../../lib/messaging/protocol.ts';
import type { RatingValue, WriteReceipt } from '../../lib/watchlog/types.ts';
import type { FilmReading } from './film-queries.ts';
import type { PopupModel } from './popup-model.ts';

/** Returns the one film that a row asks about before it writes; null if the row needs no question, or has several films. */
export function findAskedFilm({ match }: PageFilm): Film | null {
  if (match.kind === 'film') return match.certainty === 'unsure' ? match.film : null;
  const [only, ...more] = match.kind === 'ambiguous' ? match.candidates : [];
  return only !== undefined && more.length === 0 ? only : null;
}

/** Returns the film that a row writes about; null while the row asks which film it is. */
export const findRowFilm = (row: PageFilm): Film | null =>
  findAskedFilm(row) === null ? findMeantFilm(row.sighted.hint, row.match) : null;

/** Returns the actions of the list of the page's films. */
export function createPageFilms(model: PopupModel, reading: FilmReading, { write }: Writing) {
  const writeFilm = async (
    row: PageFilm,
    text: string,
    send: (film: Film) => Promise<WriteReceipt>,
  ): Promise<void> => {
    const film = findRowFilm(row);
    if (film) await write(text, () => send(film));
  };
  return {
    /** The number of films on the page, wherever the popup says it; null until it is known. */
    countPageFilms: (): number | null => model.pageFilms.value?.length ?? null,
    ratePageFilm: (row: PageFilm, value: RatingValue | null) =>
      writeFilm(row, t(value === null ? 'statusRatingCleared' : 'statusSaved'), (film) =>
        sendMessage('rateFilm', { film, value }),
      ),
    listPageFilm: (row: PageFilm, listed: boolean) =>
      writeFilm(row, t(listed ? 'statusListed' : 'statusUnlisted'), (film) =>
        sendMessage('setWatchlist', { film, listed }),
      ),
    /** Keeps the answer to "Is it this film?" for every page that names it in the same way. */
    async answerPageFilm({ sighted }: PageFilm, film: Film | null): Promise<void> {
      const keys = listCorrectionKeys(sighted.hint);
      await write(t('statusRemembered'), () => sendMessage('correctMatch', { keys, film }));
    },
    async openPageFilm({ sighted }: PageFilm): Promise<void> {
      model.cameFromList.value = true;
      await reading.describe(sighted);
    },
    /** Whether there is a way back from the film that is shown: to the list, or from a search to the page. */
    canGoBack(): boolean {
      const view = model.view.value;
      if (view.kind !== 'film') return false;
      return view.namedBy === 'user' || model.cameFromList.value;
    },
    async goBack(): Promise<void> {
      const view = model.view.value;
      const subject = model.reading.value?.subject;
      const wasTyped = view.kind === 'film' && view.namedBy === 'user';
      if (wasTyped && subject && !model.cameFromList.value) await reading.describe(subject);
      else reading.showPage();
    },
  };
}
