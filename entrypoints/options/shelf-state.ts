import { signal } from '@preact/signals';
import { formatShelfAnswer } from '../../components/settings/shelf-words.ts';
import type { Status } from '../../components/ui/StatusLine.tsx';
import { formatError } from '../../components/ui/writing.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { ShelfOverview } from '../../lib/messaging/shelf-protocol.ts';
import { formatOriginPattern } from '../../lib/reviews/sources/addresses.ts';
import { askPermission } from '../../lib/settings/ask-permission.ts';
import { createLoaded } from './loaded.ts';

/** The shelves as they stand, those that are published somewhere, and their removal. */
export function createShelfState() {
  const shelfList = createLoaded(() => sendMessage('listShelves', undefined));
  const shelfStatus = signal<Status | null>(null);
  const isShelfBusy = signal(false);

  const run = async (task: () => Promise<Status | null>): Promise<void> => {
    isShelfBusy.value = true;
    shelfStatus.value = null;
    try {
      shelfStatus.value = await task();
    } catch (error) {
      shelfStatus.value = { kind: 'failed', text: formatError(error), canUndo: false };
    }
    await shelfList.refresh();
    isShelfBusy.value = false;
  };
  /** Asks for the permission in the click it is called in, then fetches the shelf's head. */
  const add = (url: string, origins: string[]): Promise<void> => {
    const granting = askPermission(origins);
    return run(async () => {
      if (!(await granting)) return { kind: 'failed', text: t('shelfDeclined'), canUndo: false };
      const answer = await sendMessage('addPublishedShelf', { url });
      const kind = answer.state === 'added' ? 'done' : 'failed';
      return { kind, text: formatShelfAnswer(answer), canUndo: false };
    });
  };

  return {
    shelfList,
    shelfStatus,
    isShelfBusy,
    /** `url` is an address of the web, as `parseAddress` gives it. */
    addShelf: (url: string): Promise<void> => add(url, [formatOriginPattern(url)]),
    refreshShelf: ({ url, origins }: ShelfOverview): Promise<void> =>
      url === null ? Promise.resolve() : add(url, origins),
    removeShelf: (id: string, name: string): Promise<void> =>
      run(async () => {
        await sendMessage('removeShelf', { id });
        return { kind: 'done', text: t('shelfRemoved', name), canUndo: false };
      }),
  };
}
