import { maxFilmsPerScores, type FilmScores } from '../../messaging/log-protocol.ts';
import { localArea } from '../../settings/patient-storage.ts';
import { findChanges } from '../../watchlog/queries/changes.ts';
import { findLately } from '../../watchlog/queries/lately.ts';
import {
  changeFilm,
  mergeFilms,
  moveToFilm,
  splitFilm,
  editEntries,
  editFilms,
  reassignEntry,
  rateCriteria,
  restoreTrash,
  setLiked,
  type Command,
} from '../../watchlog/commands/commands.ts';
import type { LogChanges, TrashKey } from '../../watchlog/commands/edit-types.ts';
import type { WriteReceipt } from '../../watchlog/types.ts';
import type { RatingsLookUp } from '../catalogues/ratings-lookup.ts';
import { registerToPages } from '../messages/register.ts';
import { getLog, readLog } from '../messages/log-access.ts';
import * as schemas from '../messages/log-schemas.ts';
import { nothingSchema } from '../messages/message-schemas.ts';
import { registerToBackups } from './backup-messages.ts';
import { registerToLists } from './list-messages.ts';
import { loadLogCheck, runLogCheck } from './check-log.ts';
import { findScoresOfFilms } from '../identify/film-scores.ts';
import type { CatalogueLookUp } from '../identify/catalogue-lookup.ts';

/** What the messages about the log need from the background. */
export interface LogMessageOptions {
  /** Runs a command durably and notifies all pages. */
  write: (command: Command) => Promise<WriteReceipt>;
  /** Empties rows of the trash permanently; returns how many. */
  purge: (rows: TrashKey[]) => Promise<number>;
  /** Notifies all pages that something changed. */
  notify: () => void;
  lookUp: CatalogueLookUp;
  ratings: RatingsLookUp;
}

async function listChanges(since: number): Promise<LogChanges | null> {
  const log = await getLog();
  return log.read((db) => findChanges(db, localArea, since));
}

async function findScores(
  ids: string[],
  sources: Pick<LogMessageOptions, 'lookUp' | 'ratings'>,
): Promise<FilmScores[]> {
  const log = await getLog();
  return log.read((db) => findScoresOfFilms(db, ids.slice(0, maxFilmsPerScores), sources));
}

/** Registers the listeners for the messages of `LogProtocol` that read and write the log. */
export function registerToLog({ write, purge, notify, lookUp, ratings }: LogMessageOptions): void {
  registerToPages('setLiked', schemas.likedSchema, (request) => write(setLiked(request)));
  registerToPages('rateCriteria', schemas.criteriaSchema, (request) => write(rateCriteria(request)));
  registerToPages('reassignEntry', schemas.moveSchema, (request) => write(reassignEntry(request)));
  registerToPages('changeFilm', schemas.changeFilmSchema, (request) => write(changeFilm(request)));
  registerToPages('mergeFilms', schemas.mergeFilmsSchema, (request) => write(mergeFilms(request)));
  registerToPages('splitFilm', schemas.splitFilmSchema, (request) => write(splitFilm(request)));
  registerToPages('moveToFilm', schemas.moveToFilmSchema, (request) => write(moveToFilm(request)));
  registerToPages('editEntries', schemas.editEntriesSchema, (request) => write(editEntries(request)));
  registerToPages('editFilms', schemas.editFilmsSchema, (request) => write(editFilms(request)));
  registerToPages('restoreTrash', schemas.trashSchema, (request) => write(restoreTrash(request)));
  registerToPages('purgeTrash', schemas.trashSchema, async ({ rows }) => ({
    purged: await purge(rows),
  }));
  registerToPages('listLogChanges', schemas.sinceSchema, ({ since }) => listChanges(since));
  registerToPages('getLately', nothingSchema, async () => {
    // A log that cannot be read is not an empty one.
    return (await readLog(findLately)) ?? { entries: [], isLogEmpty: false };
  });
  registerToPages('findFilmScores', schemas.filmIdsSchema, ({ ids }) => findScores(ids, { lookUp, ratings }));
  registerToPages('checkLog', nothingSchema, async () => {
    const report = await runLogCheck();
    notify();
    return report;
  });
  registerToPages('getLogCheck', nothingSchema, () => loadLogCheck());
  registerToBackups(write);
  registerToLists(write);
}
