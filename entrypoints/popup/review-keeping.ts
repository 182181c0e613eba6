import { readItem } from '../../lib/settings/read-item.ts';
import { signal } from '@preact/signals';
import { createWriting } from '../../components/ui/writing.ts';
import { formatHintAsFilm, formatTypedHint } from '../../lib/films/hint-film.ts';
import type { Film } from '../../lib/films/types.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { PageReview, StoredReview } from '../../lib/films/review-types.ts';
import { declinedReviews, declineReview } from '../../lib/settings/declined-reviews.ts';
import { keepReviewsByItself, keepReviewText } from '../../lib/settings/source-settings.ts';
import type { FilmReading } from './film-queries.ts';
import { readTabReview } from './page-scripts.ts';
import { findShownFilm, type PopupModel } from './popup-model.ts';

/** Returns the film as a review names it. */
function makeReviewedFilm({ film }: PageReview): Film {
  const named = formatHintAsFilm(formatTypedHint(film.title, film.year).hint);
  const { directors, writers, cast, genres, releases } = film;
  const refs = film.refs.length > 0 ? film.refs : named.refs;
  return { ...named, refs, directors, writers, cast, genres, releases };
}

/** Returns the state of the page's review, and the actions that save it: on a click, or automatically by a setting. */
export function createReviewKeeping(model: PopupModel, reading: FilmReading) {
  const pageReview = signal<PageReview | null>(null);
  const writing = createWriting({
    sendUndo: (undo) => sendMessage('undoWrite', undo),
    onDone: () => undefined,
    onAfter: () => reading.refresh(),
  });
  /** The address of a review that was just saved automatically. An undo then declines it for good. */
  let savedAutomatically: string | null = null;

  const listShown = (): StoredReview[] =>
    model.view.value.kind === 'film' ? (model.view.value.description.summary?.reviews ?? []) : [];
  const isKept = (url: string): boolean =>
    listShown().some((review) => review.url === url && review.source === 'page');
  /** Returns the shown film if the page is about it, else the film that the review names. */
  const findFilm = (review: PageReview): Film => {
    const { view, reading: ofTab } = model;
    const isPages = view.value.kind === 'film' && view.value.hint === ofTab.value?.subject;
    return (isPages ? findShownFilm(model) : null) ?? makeReviewedFilm(review);
  };
  const keep = async (review: PageReview, text: string): Promise<void> => {
    const withText = await readItem(keepReviewText);
    await writing.write(text, () => sendMessage('keepReview', { film: findFilm(review), review, withText }));
  };

  return {
    pageReview,
    reviewStatus: writing.status,
    /** Whether there is a review on the page that is not saved yet. */
    canKeep: (): boolean => pageReview.value !== null && !isKept(pageReview.value.url),
    /** Reads the review in the popup's tab. Called when the tab is known and its film is shown. */
    async openReview(): Promise<void> {
      const tabId = model.tabId.value;
      const ofTab = model.reading.value;
      if (tabId === null || ofTab === null) return;
      const review = await readTabReview(tabId);
      // The page was read again in the meantime: this may be the review of the previous page.
      if (model.reading.value !== ofTab) return;
      pageReview.value = review;
      if (review === null || isKept(review.url) || !(await readItem(keepReviewsByItself))) return;
      if ((await readItem(declinedReviews)).includes(review.url)) return;
      savedAutomatically = review.url;
      await keep(review, t('reviewSavedAutomatically'));
    },
    async keepReview(): Promise<void> {
      if (pageReview.value) await keep(pageReview.value, t('reviewKeptDone'));
    },
    async removeReview({ url }: StoredReview): Promise<void> {
      await declineReview(url);
      await writing.write(t('reviewRemoved'), () => sendMessage('forgetReview', { url }));
    },
    async undoReview(): Promise<void> {
      if (savedAutomatically !== null) await declineReview(savedAutomatically);
      savedAutomatically = null;
      await writing.undo();
    },
  };
}
