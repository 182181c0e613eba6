import type { SourceScore } from '../films/review-types.ts';
import { formatPartialDate } from './dates.ts';
import { t } from './messages.ts';

/** The date of a score: its note if it has one ("an estimate"), else its day. */
export function formatScoreDate(score: SourceScore): string {
  return score.note ?? t('scoreAsOf', formatPartialDate(score.asOf, 'medium'));
}

/** The text of `formatScoreDate` if it is the same for two scores or more, so that it is shown once; else null. */
export function findCommonDate(scores: SourceScore[]): string | null {
  const [first, ...others] = [...new Set(scores.map(formatScoreDate))];
  return first !== undefined && others.length === 0 && scores.length > 1 ? first : null;
}
