import { useEffect, useState } from 'preact/hooks';
import { ScoreList } from '../../../components/film/ScoreList.tsx';
import { SourceStates } from '../../../components/film/SourceStates.tsx';
import { Spread } from '../../../components/film/spread/Spread.tsx';
import { listSpreadPoints } from '../../../components/film/spread/spread-points.ts';
import { TodaysScores } from '../../../components/film/TodaysScores.tsx';
import { createRatingsState } from '../../../components/ui/ratings-state.ts';
import { once } from '../../../lib/async/once.ts';
import type { ReviewSummary } from '../../../lib/films/review-types.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { findCommonDate } from '../../../lib/i18n/provenance.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { ratingsActions } from '../../../lib/messaging/ratings-actions.ts';
import { putOnScale } from '../../../lib/reviews/scale.ts';
import { hidesScores } from '../../../lib/settings/settings.ts';
import type { ListedFilm } from '../../../lib/watchlog/search/item-types.ts';
import type { KnownFilm } from './film-page-data.ts';

interface ScoresPanelProps {
  own: ListedFilm;
  /** Null until the background has answered. */
  known: KnownFilm | null;
  /** Asks the background again. */
  onAgain: () => void;
}

/** One state of IMDb's ratings for the page, because a message has one listener. */
const findRatings = once(() => {
  const ratings = createRatingsState(ratingsActions);
  void ratings.openRatings();
  return ratings;
});

const openOptions = (place: string): void => void window.open(`/options.html#${place}`);

/** The names of the services that are switched off. */
function useSourcesOff(): string[] {
  const [off, setOff] = useState<string[]>([]);
  useEffect(() => {
    // Without the list the page only leaves a line out.
    void sendMessage('listSources', undefined).then(
      (sources) => setOff(sources.filter(({ on }) => !on).map(({ name }) => name)),
      () => undefined,
    );
  }, []);
  return off;
}

/** Offers today's scores for a film without any, while they are not here. Null where they cannot help. */
function ScoreOffer() {
  const state = findRatings();
  const ratings = state.ratings.value;
  if (!ratings) return null;
  if (ratings.table !== null && !ratings.progress && !ratings.fault && !state.sawProgress.value) return null;
  return (
    <TodaysScores
      ratings={ratings}
      sawProgress={state.sawProgress.value}
      onStart={() => void state.startRatings()}
      onStop={() => void state.stopRatings()}
      onBring={() => openOptions('catalogues')}
    />
  );
}

/** Every score with its source, count and date, under the line that compares them, and the state of each service. */
function Scores({ own, known, onAgain, summary }: ScoresPanelProps & { summary: ReviewSummary | null }) {
  const off = useSourcesOff();
  const scale = known?.settings.scoreScale ?? 'own';
  const scores = (summary?.scores ?? []).map((score) => putOnScale(score, scale));
  const statuses = summary?.statuses ?? [];
  const points = listSpreadPoints(scores, own.rating);
  const canAskAgain = statuses.some(({ state }) => state === 'offline' || state === 'failed');
  return (
    <div
      role="group"
      aria-labelledby="film-scores"
      aria-busy={statuses.some(({ state }) => state === 'not-asked')}
    >
      {points.length > 1 && <Spread points={points} />}
      <ScoreList scores={scores} ofPage={null} />
      {scores.length === 0 && <ScoreOffer />}
      <SourceStates
        statuses={statuses}
        off={off}
        onOptions={(source) => openOptions(source === null ? 'sources' : `source-${source}`)}
      />
      {canAskAgain && (
        <button type="button" class="link" onClick={onAgain}>
          {t('scoresTryAgain')}
        </button>
      )}
    </div>
  );
}

/** The scores of the film, or a button that shows them where the settings hide those of films that were not seen. */
export function ScoresPanel(props: ScoresPanelProps) {
  const { own, known } = props;
  const [isShown, setIsShown] = useState(false);
  const summary = known?.description?.summary ?? null;
  const seen = { watchedCount: own.entryCount, rating: own.rating };
  const isHidden = known !== null && hidesScores(known.settings, seen) && !isShown;
  const common = isHidden ? null : findCommonDate(summary?.scores ?? []);
  return (
    <section class="panel" aria-labelledby="film-scores">
      <div class="panel-head">
        <h2 id="film-scores" class="label">
          {t('popupScores')}
        </h2>
        {common !== null && <span class="muted">{common}</span>}
        {isHidden && (
          <button type="button" class="link muted" onClick={() => setIsShown(true)}>
            {t('popupShowScores')}
          </button>
        )}
      </div>
      {known === null && <p class="muted">{t('popupLoading')}</p>}
      {isHidden && <p class="muted">{t('badgeScoresHidden')}</p>}
      {known !== null && !isHidden && <Scores {...props} summary={summary} />}
    </section>
  );
}
