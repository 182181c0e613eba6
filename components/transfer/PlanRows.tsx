import { useMemo, useState } from 'preact/hooks';
import { formatNumber, t, type MessageKey } from '../../lib/i18n/messages.ts';
import { formatRowFault } from './fault-words.ts';
import type { ImportPlan, PlanReason, PlanRow } from '../../lib/transfer/plan/plan-types.ts';

type Kind = PlanRow['kind'] | 'skipped';

export const kindWords = {
  added: 'planAdded',
  merged: 'planMerged',
  changed: 'planChanged',
  unchanged: 'planUnchanged',
  skipped: 'planSkipped',
} as const satisfies Record<Kind, MessageKey>;

export const whatWords = {
  entry: 'planEntry',
  rating: 'planRating',
  watchlist: 'planWatchlist',
  liked: 'planLike',
  tag: 'planTag',
  list: 'planList',
} as const satisfies Record<PlanRow['what'], MessageKey>;

export const reasonWords = {
  'new-film': 'reasonNewFilm',
  'new-entry': 'reasonNewEntry',
  'new-rating': 'reasonNewRating',
  'new-watchlist-item': 'reasonNewWatchlist',
  'new-like': 'reasonNewLike',
  'same-entry': 'reasonSameEntry',
  'entry-filled': 'reasonEntryFilled',
  'entry-differs': 'reasonEntryDiffers',
  'seen-before': 'reasonSeenBefore',
  'same-rating': 'reasonSameRating',
  'rating-differs': 'reasonRatingDiffers',
  'on-watchlist': 'reasonOnWatchlist',
  'liked-before': 'reasonLikedBefore',
  'new-tag': 'reasonNewTag',
  'new-list-item': 'reasonNewListItem',
  'on-list': 'reasonOnList',
  'tagged-before': 'reasonTaggedBefore',
  'too-many-tags': 'reasonTooManyTags',
} as const satisfies Record<PlanReason, MessageKey>;

const kinds: Kind[] = ['added', 'merged', 'changed', 'unchanged', 'skipped'];
const shownAtOnce = 50;

interface Line {
  what: string;
  film: string;
  place: string;
  reason: string;
}

/** Returns the first lines of a kind. Text is built only for shown rows, since a plan may have very many. */
function listLines({ rows, skipped }: ImportPlan, kind: Kind, most: number): Line[] {
  if (kind === 'skipped') {
    return skipped.slice(0, most).map((row) => ({
      what: t('planSkipped'),
      film: '',
      place: t('planPlace', row.file, formatNumber(row.row)),
      reason: formatRowFault(row, t),
    }));
  }
  return rows
    .filter((row) => row.kind === kind)
    .slice(0, most)
    .map(({ what, film, from, reason }) => ({
      what: t(whatWords[what]),
      film: film.year === null ? film.title : t('logFilmAndYear', film.title, String(film.year)),
      place: t('planPlace', from.file, formatNumber(from.row)),
      reason: t(reasonWords[reason]),
    }));
}

function countKinds({ rows, skipped }: ImportPlan): Record<Kind, number> {
  const counts = { added: 0, merged: 0, changed: 0, unchanged: 0, skipped: skipped.length };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}

function Lines({ plan, kind, count }: { plan: ImportPlan; kind: Kind; count: number }) {
  const [shown, setShown] = useState(shownAtOnce);
  const lines = useMemo(() => listLines(plan, kind, shown), [plan, kind, shown]);
  return (
    <div class="table-frame">
      <table class="plan-table">
        <caption class="hidden-text">{t(kindWords[kind])}</caption>
        <thead>
          <tr>
            <th scope="col">{t('planColumnFilm')}</th>
            <th scope="col">{t('planColumnWhat')}</th>
            <th scope="col">{t('planColumnReason')}</th>
            <th scope="col">{t('planColumnPlace')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index}>
              <th scope="row">{line.film || t('logNoFigure')}</th>
              <td>{line.what}</td>
              <td>{line.reason}</td>
              <td class="muted">{line.place}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > shown && (
        <button type="button" class="link" onClick={() => setShown(shown + shownAtOnce * 10)}>
          {t('trashMore')}
        </button>
      )}
    </div>
  );
}

/** What the import will do with each row of the files, and why: one tab per outcome. */
export function PlanRows({ plan }: { plan: ImportPlan }) {
  const counts = useMemo(() => countKinds(plan), [plan]);
  const filled = kinds.filter((kind) => counts[kind] > 0);
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = chosen !== null && filled.includes(chosen) ? chosen : filled[0];
  if (kind === undefined) return <p class="muted">{t('planNothing')}</p>;
  return (
    <section class="plan" aria-label={t('planRows')}>
      <div class="plan-kinds" role="group" aria-label={t('planKinds')}>
        {filled.map((name) => (
          <button
            key={name}
            type="button"
            class={`plan-kind ${name === kind ? 'on' : ''}`}
            aria-pressed={name === kind}
            onClick={() => setChosen(name)}
          >
            <b class="title number">{formatNumber(counts[name])}</b> <span>{t(kindWords[name])}</span>
          </button>
        ))}
      </div>
      <Lines key={kind} {...{ plan, kind, count: counts[kind] }} />
    </section>
  );
}
