import { useEffect, useRef } from 'preact/hooks';
import { formatRowFault } from '../../../components/transfer/fault-words.ts';
import { kindWords, reasonWords, whatWords } from '../../../components/transfer/PlanRows.tsx';
import { formatNotBackedUp } from '../../../components/ui/writing.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import { countPlan } from '../../../lib/transfer/plan/plan-import.ts';
import type { ImportPlan } from '../../../lib/transfer/plan/plan-types.ts';
import { formatLocalDay } from '../../../lib/dates/partial-date.ts';
import type { ImportFlow } from './import-flow.ts';
import { formatReport } from './report.ts';
import { saveFile } from '../state/save-file.ts';

function saveReport(plan: ImportPlan): void {
  const words = {
    columns: [
      t('planColumnFate'),
      t('planColumnWhat'),
      t('planColumnFilm'),
      t('titleFormYear'),
      t('planColumnFile'),
      t('planColumnRow'),
      t('planColumnReason'),
    ],
    skipped: t('planSkipped'),
    undecided: t('planUndecided'),
    kind: (kind: keyof typeof kindWords) => t(kindWords[kind]),
    what: (what: keyof typeof whatWords) => t(whatWords[what]),
    reason: (reason: keyof typeof reasonWords) => t(reasonWords[reason]),
    fault: (row: ImportPlan['skipped'][number]) => formatRowFault(row, t),
  };
  saveFile(formatReport(plan, words, formatLocalDay(new Date())));
}

/** The result of an import. */
export function ImportDone({ flow }: { flow: ImportFlow }) {
  const plan = flow.plan.value;
  const { done: written, total } = flow.progress.value;
  const notBackedUp = flow.notBackedUp.value;
  const done = useRef<HTMLElement>(null);
  useEffect(() => done.current?.focus(), []);
  const counts = plan ? countPlan(plan) : null;
  return (
    <section class="panel" tabIndex={-1} ref={done}>
      <h3 class="title">{t(written < total ? 'importStopped' : 'importDone')}</h3>
      <p>
        {written < total
          ? t('importStoppedHow', formatNumber(written), formatNumber(total))
          : counts
            ? t(
                'importDoneCounts',
                formatNumber(counts.added),
                formatNumber(counts.merged + counts.changed),
                formatNumber(counts.unchanged),
                formatNumber(counts.skipped),
              )
            : tCount('importDoneRows', written)}
      </p>
      {notBackedUp !== null && (
        <p class="fault" role="alert">
          {formatNotBackedUp(notBackedUp)}
        </p>
      )}
      <div class="form-actions">
        {plan && (
          <Button icon="download" onClick={() => saveReport(plan)}>
            {t('importReport')}
          </Button>
        )}
        <Button look="primary" onClick={flow.reset}>
          {t('statusDismiss')}
        </Button>
      </div>
    </section>
  );
}
