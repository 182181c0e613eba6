import { formatLogged, preventDoubleSubmit, type Writing } from '../../../components/ui/writing.ts';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import {
  type EntryEdit,
  type FilmChanges,
  type FilmEdit,
  type TrashKey,
} from '../../../lib/watchlog/commands/edit-types.ts';
import type { FilmRef } from '../../../lib/films/types.ts';
import type {
  EntryFields,
  FilmInput,
  RatingValue,
  WatchlistRow,
  WriteReceipt,
} from '../../../lib/watchlog/types.ts';
import { sendInParts } from './send-in-parts.ts';

/** Returns the writes of the log page's controls. Each sets the status, with Undo where possible. */
export function createLogWriting(write: Writing['write']) {
  const save = (send: () => Promise<WriteReceipt>): Promise<void> => write(t('statusSaved'), send);
  return {
    add: preventDoubleSubmit((film: FilmInput, entry: EntryFields) =>
      write(formatLogged, () => sendMessage('logEntry', { film, entry, origin: 'log' })),
    ),
    changeEntry: (id: string, changes: EntryFields) =>
      save(() => sendMessage('changeEntry', { id, changes })),
    remove: (id: string) => write(t('statusDeleted'), () => sendMessage('deleteEntry', { id })),
    /** `entry`: the id of the entry that the rating is given for, which gets it too. */
    rate: (film: FilmInput, value: RatingValue | null, entry?: string) =>
      write(t(value === null ? 'statusRatingCleared' : 'statusSaved'), () =>
        sendMessage('rateFilm', { film, value, ...(entry !== undefined && { entry }) }),
      ),
    rateCriteria: (film: FilmInput, criteria: Record<string, RatingValue>) =>
      save(() => sendMessage('rateCriteria', { film, criteria })),
    like: (film: FilmInput, liked: boolean) =>
      write(t(liked ? 'statusLiked' : 'statusUnliked'), () => sendMessage('setLiked', { film, liked })),
    list: (film: FilmInput, listed: boolean) =>
      write(t(listed ? 'statusListed' : 'statusUnlisted'), () =>
        sendMessage('setWatchlist', { film, listed }),
      ),
    changeWatchlistItem: (
      film: FilmInput,
      changes: { priority?: WatchlistRow['priority']; reason?: string },
    ) => save(() => sendMessage('setWatchlist', { film, listed: true, ...changes })),
    mergeFilms: (request: { into: string; from: string; ratingOf?: string }) =>
      write(t('statusMerged'), () => sendMessage('mergeFilms', request)),
    splitFilm: (id: string) => write(t('statusSplit'), () => sendMessage('splitFilm', { id })),
    moveToFilm: (request: { id: string; entries: string[]; refs: FilmRef[]; film: FilmInput }) =>
      write(t('statusMoved'), () => sendMessage('moveToFilm', request)),
    forgetReview: (url: string) => write(t('reviewRemoved'), () => sendMessage('forgetReview', { url })),
    changeFilm: (id: string, changes: FilmChanges) => save(() => sendMessage('changeFilm', { id, changes })),

    editEntries: (ids: string[], edit: EntryEdit) =>
      write(tCount(edit.isDeleted ? 'statusEntriesDeleted' : 'statusEntriesChanged', ids.length), () =>
        sendInParts(ids, (part) => sendMessage('editEntries', { ids: part, edit })),
      ),
    editFilms: (ids: string[], edit: FilmEdit) =>
      write(tCount(edit.isDeleted ? 'statusFilmsDeleted' : 'statusFilmsChanged', ids.length), () =>
        sendInParts(ids, (part) => sendMessage('editFilms', { ids: part, edit })),
      ),
    restoreTrash: (rows: TrashKey[]) =>
      write(tCount('statusRestored', rows.length), () =>
        sendInParts(rows, (part) => sendMessage('restoreTrash', { rows: part })),
      ),
    purgeTrash: (rows: TrashKey[]) =>
      write(
        tCount('statusPurged', rows.length),
        async () => {
          await sendInParts(rows, (part) => sendMessage('purgeTrash', { rows: part }));
          return [];
        },
        { canUndo: false },
      ),
  };
}
