import type { SourceScore } from '../films/review-types.ts';
import { formatPartialDate } from './dates.ts';
import { t } from './messages.ts';

/** Of when a score is: its note where it has one ("2010 sample, not today's figure"), else its day. */
export function formatScoreDate(score: SourceScore): string {
  return score.note ?? t('scoreAsOf', formatPartialDate(score.asOf, 'medium'));
}

/** What `formatScoreDate` says where it says the same of two scores or more, so that it can stand once; else null. */
export function findCommonDate(scores: SourceScore[]): string | null {
  const [first, ...others] = [...new Set(scores.map(formatScoreDate))];
  return first !== undefined && others.length === 0 && scores.length > 1 ? first : null;
}
