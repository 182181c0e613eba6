import { createWriting } from '../../components/ui/writing.ts';
import { onMessage, sendMessage } from '../../lib/messaging/messages.ts';
import { formatLocalDay } from '../../lib/dates/partial-date.ts';
import { createFilmQueries } from './film-queries.ts';
import { createFilmMutations } from './film-mutations.ts';
import { createPopupModel, findShownFilm } from './popup-model.ts';
import { createReviewKeeping } from './review-keeping.ts';
import { createSiteAccess } from './site-access.ts';
import { createSiteBadges } from './site-badges.ts';
import { createSiteFollowing } from './site-following.ts';

export type PopupState = ReturnType<typeof createPopupState>;

/** Returns the tab id in `?tab=`; null if there is none. */
export function parseTabId(search: string): number | null {
  const text = new URLSearchParams(search).get('tab');
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

/** Creates the state of the popup and the actions of its controls. */
export function createPopupState(askedTab: number | null, now: () => Date = () => new Date()) {
  const model = createPopupModel();
  const reading = createFilmQueries(model, askedTab);
  const writing = createWriting({
    sendUndo: (undo) => sendMessage('undoWrite', undo),
    onDone: () => void (model.form.value = null),
    onAfter: reading.refresh,
  });
  const today = (): string => formatLocalDay(now());
  const keeping = createReviewKeeping(model, reading);
  const following = createSiteFollowing(model);
  const openPageParts = async (): Promise<void> => {
    await Promise.all([keeping.openReview(), following.openFollowing()]);
  };
  onMessage('logChanged', () => reading.refresh());
  return {
    ...model,
    ...reading,
    ...createFilmMutations(model, reading, writing, today),
    ...createSiteBadges(model),
    ...createSiteAccess(model),
    ...keeping,
    ...following,
    /** Called once, at the start. Loads the film first, then the page's review and feed. */
    async open(): Promise<void> {
      await reading.open();
      await openPageParts();
    },
    async readPage(): Promise<void> {
      await reading.readPage();
      await openPageParts();
    },
    status: writing.status,
    undo: writing.undo,
    today,
    findShownFilm: () => findShownFilm(model),
  };
}
