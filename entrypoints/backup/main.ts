import { createBackupFile } from '../../lib/background/log/backup-file.ts';
import { onMessage } from '../../lib/messaging/messages.ts';
import { openLogForReading } from '../../lib/watchlog/queries/reading.ts';

const log = openLogForReading();

// Chromium's worker cannot make an address for a file: this page, which nobody sees, does it.
onMessage('makeBackupFile', () => log.read((db) => createBackupFile(db, Date.now())));
