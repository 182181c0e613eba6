import { marqueeExport } from '../../transfer/exports/marquee.ts';
import { readAllRows } from '../../watchlog/store/read-all-rows.ts';
import type { LogDatabase } from '../../watchlog/store/schema.ts';

/** A file in memory that can be downloaded. */
export interface FileInMemory {
  /** A `blob:` URL. The code that creates it must revoke it. */
  url: string;
  bytes: number;
}

/** The whole log as our own file, under an address that the browser can download from. Needs `URL.createObjectURL`. */
export async function createBackupFile(db: LogDatabase, now: number): Promise<FileInMemory> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const [file] = marqueeExport.write(await readAllRows(db), { now, timeZone });
  const blob = new Blob([file?.text ?? ''], { type: 'application/json' });
  return { url: URL.createObjectURL(blob), bytes: blob.size };
}
