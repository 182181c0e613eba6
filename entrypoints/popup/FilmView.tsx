import { useState } from 'preact/hooks';
import { AddToList } from '../../components/film/AddToList.tsx';
import { AwardsLine } from '../../components/film/AwardsLine.tsx';
import { Candidates } from '../../components/film/Candidates.tsx';
import { CoverTerms } from '../../components/film/CoverTerms.tsx';
import { FilmCorrection } from '../../components/film/FilmCorrection.tsx';
import { FilmHead, MoreFacts } from '../../components/film/FilmHead.tsx';
import { OwnPanel } from '../../components/film/own/OwnPanel.tsx';
import { listOtherScores, ScoreList } from '../../components/film/ScoreList.tsx';
import { SourceStates } from '../../components/film/SourceStates.tsx';
import { TodaysScores } from '../../components/film/TodaysScores.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import type { Film, FilmHint } from '../../lib/films/types.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { findCommonDate } from '../../lib/i18n/provenance.ts';
import type { FilmDescription } from '../../lib/messaging/protocol.ts';
import { putOnScale } from '../../lib/reviews/scale.ts';
import { hidesScores } from '../../lib/settings/settings.ts';
import { isWritable } from '../../lib/watchlog/health.ts';
import type { OwnRecord } from '../../lib/watchlog/types.ts';
import { openPage } from './page.ts';
import type { PopupState } from './popup-state.ts';
import { OwnReviews, Reviews } from './ReviewViews.tsx';

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
          <ScoreList scores={scores} ofPage={ofPage && putOnScale(ofPage, scale)} />
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

/** Says in one line how often and when the film was seen; empty if never. */
function formatSeen(own: OwnRecord | null): string {
  if (own === null || own.watchedCount === 0) return '';
  const seen = tCount('ownSeen', own.watchedCount);
  return own.lastWatchedOn === null
    ? seen
    : t('ownSeenLast', seen, formatPartialDate(own.lastWatchedOn, 'medium'));
}

type NoteProps = Omit<FilmViewProps, 'hint'> & { onCorrect: () => void };

/** When the film was seen, how it was matched if that needs saying, and the way to the right film. */
function MatchNote({ state, description, onCorrect }: NoteProps) {
  const { match, own } = description;
  const isUnsure = match.kind === 'film' && match.certainty === 'unsure';
  const seen = formatSeen(own);
  return (
    <p class="muted match-note">
      {seen !== '' && `${seen} · `}
      {match.kind === 'film' && match.reason === 'correction' && `${t('matchChosen')} `}
      {isUnsure && (
        <>
          {`${t('detailsIsItThis')} `}
          <button type="button" class="link" onClick={() => void state.choose(match.film)}>
            {t('matchYes')}
          </button>{' '}
        </>
      )}
      <button type="button" class="link" onClick={onCorrect}>
        {t('matchWrong')}
      </button>
    </p>
  );
}

/** Says what the user can do with a film that no catalogue knows. */
function UnknownFilm({ match }: Pick<FilmDescription, 'match'>) {
  if (match.kind !== 'unknown') return null;
  const isChosen = match.reason === 'correction';
  return (
    <section class="block unknown-film">
      <h2 class="title">{t(isChosen ? 'matchNoneHeading' : 'matchUnknownHeading')}</h2>
      <p class="muted">{t(isChosen ? 'matchNone' : 'matchUnknown')}</p>
    </section>
  );
}

/** The user's own part of the film. */
function Own({ state, film, description }: { state: PopupState; film: Film; description: FilmDescription }) {
  const { own } = description;
  const canWrite = isWritable(state.health.value);
  return (
    <OwnPanel
      title={film.title}
      own={own}
      viewing={state.findViewing()}
      isOpen={state.isViewingOpen.value}
      today={state.today()}
      status={state.status.value}
      canWrite={canWrite}
      beginsWithLog={state.task.value.act === 'log'}
      onRate={(value) => void state.rate(value)}
      onLike={(liked) => void state.like(liked)}
      onLog={(day) => void state.logOn(day)}
      onWatchlist={(listed) => void state.list(listed)}
      onToggle={(isOpen) => state.openViewing(isOpen)}
      onChange={(changes) => void state.changeViewing(changes)}
      onRemove={() => void state.removeViewing()}
      onUndo={() => void state.undo()}
    >
      <AddToList
        load={() => state.loadLists(own?.filmId ?? null)}
        version={description}
        canWrite={canWrite}
        onSet={(list, listed) => void state.setOnList(film, list, listed)}
        onCreate={(name) => void state.createListOf([film], name)}
      />
    </OwnPanel>
  );
}

/** What follows the user's own part: scores, awards, facts and reviews. */
function About({ state, film, description }: Omit<FilmViewProps, 'hint' | 'namedBy'> & { film: Film }) {
  const { match, own, summary } = description;
  const isOffer = offersScores(state, description);
  return (
    <>
      {isOffer && <ScoreFetching state={state} />}
      {((match.kind === 'film' && !isOffer) || state.findPageScore() !== null) && (
        <Scores state={state} description={description} />
      )}
      <AwardsLine awards={summary?.awards ?? []} />
      <MoreFacts film={film} />
      <CoverTerms />
      <OwnReviews entries={description.entries} />
      <Reviews
        state={state}
        reviews={summary?.reviews ?? []}
        hidesScores={match.kind === 'film' && areScoresHidden(state, own)}
      />
    </>
  );
}

/** The search for the film that the page means, in place of everything below the film's head. */
function Correction({ state, hint, onEnd }: { state: PopupState; hint: FilmHint; onEnd: () => void }) {
  return (
    <FilmCorrection
      title={hint.title}
      suggest={state.suggest}
      onCancel={onEnd}
      onChoose={(film) => {
        onEnd();
        void state.choose(film);
      }}
    />
  );
}

/** One film: matched, named only by the page, or still to be chosen among several of its title. */
export function FilmView({ state, hint, namedBy, description }: FilmViewProps) {
  const [isCorrecting, setCorrecting] = useState(false);
  const { match } = description;
  const film = state.findShownFilm();
  const status = <StatusLine status={state.status.value} onUndo={() => void state.undo()} />;
  // What the user searched for says nothing about a page: another film is found by another search.
  const correct = () => (namedBy === 'page' ? setCorrecting(true) : (state.searchText.value = hint.title));
  const correction = isCorrecting && <Correction {...{ state, hint }} onEnd={() => setCorrecting(false)} />;
  if (match.kind === 'ambiguous' || film === null) {
    return (
      <>
        <Candidates
          title={hint.title}
          namedBy={namedBy}
          candidates={match.kind === 'ambiguous' ? match.candidates : []}
          onChoose={(chosen) => void state.choose(chosen)}
          {...(namedBy === 'page' && { onFind: correct })}
        />
        {correction}
        {status}
      </>
    );
  }
  // Nothing is written before the user says that it is this film.
  const isUnsure = match.kind === 'film' && match.certainty === 'unsure';
  const isFolded = state.isViewingOpen.value && state.findViewing() !== null;
  return (
    <>
      <FilmHead film={film} isFolded={isFolded}>
        <MatchNote {...{ state, namedBy, description }} onCorrect={() => void correct()} />
      </FilmHead>
      {correction}
      {isUnsure ? status : <Own {...{ state, film, description }} />}
      <UnknownFilm match={match} />
      <About {...{ state, film, description }} />
    </>
  );
}
