import { useRef } from 'preact/hooks';
import { TodaysScores } from '../../components/film/TodaysScores.tsx';
import { Stars } from '../../components/rating/Stars.tsx';
import { Cover } from '../../components/ui/Cover.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { makeFilm } from '../../lib/films/make-film.ts';
import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import { openPage } from './page.ts';
import type { PopupState } from './popup-state.ts';

/** The first words to somebody who has neither scores nor a log: the ways to both, and the way past them. */
export function FirstRun({ state }: { state: PopupState }) {
  const part = useRef<HTMLElement>(null);
  const ratings = state.ratings.value;
  return (
    <section class="first-run" ref={part}>
      <h1 class="title">{t('welcomeTitle')}</h1>
      <p class="muted">{t('popupWelcomeLead')}</p>
      {ratings && (
        <TodaysScores
          ratings={ratings}
          sawProgress={state.sawProgress.value}
          look="primary"
          onStart={() => void state.startRatings()}
          onStop={() => void state.stopRatings()}
          onBring={() => void openPage('/options.html', 'catalogues')}
        />
      )}
      <ul class="first-ways">
        <li>
          <button type="button" class="link" onClick={() => void openPage('/log.html', 'transfer')}>
            <Icon name="upload" />
            {t('popupWelcomeBring')}
          </button>
        </li>
        <li>
          <button type="button" class="link" onClick={() => void openPage('/options.html', 'sources')}>
            <Icon name="settings" />
            {t('popupWelcomeSources')}
          </button>
        </li>
        <li>
          <button type="button" class="link" onClick={() => void openPage('/options.html', 'privacy')}>
            <Icon name="hidden" />
            {t('welcomePrivacy')}
          </button>
        </li>
      </ul>
      <p class="first-skip">
        <button
          type="button"
          class="link"
          onClick={() => {
            part.current?.closest('main')?.focus();
            state.skipWelcome();
          }}
        >
          {t('popupWelcomeSkip')}
        </button>
      </p>
    </section>
  );
}

/** The newest entries of the diary, each of which opens its film. Nothing where the diary is empty. */
export function LatelyInLog({ state }: { state: PopupState }) {
  const { entries } = state.lately.value;
  if (entries.length === 0) return null;
  return (
    <section class="block lately" aria-labelledby="lately">
      <div class="block-head">
        <h2 id="lately" class="label">
          {t('popupLately')}
        </h2>
      </div>
      <ul aria-labelledby="lately">
        {entries.map(({ id, watchedOn, rating, film }) => (
          <li key={id} class="page-film">
            <Cover title={film.title} year={film.year} refs={film.refs} isSmall />
            <div>
              <p class="page-film-head">
                <button type="button" class="link title" onClick={() => void state.showFilm(makeFilm(film))}>
                  {film.title}
                </button>{' '}
                {film.year !== null && <span class="muted">{film.year}</span>}
              </p>
              <p class="muted">
                {watchedOn === null
                  ? t('logUnknownTime')
                  : watchedOn === state.today()
                    ? t('dayToday')
                    : formatPartialDate(watchedOn)}
              </p>
            </div>
            {rating !== null && <Stars value={rating} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
