import type { ShownLocation } from '../../lib/messaging/sync-protocol.ts';
import { formatOriginPattern } from '../../lib/reviews/sources/addresses.ts';
import { createSyncStore } from '../../lib/sync/sync-store.ts';
import { askPermission } from '../../lib/settings/ask-permission.ts';
import { syncConsents } from '../../lib/settings/data-consents.ts';

/** A folder's permission, which only Chromium has, and TypeScript does not know. */
interface AskableFolder extends FileSystemDirectoryHandle {
  requestPermission?: (descriptor: { mode: 'readwrite' }) => Promise<PermissionState>;
}

interface FolderPicker {
  showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<AskableFolder>;
}

const picker = globalThis as FolderPicker;

/** Whether this browser lets extensions use folders. */
export const canChooseFolders = (): boolean => picker.showDirectoryPicker !== undefined;

async function askForFolder(folder: AskableFolder): Promise<boolean> {
  return ((await folder.requestPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';
}

/** Lets the user choose a folder, and keeps it for sync. Returns its name; null if the user chose none or does not allow it. */
export async function chooseFolder(): Promise<string | null> {
  try {
    const folder = await picker.showDirectoryPicker?.({ id: 'marquee-sync', mode: 'readwrite' });
    if (folder === undefined || !(await askForFolder(folder))) return null;
    const store = createSyncStore();
    await store.saveFolder(folder);
    store.close();
    return folder.name;
  } catch (error) {
    // The user closed the choice.
    if (error instanceof Error && error.name === 'AbortError') return null;
    throw error;
  }
}

async function askForChosenFolder(): Promise<boolean> {
  const store = createSyncStore();
  const folder = await store.loadFolder();
  store.close();
  return folder !== null && askForFolder(folder);
}

/**
 * Asks the browser for the permission to use a folder or a server, that address alone, and in Firefox to send the log there. Must be called in a click. True at once
 * where it is granted already; false where the user declines.
 */
export function allowPlace(location: ShownLocation): Promise<boolean> {
  if (location.kind === 'folder') return askForChosenFolder();
  return askPermission([formatOriginPattern(location.url)], syncConsents);
}
