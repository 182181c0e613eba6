import { isQuotaError } from '../../lib/async/quota-error.ts';
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
  'changed-since': 'errorChangedSince',
  'bad-backup': 'errorBadBackup',
  'read-only': 'errorReadOnly',
  newer: 'errorNewer',
  unreadable: 'errorUnreadable',
  blocked: 'errorBlocked',
  slow: 'errorSlow',
  'storage-full': 'errorStorageFull',
} as const satisfies Record<LogErrorCode, MessageKey>;

const isKnown = (code: unknown): code is LogErrorCode =>
  typeof code === 'string' && Object.hasOwn(words, code);

/** Returns the sentence for an error code of the log. */
export const formatLogError = (code: LogErrorCode): string => t(words[code]);

/**
 * Returns the code of an error of the log; null for any other error. The code survives the message from the background.
 */
export function findLogErrorCode(error: unknown): LogErrorCode | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return isKnown(code) ? code : null;
}

/** Returns a sentence that describes an error. An error without a sentence goes to the console. */
export function formatError(error: unknown): string {
  const code = findLogErrorCode(error);
  if (code !== null) return formatLogError(code);
  if (isQuotaError(error)) return t('errorStorageFull');
  console.warn('marquee:', error);
  return t('errorUnexpected');
}
