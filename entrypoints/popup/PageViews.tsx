import type { ComponentChildren } from 'preact';
import { Button } from '../../components/ui/Button.tsx';
import { t } from '../../lib/i18n/messages.ts';
import { FirstRun, LatelyInLog } from './FirstViews.tsx';
import { PageFilmList } from './PageFilmList.tsx';
import type { PopupState } from './popup-state.ts';

interface WithoutFilmProps {
  state: PopupState;
  /** What is said about the page, and more about it. */
  title: string;
  children: ComponentChildren;
}

/** What is said about a page without a film: after the first words to a new user, and before what was logged lately. */
function WithoutFilm({ state, title, children }: WithoutFilmProps) {
  const isFirst = state.isFirstRun();
  return (
    <>
      {isFirst && <FirstRun state={state} />}
      <section class="empty">
        {isFirst ? <h2 class="title">{title}</h2> : <h1 class="title">{title}</h1>}
        {children}
      </section>
      <LatelyInLog state={state} />
    </>
  );
}

/** The films of a page that is not about one; says so if there are none. */
export function PageView({ state }: { state: PopupState }) {
  const films = state.pageFilms.value ?? [];
  if (films.length > 0) return <PageFilmList state={state} films={films} />;
  return (
    <WithoutFilm state={state} title={t('popupNoFilm')}>
      <p class="muted">{t('popupNoFilmWhy')}</p>
    </WithoutFilm>
  );
}

interface SeriesViewProps {
  state: PopupState;
  title: string;
  /** Shows what the page names as a film; undefined where the page itself says that it is a series. */
  onFilm?: (() => void) | undefined;
}

/** Shown for a page about a series, with the ways that are left if it is a film after all. */
export function SeriesView({ state, title, onFilm }: SeriesViewProps) {
  const films = state.pageFilms.value ?? [];
  return (
    <>
      <section class="empty">
        <h1 class="title">{t('popupSeries')}</h1>
        <p class="muted">{t('popupSeriesWhy', title)}</p>
        <p class="row-actions">
          <Button icon="search" onClick={() => (state.searchText.value = title)}>
            {t('popupSeriesFind')}
          </Button>
          {onFilm && <Button onClick={onFilm}>{t('popupSeriesIsFilm')}</Button>}
        </p>
      </section>
      {films.length > 0 && <PageFilmList state={state} films={films} />}
    </>
  );
}

interface UnreadProps {
  state: PopupState;
  refused: boolean;
  onRead: () => void;
}

/** Shown for a page without a content script: says why, and offers to read the page. */
export function Unread({ state, refused, onRead }: UnreadProps) {
  return (
    <WithoutFilm state={state} title={t(refused ? 'popupRefused' : 'popupUnread')}>
      <p class="muted">{t(refused ? 'popupUnreadRefused' : 'popupUnreadWhy')}</p>
      {!refused && <Button onClick={onRead}>{t('popupReadPage')}</Button>}
    </WithoutFilm>
  );
}
