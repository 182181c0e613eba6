import type { IdSource } from '../../text/ids.ts';
import type { CopyArea } from './copy-area.ts';
import type { Connection } from '../store/connection.ts';
import type { DatabaseOptions } from '../store/database.ts';
import type { StorageBuckets } from '../store/database-location.ts';
import type { BackupWriter } from './backup-writer.ts';
import type { WitnessStore } from './witness.ts';

/** The parts of an open log. */
export interface LogParts {
  storage: CopyArea;
  now: () => number;
  random: IdSource['random'];
  makeId: () => string;
  connection: Connection;
  backupWriter: BackupWriter;
  witness: WitnessStore;
  options: DatabaseOptions & { buckets: StorageBuckets | null };
}
