import { expect, test, vi } from 'vitest';
import { LogError } from '../../lib/watchlog/errors.ts';
import { findLogErrorCode, formatError } from './error-words.ts';

test('an error of the log becomes a sentence, also after it was sent as a message', () => {
  const error = new LogError('storage-full', 'No room to open the log.');
  const sent = Object.assign(new Error(error.message), { name: 'LogError', code: 'storage-full' });
  for (const each of [error, sent]) expect(formatError(each)).toBe('There is no room left on this device.');
});

test('the text of any other error goes to the console and not to the user', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const error = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' });
  expect(findLogErrorCode(error)).toBeNull();
  expect(formatError(error)).toBe('Something unexpected went wrong. Try again.');
  expect(warn).toHaveBeenCalledExactlyOnceWith('marquee:', error);
});
