import { makeRandomName } from '../../text/ids.ts';
import type { LogProtocol } from '../../messaging/log-protocol.ts';
import type { Command } from '../../watchlog/commands/commands.ts';
import { goBack, previewGoBack } from '../../watchlog/imports/go-back.ts';
import type { BackupSummary, WriteReceipt } from '../../watchlog/types.ts';
import { getLog } from '../messages/log-access.ts';
import * as schemas from '../messages/log-schemas.ts';
import { idSchema, nothingSchema } from '../messages/message-schemas.ts';
import { registerToPages } from '../messages/register.ts';
import {
  loadFileBackup,
  noteFileSaved,
  saveFileBackup,
  setFileBackupInterval,
  switchFileBackup,
} from './file-backup.ts';

async function makeBackup(): Promise<BackupSummary[]> {
  const log = await getLog();
  await log.backUp();
  return log.listKept();
}

/** Registers the listeners for the messages about backups. `write` runs a command durably and notifies all pages. */
export function registerToBackups(write: (command: Command) => Promise<WriteReceipt>): void {
  const restore = async ({ id, mode, name }: Parameters<LogProtocol['goBack']>[0]) => {
    const log = await getLog();
    const rows = await log.readKept(id);
    await log.backUp();
    const importId = makeRandomName((count) => crypto.getRandomValues(new Uint8Array(count)), 16);
    const { notBackedUp } = await write(goBack({ id: importId, name }, rows, mode));
    return { importId, ...(notBackedUp !== undefined && { notBackedUp }) };
  };
  registerToPages('listKept', nothingSchema, async () => (await getLog()).listKept());
  registerToPages('makeBackup', nothingSchema, makeBackup);
  registerToPages('previewRestore', idSchema, async ({ id }) => {
    const log = await getLog();
    const rows = await log.readKept(id);
    return log.read((db) => previewGoBack(db, rows));
  });
  registerToPages('goBack', schemas.goBackSchema, restore);
  registerToPages('getFileBackup', nothingSchema, () => loadFileBackup());
  registerToPages('switchFileBackup', schemas.onSchema, ({ on }) => switchFileBackup(on));
  registerToPages('setFileBackupInterval', schemas.intervalSchema, ({ interval }) =>
    setFileBackupInterval(interval),
  );
  registerToPages('noteFileSaved', nothingSchema, () => noteFileSaved(Date.now()));
  registerToPages('saveFileBackup', nothingSchema, () => saveFileBackup(Date.now()));
}
