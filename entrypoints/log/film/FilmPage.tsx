import { useEffect, useRef } from 'preact/hooks';
import { CoverTerms } from '../../../components/film/CoverTerms.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import type { FilmPageRows } from '../../../lib/watchlog/queries/film-page.ts';
import { toListedFilm } from '../../../lib/watchlog/search/list-items.ts';
import { formatFilmTitle } from '../dialogs/NewEntry.tsx';
import type { LogPageState } from '../state/log-state.ts';
import type { ViewProps } from '../views/LazyView.tsx';
import { AwardsPanel } from './AwardsPanel.tsx';
import { BackLink } from './BackLink.tsx';
import { CriteriaSection } from './CriteriaSection.tsx';
import { FilmActions } from './FilmActions.tsx';
import { FactsPanel } from './FactsPanel.tsx';
import { useFilmRows, useKnownFilm } from './film-page-data.ts';
import './film-page.css';
import { FilmHeading } from './FilmHeading.tsx';
import { KeptReviews } from './KeptReviews.tsx';
import { ListsPanel } from './ListsPanel.tsx';
import { OwnReviews } from './OwnReviews.tsx';
import { RemovedFilmPage } from './RemovedFilmPage.tsx';
import { ScoresPanel } from './ScoresPanel.tsx';
import { TagsSection } from './TagsSection.tsx';
import { Timeline } from './Timeline.tsx';

/** The title of the window while a film's page is open, so that a bookmark and a tab say which film it is. */
function useWindowTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = t('filmPageWindow', title);
    return () => void (document.title = before);
  }, [title]);
}

function ShownFilm({ state, canWrite, at, rows }: ViewProps & { at: number; rows: FilmPageRows }) {
  const listed = toListedFilm(state.index(), at);
  const { known, again } = useKnownFilm(state, rows.film);
  const heading = useRef<HTMLHeadingElement>(null);
  useWindowTitle(formatFilmTitle(rows.film));
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  const summary = known?.description?.summary ?? null;
  const shared = { state, canWrite, listed, rows };
  return (
    <article class="film-page" aria-labelledby="film-title">
      <BackLink state={state} />
      <div class="film-columns">
        <div class="film-first">
          <FilmHeading {...shared} known={summary?.film ?? null} headingRef={heading} />
          <CriteriaSection {...shared} />
          <Timeline {...shared} />
        </div>
        <div class="film-aside">
          <ScoresPanel own={listed} known={known} onAgain={again} />
          <AwardsPanel awards={summary?.awards ?? []} />
          <ListsPanel {...shared} />
          <FactsPanel {...shared} known={summary?.film ?? null} />
          <FilmActions {...shared} />
          <CoverTerms />
        </div>
        <div class="film-second">
          <OwnReviews {...shared} />
          <KeptReviews state={state} canWrite={canWrite} reviews={rows.keptReviews} />
          <TagsSection {...shared} />
        </div>
      </div>
    </article>
  );
}

/** The position of a film in the index; null if it is not in the log. */
function findPosition(state: LogPageState, id: string): number | null {
  const index = state.index();
  const at = index.positions.films.get(id);
  return at !== undefined && index.films.live[at] ? at : null;
}

/** The page of one film in the log, by the id in the address. */
export function FilmPage({ state, canWrite }: ViewProps) {
  const id = state.pageId.value ?? '';
  const shown = state.shown.value;
  const at = findPosition(state, id);
  const rows = useFilmRows(state, id);
  // The film may be in the part of the log that has not been read yet.
  const isLoading = at === null ? !shown?.isWhole : rows === null;
  if (isLoading) return <p class="muted">{t('popupLoading')}</p>;
  if (at === null || rows === null) return <RemovedFilmPage key={id} {...{ state, canWrite, id }} />;
  return <ShownFilm key={id} {...{ state, canWrite, at, rows }} />;
}
