import { createBackupFile } from '../../lib/background/log/backup-file.ts';
import { onMessage } from '../../lib/messaging/messages.ts';
import { openLogForReading } from '../../lib/watchlog/queries/reading.ts';

const log = openLogForReading();

// Chromium's service worker cannot create an object URL for a file, so this hidden page does.
onMessage('makeBackupFile', () => log.read((db) => createBackupFile(db, Date.now())));
