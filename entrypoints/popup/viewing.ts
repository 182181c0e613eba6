import type { Writing } from '../../components/ui/writing.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { EntryFields } from '../../lib/watchlog/types.ts';
import { findViewing, type PopupModel } from './popup-model.ts';

/** Returns the actions of the viewing that the popup shows. `today` returns the user's local day. */
export function createViewing(model: PopupModel, { write, undo }: Writing, today: () => string) {
  const find = () => findViewing(model, today());
  return {
    findViewing: find,
    /** Opens or closes its form. */
    openViewing(isOpen: boolean): void {
      model.viewing.value = find()?.id ?? null;
      model.isViewingOpen.value = isOpen;
    },
    /** Changes it. What is typed into its form is undone in one step. */
    async changeViewing(changes: EntryFields): Promise<void> {
      const id = find()?.id;
      if (id === undefined) return;
      const save = () => sendMessage('changeEntry', { id, changes });
      await write(t('statusSaved'), save, { partOf: `viewing ${id}` });
    },
    async removeViewing(): Promise<void> {
      const id = find()?.id;
      model.isViewingOpen.value = false;
      if (id !== undefined) await write(t('statusDeleted'), () => sendMessage('deleteEntry', { id }));
    },
    /** Undoes the last write. The form is closed, since it has what is taken back. */
    async undo(): Promise<void> {
      model.isViewingOpen.value = false;
      await undo();
    },
  };
}
