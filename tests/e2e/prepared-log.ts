// A log at a place to sync with, as a device that is not here has written it: without its browser, and in a moment.
import { usualLimits } from '../../lib/sync/file-sending.ts';
import { manifestFormat, openGeneration } from '../../lib/sync/manifest.ts';
import type { ServerAccess } from '../../lib/sync/remotes/http.ts';
import { nodeTools } from '../../lib/sync/remotes/testing/webdav-server.ts';
import { createWebdavRemote } from '../../lib/sync/remotes/webdav.ts';
import { createRowCursor, rowSchema, type StoredRow } from '../../lib/sync/rows.ts';
import { writeSegment } from '../../lib/sync/segments.ts';
import { logStores } from '../../lib/watchlog/store/schema.ts';
import type { LogRowLists } from '../../lib/transfer/types.ts';

const options = { signal: new AbortController().signal };
const folder = `log-${openGeneration}`;
const encode = (value: object): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** The log of a device that is elsewhere. */
export interface PreparedLog {
  /** Writes rows as the device's next files. `isCopy`: as a whole copy. Returns the names of the files. */
  write: (log: LogRowLists, how?: { isCopy?: boolean; rowsPerFile?: number }) => Promise<string[]>;
  remove: (names: string[]) => Promise<void>;
}

async function* listRows(log: LogRowLists): AsyncGenerator<StoredRow[]> {
  await Promise.resolve();
  // The store is that of the rows.
  for (const store of logStores) yield log[store].map((row) => ({ store, row }) as StoredRow);
}

/** Begins a log without a passphrase at a folder of a WebDAV server. */
export async function prepareLog(access: ServerAccess): Promise<PreparedLog> {
  const remote = createWebdavRemote(access, nodeTools);
  const manifest = { format: manifestFormat, generation: openGeneration, encryption: null };
  await remote.put('marquee-sync.json', encode(manifest), options);
  let sequence = 0;
  return {
    write: async (log, { isCopy = false, rowsPerFile: rows = usualLimits.rows } = {}) => {
      const cursor = createRowCursor(listRows(log));
      const header = { schema: rowSchema, device: 'elsewher', name: 'Elsewhere', madeAt: Date.now() };
      const names: string[] = [];
      for (let isLast = false; !isLast;) {
        sequence += 1;
        const first = isCopy ? sequence - names.length : sequence;
        const place = { sequence, first, part: sequence - first + 1, isCopy };
        const limits = { ...usualLimits, rows };
        const file = await writeSegment(header, { ...place, key: null, limits }, cursor);
        await remote.put(`${folder}/${file.name}`, file.bytes, options);
        names.push(file.name);
        ({ isLast } = file);
      }
      return names;
    },
    remove: async (names) => {
      for (const name of names) await remote.remove(`${folder}/${name}`, options);
    },
  };
}
