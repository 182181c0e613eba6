import type { BackupFault } from '../watchlog/types.ts';
import { sendMessage } from './messages.ts';

/** Undoes an import, part by part. Returns why that is in no backup yet; null if it is. */
export async function undoWholeImport(importId: string): Promise<BackupFault | null> {
  for (;;) {
    const { isDone, notBackedUp } = await sendMessage('undoImport', { importId });
    if (isDone) return notBackedUp ?? null;
  }
}
