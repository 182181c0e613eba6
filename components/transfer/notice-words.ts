import { t } from '../../lib/i18n/messages.ts';
import { formatStarsName } from '../../lib/i18n/scores.ts';
import type { NoticeDetail } from '../../lib/transfer/types.ts';

/** Says what the import changed in a row. */
export function formatNotice([code, text, rating]: NoticeDetail): string {
  if (code === 'rounded-rating') return t('noticeRoundedRating', text, formatStarsName(rating));
  return t(code === 'other-encoding' ? 'noticeOtherEncoding' : 'noticeReadAsUnrated', text);
}
