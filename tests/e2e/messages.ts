// The extension's English messages, so that tests find controls by their visible names.
import { readFileSync } from 'node:fs';

const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<
  string,
  { message: string } | undefined
>;

/** Returns a message as a pattern in which the placeholders match anything. Throws if there is no such message. */
export function messagePattern(key: string): RegExp {
  const entry = messages[key];
  if (!entry) throw new Error(`public/_locales/en/messages.json has no "${key}".`);
  const parts = entry.message.split(/\$(?:\d|\w+\$)/);
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
}
