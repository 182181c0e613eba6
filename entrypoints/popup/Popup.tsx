import { t, tCount } from '../../lib/i18n/messages.ts';
import { isWritable } from '../../lib/watchlog/health.ts';
import { SiteAccess } from '../../components/settings/sites/SiteAccess.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Switch } from '../../components/ui/Switch.tsx';
import { useKeptFocus } from '../../components/ui/use-kept-focus.ts';
import { FilmView } from './FilmView.tsx';
import { PageView, SeriesView, Unread } from './PageViews.tsx';
import { openPage } from './page.ts';
import { nameView } from './popup-model.ts';
import { PopupTop } from './PopupTop.tsx';
import type { PopupState } from './popup-state.ts';
import { Following, ReviewOfPage } from './ReviewViews.tsx';

function Body({ state }: { state: PopupState }) {
  const view = state.view.value;
  switch (view.kind) {
    case 'loading':
      return <p class="muted loading">{t('popupLoading')}</p>;
    case 'unread':
      return <Unread state={state} refused={view.refused} onRead={() => void state.readPage()} />;
    case 'series': {
      const { title, hint } = view;
      return (
        <SeriesView
          state={state}
          title={title}
          onFilm={hint ? () => void state.showAsFilm(hint) : undefined}
        />
      );
    }
    case 'page':
      return (
        <>
          <PageView state={state} />
          <ReviewOfPage state={state} />
        </>
      );
    case 'film':
      return (
        <FilmView
          key={nameView(view)}
          state={state}
          hint={view.hint.hint}
          namedBy={view.namedBy}
          description={view.description}
        />
      );
  }
}

/** Says that nothing can be saved now, and links to the page that repairs the log. */
function HealthNotice({ state }: { state: PopupState }) {
  if (isWritable(state.health.value)) return null;
  return (
    <div class="notice" role="alert">
      <p>{t('popupLogProblem')}</p>
      <Button onClick={() => void openPage('/log.html')}>{t('popupShowProblem')}</Button>
    </div>
  );
}

/** How many films the page has, which opens their list. Where the popup shows the list, makes a list of the user's of them. */
function FilmCount({ state }: { state: PopupState }) {
  const count = state.countPageFilms();
  if (count === null) return null;
  const words = tCount('popupFilmCount', count);
  if (count < 2) return <span>{words}</span>;
  if (state.view.value.kind !== 'film')
    return (
      <button
        type="button"
        class="link"
        aria-expanded={state.isListMaking.value}
        disabled={!isWritable(state.health.value)}
        onClick={() => (state.isListMaking.value = !state.isListMaking.value)}
      >
        {t('popupMakeList')}
      </button>
    );
  return (
    <button type="button" class="link" onClick={state.showPage}>
      {words}
    </button>
  );
}

function Foot({ state }: { state: PopupState }) {
  return (
    <footer class="foot">
      {state.findSite() !== null && (
        <Switch
          label={t('popupBadgesHere')}
          on={state.hasBadges()}
          disabled={state.settings.value?.badgesOn === false}
          onChange={(on) => void state.setBadges(on)}
        />
      )}
      <FilmCount state={state} />
    </footer>
  );
}

/** The popup: the film, the user's own part, the scores, the reviews, the page. The order never changes. */
export function Popup({ state }: { state: PopupState }) {
  // A row that opens its film goes away with the focus.
  const part = useKeptFocus<HTMLElement>();
  return (
    <>
      <PopupTop state={state} />
      <main class="scroll" ref={part} tabIndex={-1} aria-label={t('extensionName')}>
        <HealthNotice state={state} />
        <Body state={state} />
        <Following state={state} />
        <SiteAccess
          access={state.access.value}
          onSite={() => void state.allowSite()}
          onEverySite={() => void state.allowEverySite()}
          onRevoke={() => void state.revokeAccess()}
        />
      </main>
      <Foot state={state} />
    </>
  );
}
