import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatAgreement } from '../../../components/stats/agreement-words.ts';
import { ChartFrame } from '../../../components/stats/ChartFrame.tsx';
import { Choice } from '../../../components/stats/Choice.tsx';
import { ScatterPlot } from '../../../components/stats/ScatterPlot.tsx';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import { formatStarDifference } from '../../../lib/i18n/scores.ts';
import { maxFilmsPerScores, type FilmScores } from '../../../lib/messaging/log-protocol.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { compareWith, toPercent, type Comparison, type ScorePair } from '../../../lib/stats/comparison.ts';
import type { LogPageState } from '../state/log-state.ts';

type Others = 'critics' | 'audience';

const kinds = [
  { name: 'critics', words: 'scoreCritics' },
  { name: 'audience', words: 'scoreAudience' },
] as const;
const listed = 6;

/** Returns the catalogues' scores of the rated films; null while they are loading. */
function useScores(state: LogPageState): FilmScores[] | null {
  const [scores, setScores] = useState<FilmScores[] | null>(null);
  const version = state.shown.value;
  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const { films } = state.index();
      const ids = films.ids.filter((_id, at) => films.live[at] && (films.ownRatings[at] ?? null) !== null);
      const found: FilmScores[] = [];
      for (let from = 0; from < ids.length && isCurrent; from += maxFilmsPerScores) {
        const part = ids.slice(from, from + maxFilmsPerScores);
        found.push(...(await sendMessage('findFilmScores', { ids: part })));
      }
      if (isCurrent) setScores(found);
    };
    ask().catch(() => isCurrent && setScores([]));
    return () => void (isCurrent = false);
  }, [state, version]);
  return scores;
}

/** Returns the scores of a kind by film, from 0 to 100. Of several, the one with the most votes counts. */
function pickScores(scores: FilmScores[], kind: Others): Map<string, number> {
  const found = new Map<string, number>();
  for (const { filmId, scores: ofFilm } of scores) {
    const [most] = ofFilm
      .filter((score) => score.kind === kind)
      .sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
    const percent = most ? toPercent(most) : null;
    if (percent !== null) found.set(filmId, percent);
  }
  return found;
}

/** Points out of 100 per star. */
const pointsPerStar = 20;

/** Formats a score of 0 to 100 as 0 to 5 stars, with one decimal. */
const formatInStars = (points: number): string => formatNumber(points / pointsPerStar, 1);

function summarize({ pairs, meanDifference, correlation }: Comparison, kind: Others): string {
  if (pairs.length === 0 || meanDifference === null) return t('compareNone');
  const stars = Math.abs(meanDifference) / pointsPerStar;
  const mean =
    stars < 0.05
      ? tCount('compareSame', pairs.length)
      : tCount(
          meanDifference > 0 ? 'compareAbove' : 'compareBelow',
          pairs.length,
          formatStarDifference(stars),
        );
  if (correlation === null) return mean;
  const agree = kind === 'critics' ? 'compareAgreeCritics' : 'compareAgreeAudience';
  return `${mean} ${t(agree, formatAgreement(correlation))}`;
}

function Apart({ state, heading, pairs }: { state: LogPageState; heading: string; pairs: ScorePair[] }) {
  const { films } = state.index();
  return (
    <div>
      <h3>{heading}</h3>
      <ol>
        {pairs.slice(0, listed).map(({ film, yours, theirs }) => (
          <li key={film}>
            <button type="button" class="link" onClick={() => state.openPage('film', films.ids[film] ?? '')}>
              {films.titles[film]}
            </button>
            <span class="muted number">{t('compareBoth', formatInStars(yours), formatInStars(theirs))}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Compares the user's ratings with those of critics and audience, for films with scores in the local catalogues. */
export function CompareSection({ state }: { state: LogPageState }) {
  const [kind, setKind] = useState<Others>('critics');
  const scores = useScores(state);
  const { films } = state.index();
  const comparison = useMemo(() => compareWith(films, pickScores(scores ?? [], kind)), [films, scores, kind]);
  const points = useMemo(
    () => comparison.pairs.map(({ yours, theirs }) => ({ x: theirs, y: yours })),
    [comparison],
  );
  const summary = scores === null ? t('popupLoading') : summarize(comparison, kind);
  return (
    <ChartFrame
      title={t('compareTitle')}
      isWide
      summary={summary}
      table={{
        columns: [
          t('planColumnFilm'),
          t('spreadYou'),
          t(kind === 'critics' ? 'scoreCritics' : 'scoreAudience'),
        ],
        rows: comparison.pairs.map(({ film, yours, theirs }) => [
          films.titles[film] ?? '',
          formatInStars(yours),
          formatInStars(theirs),
        ]),
      }}
      choice={<Choice label={t('compareWith')} value={kind} names={kinds} onChange={setKind} />}
    >
      <ScatterPlot
        name={summary}
        points={points}
        xLabel={t(kind === 'critics' ? 'scoreCritics' : 'scoreAudience')}
        yLabel={t('spreadYou')}
      />
      <div class="apart-films">
        <Apart state={state} heading={t('compareYouMore')} pairs={comparison.above} />
        <Apart state={state} heading={t('compareYouLess')} pairs={comparison.below} />
      </div>
    </ChartFrame>
  );
}
