import { formatRowFault } from '../../../components/transfer/fault-words.ts';
import { kindWords, reasonWords, whatWords } from '../../../components/transfer/PlanRows.tsx';
import { formatLocalDay } from '../../../lib/dates/partial-date.ts';
import { t } from '../../../lib/i18n/messages.ts';
import type { ImportPlan } from '../../../lib/transfer/plan/plan-types.ts';
import { formatReport } from './report.ts';
import { saveFile } from '../state/save-file.ts';

/** Saves a table of what an import does with rows, and why, as a download. */
export function saveReport(plan: Pick<ImportPlan, 'rows' | 'skipped' | 'undecided'>): void {
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
