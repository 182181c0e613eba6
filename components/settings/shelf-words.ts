import { formatNumber, t, tCount, type MessageKey } from '../../lib/i18n/messages.ts';
import type { AddShelfAnswer, PublishedShelfFault } from '../../lib/messaging/shelf-protocol.ts';
import type { ImportFault } from '../../lib/shelf/errors.ts';
import type { ImportEnd } from '../../lib/shelf/store/import-protocol.ts';

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

const importFaults = {
  'cut-off': 'importFaultCutOff',
  damaged: 'importFaultDamaged',
  unreadable: 'importFaultUnreadable',
  'not-imdb': 'importFaultNotImdb',
  'missing-file': 'importFaultMissing',
  'not-sorted': 'importFaultUnsorted',
  'no-title-column': 'mapNeedsTitle',
  'bad-json': 'importFaultJson',
  'too-large': 'importFaultLarge',
  empty: 'importFaultEmpty',
  'bad-shelf': 'shelfFaultManifest',
  'changed-file': 'importFaultChanged',
  'no-space': 'shelfFaultSpace',
  busy: 'importFaultBusy',
  failed: 'importFaultFailed',
} as const satisfies Record<ImportFault, MessageKey>;

/** Why an import came to no end, and in which file and row; the fault's own words where nothing else is known. */
export function formatImportFault({ reason, file, row, message }: ImportEnd & { type: 'failed' }): string {
  const words = reason === 'failed' ? t('importFaultFailed', message) : t(importFaults[reason]);
  const place =
    file === null ? '' : row === null || row === 0 ? file : t('importRow', file, formatNumber(row));
  return place === '' ? t('importFailed', words) : t('importFailedAt', place, words);
}

const leftOutWords: Record<string, MessageKey> = {
  'not-a-film': 'leftOutNoFilm',
  adult: 'leftOutAdult',
  'missing-title': 'leftOutTitle',
  'malformed-row': 'leftOutMalformed',
};

/** Why rows became no film. */
export const formatLeftOut = (reason: string): string => {
  const key = leftOutWords[reason];
  return key === undefined ? reason : t(key);
};
