import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../components/ui/Button.tsx';
import { Icon } from '../../../components/ui/Icon.tsx';
import { formatNotBackedUp } from '../../../components/ui/writing.ts';
import { formatList } from '../../../lib/i18n/dates.ts';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import type { ImportPlan, PlanRow } from '../../../lib/transfer/plan/plan-types.ts';
import { countWrittenFilms } from '../../../lib/transfer/plan/plan-figures.ts';
import { createAddress, formatAddress } from '../../../lib/watchlog/search/address.ts';
import type { ImportFlow } from './import-flow.ts';
import { saveReport } from './save-report.ts';

/** Says what was added or changed: "278 diary entries, 259 ratings and 40 for the watchlist". */
function formatCounts({ rows }: ImportPlan): string {
  const count = (what: PlanRow['what']): number =>
    rows.filter((row) => row.what === what && row.kind !== 'unchanged').length;
  const [entries, ratings, watchlist] = [count('entry'), count('rating'), count('watchlist')];
  const parts = [
    entries > 0 && tCount('recoveryEntries', entries),
    ratings > 0 && tCount('recoveryRatings', ratings),
    watchlist > 0 && tCount('importWatchlist', watchlist),
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : t('importDoneWith', formatList(parts));
}

function formatResult({ plan, progress }: ImportFlow): string {
  const { done: written, total } = progress.value;
  if (written < total) return t('importStoppedHow', formatNumber(written), formatNumber(total));
  if (plan.value === null) return tCount('importDoneRows', written);
  const waiting = plan.value.undecided.length;
  return `${formatCounts(plan.value)} ${waiting > 0 ? tCount('importDoneWaiting', waiting) : ''}`.trim();
}

function Undone({ flow }: { flow: ImportFlow }) {
  return (
    <>
      <h2 class="title">{t('importUndone')}</h2>
      <p>{t('importUndoneHow')}</p>
      <div class="form-actions">
        <Button look="primary" onClick={flow.reset}>
          {t('statusDismiss')}
        </Button>
      </div>
    </>
  );
}

function Written({ flow, canWrite }: { flow: ImportFlow; canWrite: boolean }) {
  const plan = flow.plan.value;
  const { done: written, total } = flow.progress.value;
  const isStopped = written < total;
  const isUndoing = flow.undo.value === 'running';
  return (
    <>
      <h2 class="title">
        <Icon name={isStopped ? 'warning' : 'tick'} class={isStopped ? 'bad' : 'good'} />
        {isStopped
          ? t('importStopped')
          : plan
            ? tCount('importDoneFilms', countWrittenFilms(plan))
            : t('importDone')}
      </h2>
      <p>{formatResult(flow)}</p>
      <div class="form-actions">
        <a class="button primary" href={`/log.html${formatAddress(createAddress('diary'))}`}>
          {t('importSeeDiary')}
        </a>
        {!isStopped && plan && plan.undecided.length > 0 && (
          <Button disabled={isUndoing} onClick={() => void flow.answerRest()}>
            {t('importAnswerNow')}
          </Button>
        )}
        {plan && (
          <Button icon="download" onClick={() => saveReport(plan)}>
            {t('importReport')}
          </Button>
        )}
        <Button onClick={flow.reset}>{t('statusDismiss')}</Button>
        {written > 0 && (
          <button
            type="button"
            class="link apart"
            disabled={!canWrite || isUndoing}
            onClick={() => void flow.undoImport()}
          >
            {t(isUndoing ? 'importUndoing' : 'importUndoThis')}
          </button>
        )}
      </div>
    </>
  );
}

/** The result of an import, with what can be done next. */
export function ImportDone({ flow, canWrite }: { flow: ImportFlow; canWrite: boolean }) {
  const notBackedUp = flow.notBackedUp.value;
  const done = useRef<HTMLElement>(null);
  const isUndone = flow.undo.value === 'done';
  useEffect(() => done.current?.focus(), [isUndone]);
  return (
    <section class="panel import-card" role="status" tabIndex={-1} ref={done}>
      {isUndone ? <Undone flow={flow} /> : <Written {...{ flow, canWrite }} />}
      {notBackedUp !== null && (
        <p class="fault" role="alert">
          {formatNotBackedUp(notBackedUp)}
        </p>
      )}
    </section>
  );
}
