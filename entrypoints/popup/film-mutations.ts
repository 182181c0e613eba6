import { formatLogged, preventDoubleSubmit, type Writing } from '../../components/ui/writing.ts';
import { formatFilmHint, listCorrectionKeys } from '../../lib/films/hint-film.ts';
import type { Film, Match } from '../../lib/films/types.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { createNewEntry } from '../../lib/watchlog/entry-fields.ts';
import type { LogReceipt, PartialDate, RatingValue, WriteReceipt } from '../../lib/watchlog/types.ts';
import { takeCover } from './covers/cover-taking.ts';
import type { FilmReading } from './film-queries.ts';
import { findShownFilm, findViewing, type PopupModel } from './popup-model.ts';

const noFilm: Match = { kind: 'unknown', reason: 'no-film-of-that-name' };

/** Returns what chooses the film that is meant; null for none. */
function createChoice({ view: shown }: PopupModel, reading: FilmReading, write: Writing['write']) {
  return async (film: Film | null): Promise<void> => {
    const view = shown.value;
    if (view.kind !== 'film') return;
    // A choice in a search says nothing about what pages mean by that title, so it is not a correction.
    if (view.namedBy === 'user') {
      if (film) await reading.describe(formatFilmHint(film), 'user');
      else reading.show({ ...view, description: { ...view.description, match: noFilm } });
      return;
    }
    const keys = listCorrectionKeys(view.hint.hint);
    await write(t('statusRemembered'), () => sendMessage('correctMatch', { keys, film }));
  };
}

/** Returns the writes of the popup's controls about its film. */
export function createFilmMutations(
  model: PopupModel,
  reading: FilmReading,
  { write }: Writing,
  today: () => string,
) {
  const writeFilm = async <Receipt extends WriteReceipt>(
    text: string | ((receipts: Receipt[]) => string),
    send: (film: Film) => Promise<Receipt>,
  ): Promise<void> => {
    const film = findShownFilm(model);
    if (film) await write(text, () => send(film));
  };
  /** Does what the user rates or logs, and keeps the film's poster meanwhile. */
  const withCover = async (writing: Promise<void>): Promise<void> => {
    await Promise.all([writing, takeCover(model)]);
  };
  return {
    /** Rates the film. The viewing that the popup shows is what is rated, so its entry gets the rating, too. */
    rate: (value: RatingValue | null) =>
      withCover(
        writeFilm(t(value === null ? 'statusRatingCleared' : 'statusSaved'), (film) => {
          const entry = findViewing(model, today())?.id;
          return sendMessage('rateFilm', { film, value, ...(entry !== undefined && { entry }) });
        }),
      ),
    /** Logs the film on a day, or at an unknown time (null). */
    logOn: preventDoubleSubmit((watchedOn: PartialDate | null) =>
      withCover(
        writeFilm<LogReceipt>(formatLogged, async (film) => {
          const own = model.view.value.kind === 'film' ? model.view.value.description.own : null;
          const { rewatch, rating } = createNewEntry(watchedOn, own);
          const entry = { watchedOn, rewatch, rating };
          const origin = model.task.value.origin;
          const receipt = await sendMessage('logEntry', { film, entry, origin });
          model.viewing.value = receipt.entryId;
          return receipt;
        }),
      ),
    ),
    like: (liked: boolean) =>
      writeFilm(t(liked ? 'statusLiked' : 'statusUnliked'), (film) =>
        sendMessage('setLiked', { film, liked }),
      ),
    list: (listed: boolean) =>
      writeFilm(t(listed ? 'statusListed' : 'statusUnlisted'), (film) =>
        sendMessage('setWatchlist', { film, listed }),
      ),
    choose: createChoice(model, reading, write),
  };
}
