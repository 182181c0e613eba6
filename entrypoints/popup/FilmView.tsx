import { useState } from 'preact/hooks';
import { AwardsLine } from '../../components/film/AwardsLine.tsx';
import { Candidates } from '../../components/film/Candidates.tsx';
import { FilmCorrection } from '../../components/film/FilmCorrection.tsx';
import { FilmHead } from '../../components/film/FilmHead.tsx';
import { OwnPanel } from '../../components/film/OwnPanel.tsx';
import { listOtherScores, ScoreList } from '../../components/film/ScoreList.tsx';
import { SourceStates } from '../../components/film/SourceStates.tsx';
import { TodaysScores } from '../../components/film/TodaysScores.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import type { FilmHint } from '../../lib/films/types.ts';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import { findCommonDate } from '../../lib/i18n/provenance.ts';
import type { FilmDescription } from '../../lib/messaging/protocol.ts';
import { putOnScale, putReviewOnScale } from '../../lib/reviews/scale.ts';
import { hidesScores } from '../../lib/settings/settings.ts';
import { createNewEntry } from '../../lib/watchlog/entry-fields.ts';
import { isWritable } from '../../lib/watchlog/health.ts';
import type { OwnRecord } from '../../lib/watchlog/types.ts';
import { openPage } from './page.ts';
import type { PopupState } from './popup-state.ts';
import { Reviews } from './ReviewViews.tsx';

interface FilmViewProps {
  state: PopupState;
  hint: FilmHint;
  namedBy: 'page' | 'user';
  description: FilmDescription;
}

/** Whether the settings hide the film's scores and the user has not revealed them in this popup. */
function areScoresHidden(state: PopupState, own: OwnRecord | null): boolean {
  const settings = state.settings.value;
  return settings !== null && hidesScores(settings, own) && !state.showsScores.value;
}

function Scores({ state, description }: Omit<FilmViewProps, 'hint' | 'namedBy'>) {
  const { summary, own } = description;
  const isHidden = areScoresHidden(state, own);
  const scale = state.settings.value?.scoreScale ?? 'own';
  const scores = (summary?.scores ?? []).map((score) => putOnScale(score, scale));
  const reviews = (summary?.reviews ?? []).map((review) => putReviewOnScale(review, scale));
  const ofPage = state.findPageScore();
  const common = findCommonDate(scores);
  return (
    <section class="block" aria-labelledby="scores">
      <div class="block-head">
        <h2 id="scores" class="label">
          {t('popupScores')}
        </h2>
        {!isHidden && common !== null && <span class="muted">{common}</span>}
        {isHidden && (
          <button type="button" class="link muted" onClick={() => (state.showsScores.value = true)}>
            {t('popupShowScores')}
          </button>
        )}
      </div>
      {isHidden ? (
        <p class="muted">{t('badgeScoresHidden')}</p>
      ) : (
        <>
          <ScoreList
            scores={scores}
            ofPage={ofPage && putOnScale(ofPage, scale)}
            reviews={reviews}
            own={own?.rating ?? null}
          />
          {!offersScores(state, description) && (
            <SourceStates
              statuses={summary?.statuses ?? []}
              off={state.sourcesOff.value}
              onOptions={(source) =>
                void openPage('/options.html', source === null ? 'sources' : `source-${source}`)
              }
            />
          )}
        </>
      )}
    </section>
  );
}

/** Whether the popup shows the way to scores, or how far they are: for a film without any, while they are not here. */
function offersScores(state: PopupState, { summary }: FilmDescription): boolean {
  const ratings = state.ratings.value;
  if (!ratings || listOtherScores(summary?.scores ?? [], state.findPageScore()).length > 0) return false;
  const isHere = ratings.table !== null && !ratings.progress && !ratings.fault;
  return !isHere || state.sawProgress.value;
}

/** One card for a film without scores. */
function ScoreFetching({ state }: { state: PopupState }) {
  const ratings = state.ratings.value;
  if (!ratings) return null;
  return (
    <section class="block">
      <TodaysScores
        ratings={ratings}
        sawProgress={state.sawProgress.value}
        onStart={() => void state.startRatings()}
        onStop={() => void state.stopRatings()}
        onBring={() => void openPage('/options.html', 'catalogues')}
      />
    </section>
  );
}

/** Says how the film was matched if that needs saying, and lets the user confirm it or find the right one. */
function MatchWords({
  state,
  namedBy,
  description,
  onCorrect,
}: Omit<FilmViewProps, 'hint'> & { onCorrect: () => void }) {
  const { match } = description;
  const find = (words: MessageKey) => (
    <button type="button" class="link" onClick={onCorrect}>
      {t(words)}
    </button>
  );
  if (match.kind === 'unknown') {
    return (
      <p class="muted match-note">
        {t(match.reason === 'correction' ? 'matchNone' : 'matchUnknown')}{' '}
        {namedBy === 'page' && find('popupSeriesFind')}
      </p>
    );
  }
  if (match.kind !== 'film') return null;
  return (
    <p class="muted match-note">
      {match.reason === 'correction' && `${t('matchChosen')} `}
      {match.certainty === 'unsure' && (
        <>
          {`${t('detailsIsItThis')} `}
          <button type="button" class="link" onClick={() => void state.choose(match.film)}>
            {t('matchYes')}
          </button>{' '}
        </>
      )}
      {find('matchWrong')}
    </p>
  );
}

/** How the film was matched, and below it the question which film it is, once the user wants to correct it. */
function MatchNote({ hint, ...props }: FilmViewProps) {
  const { state, namedBy } = props;
  const [isOpen, setOpen] = useState(false);
  // What the user searched for says nothing about a page: another film is found by another search.
  const correct = () => (namedBy === 'page' ? setOpen(true) : (state.searchText.value = hint.title));
  return (
    <>
      <MatchWords {...props} onCorrect={() => void correct()} />
      {isOpen && (
        <FilmCorrection
          title={hint.title}
          suggest={state.suggest}
          onCancel={() => setOpen(false)}
          onChoose={(film) => {
            setOpen(false);
            void state.choose(film);
          }}
        />
      )}
    </>
  );
}

/** One film: matched, named only by the page, or still to be chosen among several of its title. */
export function FilmView({ state, hint, namedBy, description }: FilmViewProps) {
  const { match, own, entries } = description;
  const film = state.findShownFilm();
  const isOffer = offersScores(state, description);
  if (match.kind === 'ambiguous' || film === null) {
    const candidates = match.kind === 'ambiguous' ? match.candidates : [];
    return (
      <>
        <Candidates
          title={hint.title}
          namedBy={namedBy}
          candidates={candidates}
          onChoose={(chosen) => void state.choose(chosen)}
        />
        <StatusLine status={state.status.value} onUndo={() => void state.undo()} />
      </>
    );
  }
  // Nothing is written before the user says that it is this film.
  const isUnsure = match.kind === 'film' && match.certainty === 'unsure';
  return (
    <>
      <FilmHead film={film} />
      <MatchNote key={`${namedBy} ${hint.title} ${hint.year}`} {...{ state, hint, namedBy, description }} />
      {isUnsure ? (
        <StatusLine status={state.status.value} onUndo={() => void state.undo()} />
      ) : (
        <OwnPanel
          title={film.title}
          own={own}
          entries={entries}
          today={state.today()}
          newEntry={createNewEntry(state.today(), own)}
          status={state.status.value}
          form={state.form.value}
          canWrite={isWritable(state.health.value)}
          onRate={(value) => void state.rate(value)}
          onWatchedToday={() => void state.watchedToday()}
          onWatchlist={(listed) => void state.list(listed)}
          onOpenForm={(form) => (state.form.value = form)}
          onSaveEntry={(entry, id) => void state.saveEntry(entry, id)}
          onUndo={() => void state.undo()}
        />
      )}
      {isOffer && <ScoreFetching state={state} />}
      {((match.kind === 'film' && !isOffer) || state.findPageScore() !== null) && (
        <Scores state={state} description={description} />
      )}
      <AwardsLine awards={description.summary?.awards ?? []} />
      <Reviews
        state={state}
        reviews={description.summary?.reviews ?? []}
        hidesScores={match.kind === 'film' && areScoresHidden(state, own)}
      />
    </>
  );
}
