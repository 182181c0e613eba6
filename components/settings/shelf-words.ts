import { t, tCount, type MessageKey } from '../../lib/i18n/messages.ts';
import type { AddShelfAnswer, PublishedShelfFault } from '../../lib/messaging/shelf-protocol.ts';

const faults = {
  'bad-address': 'shelfFaultAddress',
  missing: 'shelfFaultMissing',
  redirected: 'faultRedirected',
  'too-large': 'faultTooLarge',
  'bad-manifest': 'shelfFaultManifest',
  'too-revealing': 'shelfFaultRevealing',
  offline: 'faultOffline',
  'no-space': 'shelfFaultSpace',
  failed: 'faultFailed',
} as const satisfies Record<PublishedShelfFault, MessageKey>;

/** What came of adding a published shelf. */
export function formatShelfAnswer(answer: AddShelfAnswer): string {
  if (answer.state === 'added') return tCount('shelfAdded', answer.shelf.films, answer.shelf.name);
  if (answer.state === 'no-permission') return t('shelfDeclined');
  return t('shelfNotAdded', t(faults[answer.state]));
}
