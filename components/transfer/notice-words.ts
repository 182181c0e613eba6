import { t } from '../../lib/i18n/messages.ts';
import { formatStarsName } from '../../lib/i18n/scores.ts';
import type { NoticeDetail } from '../../lib/transfer/types.ts';

/** What was changed in a row that is imported, as a sentence. */
export function formatNotice([code, text, rating]: NoticeDetail): string {
  return code === 'rounded-rating'
    ? t('noticeRoundedRating', text, formatStarsName(rating))
    : t('noticeReadAsUnrated', text);
}
