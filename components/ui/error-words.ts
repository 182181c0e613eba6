import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import type { LogErrorCode } from '../../lib/watchlog/errors.ts';

const words = {
  'bad-film': 'errorBadFilm',
  'bad-rating': 'errorBadRating',
  'bad-date': 'errorBadDate',
  'bad-value': 'errorBadValue',
  'too-long': 'errorTooLong',
  'not-found': 'errorNotFound',
  'undo-gone': 'errorUndoGone',
  'bad-backup': 'errorBadBackup',
  'read-only': 'errorReadOnly',
  newer: 'errorNewer',
  unreadable: 'errorUnreadable',
  blocked: 'errorBlocked',
  'storage-full': 'errorStorageFull',
} as const satisfies Record<LogErrorCode, MessageKey>;

const isKnown = (code: unknown): code is LogErrorCode =>
  typeof code === 'string' && Object.hasOwn(words, code);

/** What a code of the log means, as a sentence. */
export const formatLogError = (code: LogErrorCode): string => t(words[code]);

/**
 * The code of an error of the log, which keeps it on its way from the background to a page; null for any other error.
 */
export function findLogErrorCode(error: unknown): LogErrorCode | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return isKnown(code) ? code : null;
}

/** What went wrong, as a sentence. An error that no message is written for goes to the console for developers. */
export function formatError(error: unknown): string {
  const code = findLogErrorCode(error);
  if (code !== null) return formatLogError(code);
  if (error instanceof Error && error.name === 'QuotaExceededError') return t('errorStorageFull');
  console.warn('marquee:', error);
  return t('errorUnexpected');
}
