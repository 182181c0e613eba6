import { signal } from '@preact/signals';
import type { RatingsState } from '../../components/ui/ratings-state.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { isPopupWelcomed } from '../../lib/settings/popup-welcome.ts';
import { readItem } from '../../lib/settings/read-item.ts';
import type { Lately } from '../../lib/watchlog/queries/lately.ts';
import type { PopupModel } from './popup-model.ts';

/** Returns what the popup shows where the page has no film: the first words to a new user, or what was logged lately. */
export function createBeginning(
  { hasSource }: Pick<PopupModel, 'hasSource'>,
  { ratings, sawProgress }: RatingsState,
) {
  const lately = signal<Lately>({ entries: [], isLogEmpty: false });
  const isWelcomed = signal(true);
  const refreshLately = async (): Promise<void> => {
    // Without an answer the popup only leaves it out.
    lately.value = await sendMessage('getLately', undefined).catch(() => lately.value);
  };
  return {
    lately,
    refreshLately,
    /** Called once, at the start. */
    async openBeginning(): Promise<void> {
      const [welcomed] = await Promise.all([readItem(isPopupWelcomed), refreshLately()]);
      isWelcomed.value = welcomed;
    },
    /** Whether the user has neither a log nor scores, and has not sent the first words away. */
    isFirstRun(): boolean {
      if (isWelcomed.value || !lately.value.isLogEmpty || hasSource.value || ratings.value === null)
        return false;
      return ratings.value.table === null || sawProgress.value;
    },
    skipWelcome(): void {
      isWelcomed.value = true;
      void isPopupWelcomed.setValue(true);
    },
  };
}
