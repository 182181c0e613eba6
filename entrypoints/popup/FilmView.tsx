import { Candidates } from '../../components/film/Candidates.tsx';
import { FilmHead } from '../../components/film/FilmHead.tsx';
import { OwnPanel } from '../../components/film/OwnPanel.tsx';
import { ScoreList } from '../../components/film/ScoreList.tsx';
import { SourceStates } from '../../components/film/SourceStates.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import type { FilmHint } from '../../lib/films/types.ts';
import { t } from '../../lib/i18n/messages.ts';
import { findCommonDate } from '../../lib/i18n/provenance.ts';
import type { FilmDescription } from '../../lib/messaging/protocol.ts';
import { putOnScale, putReviewOnScale } from '../../lib/reviews/scale.ts';
import { hidesScores } from '../../lib/settings/settings.ts';
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
          <ScoreList scores={scores} reviews={reviews} own={own?.rating ?? null} />
          <SourceStates
            statuses={summary?.statuses ?? []}
            off={state.sourcesOff.value}
            onOptions={(source) =>
              void openPage('/options.html', source === null ? 'sources' : `source-${source}`)
            }
          />
        </>
      )}
    </section>
  );
}

/** Says how the film was matched if that needs saying, and lets the user correct a choice. */
function MatchNote({ state, description }: Omit<FilmViewProps, 'hint' | 'namedBy'>) {
  const { match } = description;
  if (match.kind === 'unknown') {
    return <p class="muted match-note">{t(match.reason === 'correction' ? 'matchNone' : 'matchUnknown')}</p>;
  }
  if (match.kind !== 'film' || match.reason !== 'correction') return null;
  return (
    <p class="muted match-note">
      {t('matchChosen')}{' '}
      <button type="button" class="link" onClick={() => void state.choose(null)}>
        {t('matchWrong')}
      </button>
    </p>
  );
}

/** One film: matched, named only by the page, or still to be chosen among several of its title. */
export function FilmView({ state, hint, namedBy, description }: FilmViewProps) {
  const { match, own, entries } = description;
  const film = state.findShownFilm();
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
  return (
    <>
      <FilmHead film={film} />
      <MatchNote state={state} description={description} />
      <OwnPanel
        title={film.title}
        own={own}
        entries={entries}
        today={state.today()}
        status={state.status.value}
        form={state.form.value}
        canWrite={state.health.value.state === 'ok'}
        onRate={(value) => void state.rate(value)}
        onWatchedToday={() => void state.watchedToday()}
        onWatchlist={(listed) => void state.list(listed)}
        onOpenForm={(form) => (state.form.value = form)}
        onSaveEntry={(entry, id) => void state.saveEntry(entry, id)}
        onUndo={() => void state.undo()}
      />
      {match.kind === 'film' && <Scores state={state} description={description} />}
      <Reviews
        state={state}
        reviews={description.summary?.reviews ?? []}
        hidesScores={match.kind === 'film' && areScoresHidden(state, own)}
      />
    </>
  );
}
