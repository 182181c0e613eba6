import { t, tCount } from '../../lib/i18n/messages.ts';
import { SiteAccess } from '../../components/settings/sites/SiteAccess.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Switch } from '../../components/ui/Switch.tsx';
import { FilmView } from './FilmView.tsx';
import { FindByTitle, NoFilm, Unread } from './NoFilm.tsx';
import { openPage } from './page.ts';
import type { PopupState } from './popup-state.ts';
import { Following, ReviewOfPage } from './ReviewViews.tsx';

const Find = ({ state }: { state: PopupState }) => (
  <FindByTitle
    maxYear={Number(state.today().slice(0, 4)) + 5}
    onFind={(title, year) => void state.find(title, year)}
  />
);

function Body({ state }: { state: PopupState }) {
  const view = state.view.value;
  switch (view.kind) {
    case 'loading':
      return <p class="muted loading">{t('popupLoading')}</p>;
    case 'unread':
      return (
        <>
          <Unread refused={view.refused} onRead={() => void state.readPage()} />
          <Find state={state} />
        </>
      );
    case 'no-film':
      return (
        <>
          <NoFilm
            films={state.reading.value?.mentions ?? []}
            onChoose={(hint) => void state.describe(hint)}
          />
          <ReviewOfPage state={state} />
          <Find state={state} />
        </>
      );
    case 'film':
      return (
        <FilmView state={state} hint={view.hint.hint} namedBy={view.namedBy} description={view.description} />
      );
  }
}

/** Says that nothing can be saved now, and links to the page that repairs the log. */
function HealthNotice({ state }: { state: PopupState }) {
  if (state.health.value.state === 'ok') return null;
  return (
    <div class="notice" role="alert">
      <p>{t('popupLogProblem')}</p>
      <Button onClick={() => void openPage('/log.html')}>{t('popupShowProblem')}</Button>
    </div>
  );
}

function Foot({ state }: { state: PopupState }) {
  const reading = state.reading.value;
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
      {reading && <span>{tCount('popupFilmCount', reading.badgeCount)}</span>}
      <a
        href="/log.html"
        onClick={(event) => {
          event.preventDefault();
          void openPage('/log.html');
        }}
      >
        {t('popupOpenLog')}
      </a>
    </footer>
  );
}

/** The popup: the film, the user's own part, the scores, the reviews, the page. The order never changes. */
export function Popup({ state }: { state: PopupState }) {
  return (
    <>
      <main class="scroll">
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
