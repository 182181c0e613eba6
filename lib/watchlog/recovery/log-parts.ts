import type { IdSource } from '../../text/ids.ts';
import type { Connection } from '../store/connection.ts';
import type { StorageBuckets } from '../store/database-location.ts';
import type { LogStorageArea } from '../store/storage.ts';
import type { BackupWriter } from './backup-writer.ts';

/** The parts of an open log. */
export interface LogParts {
  storage: LogStorageArea;
  now: () => number;
  random: IdSource['random'];
  makeId: () => string;
  connection: Connection;
  backupWriter: BackupWriter;
  databaseName: string | undefined;
  buckets: StorageBuckets | null;
}
