import { t } from '../../lib/i18n/messages.ts';
import { formatStarsName } from '../../lib/i18n/scores.ts';
import type { NoticeDetail } from '../../lib/transfer/types.ts';

/** Says what the import changed in a row. */
export function formatNotice(detail: NoticeDetail): string {
  const [code, text] = detail;
  if (code === 'rounded-rating') return t('noticeRoundedRating', text, formatStarsName(detail[2]));
  if (code === 'rough-day') return t('noticeRoughDay', text);
  return t(code === 'other-encoding' ? 'noticeOtherEncoding' : 'noticeReadAsUnrated', text);
}
