import type { FileBackupFault } from '../../messaging/log-protocol.ts';

/** The error of a backup that could not be written. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: FileBackupFault;

  constructor(code: FileBackupFault, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
