/**
 * How `storage.local` words a full disk: LevelDB's fault in Chromium ("IO error: …: FILE_ERROR_NO_SPACE",
 * github.com/EFForg/privacybadger/issues/1866), or the browser's own limit.
 */
const noRoom = /NO_SPACE|No space left|QUOTA_BYTES|quota exceeded|disk full/i;

/** Whether an error means that there is no room to write. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && (error.name === 'QuotaExceededError' || noRoom.test(error.message));
}
