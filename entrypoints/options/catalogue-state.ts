import { signal } from '@preact/signals';
import { formatCatalogueAnswer } from '../../components/settings/catalogues/catalogue-words.ts';
import type { Status } from '../../components/ui/StatusLine.tsx';
import { formatError } from '../../components/ui/error-words.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { CatalogueOverview } from '../../lib/messaging/catalogue-protocol.ts';
import { formatOriginPattern } from '../../lib/reviews/sources/addresses.ts';
import { askPermission } from '../../lib/settings/ask-permission.ts';
import { createLoaded } from './loaded.ts';

/** Creates the state of the catalogues, and the actions that add, refresh and remove them. */
export function createCatalogueState() {
  const catalogueList = createLoaded(() => sendMessage('listCatalogues', undefined));
  const catalogueStatus = signal<Status | null>(null);
  const isCatalogueBusy = signal(false);

  const run = async (task: () => Promise<Status | null>): Promise<void> => {
    isCatalogueBusy.value = true;
    catalogueStatus.value = null;
    try {
      catalogueStatus.value = await task();
    } catch (error) {
      catalogueStatus.value = { kind: 'failed', text: formatError(error), canUndo: false };
    }
    await catalogueList.refresh();
    isCatalogueBusy.value = false;
  };
  /** Requests the permission, so call it inside the click handler. Then fetches the catalogue's manifest. */
  const add = (url: string, origins: string[]): Promise<void> => {
    const granting = askPermission(origins);
    return run(async () => {
      if (!(await granting)) return { kind: 'failed', text: t('catalogueDeclined'), canUndo: false };
      const answer = await sendMessage('addPublishedCatalogue', { url });
      const kind = answer.state === 'added' ? 'done' : 'failed';
      return { kind, text: formatCatalogueAnswer(answer), canUndo: false };
    });
  };

  return {
    catalogueList,
    catalogueStatus,
    isCatalogueBusy,
    /** `url` is a web address as `parseAddress` returns it. */
    addCatalogue: (url: string): Promise<void> => add(url, [formatOriginPattern(url)]),
    refreshCatalogue: ({ url, origins }: CatalogueOverview): Promise<void> =>
      url === null ? Promise.resolve() : add(url, origins),
    removeCatalogue: (id: string, name: string): Promise<void> =>
      run(async () => {
        await sendMessage('removeCatalogue', { id });
        return { kind: 'done', text: t('catalogueRemoved', name), canUndo: false };
      }),
  };
}
