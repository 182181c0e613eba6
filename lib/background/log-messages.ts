import { browser } from 'wxt/browser';
import { maxFilmsPerScores, type FilmScores } from '../messaging/log-protocol.ts';
import { findChanges } from '../watchlog/changes.ts';
import {
  changeFilm,
  editEntries,
  editFilms,
  moveEntry,
  purgeTrash,
  rateCriteria,
  restoreTrash,
  setLiked,
  type Command,
} from '../watchlog/commands.ts';
import type { LogChanges, TrashKey } from '../watchlog/edit-types.ts';
import type { WriteReceipt } from '../watchlog/types.ts';
import { listenToPages } from './listen.ts';
import { getLog } from './log-access.ts';
import * as schemas from './log-schemas.ts';
import { nothingSchema } from './message-schemas.ts';
import { loadFileBackup, saveFileBackup, switchFileBackup } from './file-backup.ts';
import { findScoresOfFilms } from './film-scores.ts';
import type { ShelfLookUp } from './shelf-look-up.ts';

/** What the messages about the log need of the background. */
export interface LogMessageOptions {
  /** Runs a command and tells everybody; what it answers is durable. */
  write: (command: Command) => Promise<WriteReceipt>;
  /** Tells everybody that something changed. */
  tell: () => void;
  lookUp: ShelfLookUp;
}

/** Empties rows of the trash, and answers how many. */
export async function emptyTrash(write: LogMessageOptions['write'], rows: TrashKey[]): Promise<number> {
  let purged = 0;
  await write(purgeTrash({ rows }, (count) => (purged = count)));
  return purged;
}

async function listChanges(since: number): Promise<LogChanges | null> {
  const log = await getLog();
  return log.read((db) => findChanges(db, browser.storage.local, since));
}

async function findScores(ids: string[], lookUp: ShelfLookUp): Promise<FilmScores[]> {
  const log = await getLog();
  return log.read((db) => findScoresOfFilms(db, ids.slice(0, maxFilmsPerScores), lookUp));
}

/** Registers the listeners for the messages of `LogProtocol` that read and write the log. */
export function listenToLog({ write, tell, lookUp }: LogMessageOptions): void {
  listenToPages('setLiked', schemas.likedSchema, (request) => write(setLiked(request)));
  listenToPages('rateCriteria', schemas.criteriaSchema, (request) => write(rateCriteria(request)));
  listenToPages('moveEntry', schemas.moveSchema, (request) => write(moveEntry(request)));
  listenToPages('changeFilm', schemas.changeFilmSchema, (request) => write(changeFilm(request)));
  listenToPages('editEntries', schemas.editEntriesSchema, (request) => write(editEntries(request)));
  listenToPages('editFilms', schemas.editFilmsSchema, (request) => write(editFilms(request)));
  listenToPages('restoreTrash', schemas.trashSchema, (request) => write(restoreTrash(request)));
  listenToPages('purgeTrash', schemas.trashSchema, async ({ rows }) => ({
    purged: await emptyTrash(write, rows),
  }));
  listenToPages('listLogChanges', schemas.sinceSchema, ({ since }) => listChanges(since));
  listenToPages('findFilmScores', schemas.filmIdsSchema, ({ ids }) => findScores(ids, lookUp));
  listenToPages('checkLog', nothingSchema, async () => {
    const report = await (await getLog()).check();
    tell();
    return report;
  });

  listenToPages('getFileBackup', nothingSchema, () => loadFileBackup());
  listenToPages('switchFileBackup', schemas.onSchema, ({ on }) => switchFileBackup(on));
  listenToPages('saveFileBackup', nothingSchema, () => saveFileBackup(Date.now()));
}
