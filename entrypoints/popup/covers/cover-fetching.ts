import { browser } from 'wxt/browser';
import { coverActions } from '../../../lib/messaging/cover-actions.ts';
import type { CoverFilm, FoundCover } from '../../../lib/messaging/cover-protocol.ts';
import type { PopupModel } from '../popup-model.ts';

/** As `coverActions.fetch`, and null for a tab in a private window: its films are no service's business. */
export async function fetchCovers(
  model: Pick<PopupModel, 'tabId'>,
  films: CoverFilm[],
): Promise<(FoundCover | null)[] | null> {
  const tabId = model.tabId.value;
  if (tabId !== null && (await browser.tabs.get(tabId)).incognito) return null;
  return coverActions.fetch(films);
}
