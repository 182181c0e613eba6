import { effect } from '@preact/signals';
import { createFilmLists } from '../../components/film/film-lists.ts';
import { createCoverPictures } from '../../components/ui/cover/cover-pictures.ts';
import { createRatingsState } from '../../components/ui/ratings-state.ts';
import { createWriting, type Writing } from '../../components/ui/writing.ts';
import { coverActions } from '../../lib/messaging/cover-actions.ts';
import { listActions } from '../../lib/messaging/list-actions.ts';
import { onMessage, sendMessage } from '../../lib/messaging/messages.ts';
import { ratingsActions } from '../../lib/messaging/ratings-actions.ts';
import { formatLocalDay } from '../../lib/dates/partial-date.ts';
import { createBeginning } from './beginning.ts';
import { fetchCovers } from './covers/cover-fetching.ts';
import { createFilmQueries } from './film-queries.ts';
import { createFilmMutations } from './film-mutations.ts';
import { createPageFilms } from './page-films.ts';
import { createPopupModel, findPageScore, findShownFilm, nameView, type PopupModel } from './popup-model.ts';
import { createReviewKeeping } from './review-keeping.ts';
import { createSiteAccess } from './site/site-access.ts';
import { createSiteBadges } from './site/site-badges.ts';
import { createSiteFollowing } from './site/site-following.ts';
import { createViewing } from './viewing.ts';

export type PopupState = ReturnType<typeof createPopupState>;

/** Returns the tab id in `?tab=`; null if there is none. */
export function parseTabId(search: string): number | null {
  const text = new URLSearchParams(search).get('tab');
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

/** Drops what was said and opened for one film when another is shown. */
function forgetWithFilm(model: PopupModel, { status }: Writing): void {
  let shown = nameView(model.view.value);
  effect(() => {
    const now = nameView(model.view.value);
    if (now !== shown) {
      status.value = null;
      model.viewing.value = null;
      model.isViewingOpen.value = false;
      model.isListMaking.value = false;
    }
    shown = now;
  });
}

/** Creates the state of the popup and the actions of its controls. */
export function createPopupState(askedTab: number | null, now: () => Date = () => new Date()) {
  const model = createPopupModel();
  const reading = createFilmQueries(model, askedTab);
  const writing = createWriting({
    sendUndo: (undo) => sendMessage('undoWrite', undo),
    onDone: () => undefined,
    onAfter: reading.refresh,
  });
  forgetWithFilm(model, writing);
  const today = (): string => formatLocalDay(now());
  const keeping = createReviewKeeping(model, reading);
  const following = createSiteFollowing(model);
  const ofRatings = createRatingsState(ratingsActions);
  const beginning = createBeginning(model, ofRatings);
  const openPageParts = async (): Promise<void> => {
    await Promise.all([keeping.openReview(), following.openFollowing()]);
  };
  const pictures = createCoverPictures({ ...coverActions, fetch: (films) => fetchCovers(model, films) });
  onMessage('logChanged', () => {
    pictures.refresh();
    return Promise.all([reading.refresh(), beginning.refreshLately()]).then(() => undefined);
  });
  return {
    ...model,
    ...reading,
    ...createFilmMutations(model, reading, writing, today),
    ...createViewing(model, writing, today),
    ...createFilmLists(listActions, writing),
    ...createPageFilms(model, reading, writing),
    ...beginning,
    ...createSiteBadges(model),
    ...createSiteAccess(model),
    ...keeping,
    ...following,
    ...ofRatings,
    /** Called once, at the start. Loads the film first, then the page's review and feed. */
    async open(): Promise<void> {
      await Promise.all([reading.open(), ofRatings.openRatings(), beginning.openBeginning()]);
      await openPageParts();
    },
    async readPage(): Promise<void> {
      await reading.readPage();
      await openPageParts();
    },
    pictures,
    status: writing.status,
    today,
    findShownFilm: () => findShownFilm(model),
    findPageScore: () => findPageScore(model, today()),
  };
}
