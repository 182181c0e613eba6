// The interface's English messages, for the output of commands.
import { readFileSync } from 'node:fs';
import type { MessageKey } from '../lib/i18n/messages.ts';

const path = new URL('../public/_locales/en/messages.json', import.meta.url);
const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<MessageKey, { message: string }>;

/** Returns the English message with `$1` to `$9` replaced in order. */
export function say(key: MessageKey, ...substitutions: string[]): string {
  return messages[key].message.replace(
    /\$([1-9])/g,
    (_place, number: string) => substitutions[Number(number) - 1] ?? '',
  );
}
