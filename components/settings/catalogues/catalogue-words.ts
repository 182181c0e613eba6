import { formatNumber, t, tCount, type MessageKey } from '../../../lib/i18n/messages.ts';
import type {
  AddCatalogueAnswer,
  PublishedCatalogueFault,
} from '../../../lib/messaging/catalogue-protocol.ts';
import type { ImportFault } from '../../../lib/catalogue/errors.ts';
import type { ImportEnd } from '../../../lib/catalogue/store/import-protocol.ts';

const faults = {
  'bad-address': 'catalogueFaultAddress',
  missing: 'catalogueFaultMissing',
  redirected: 'faultRedirected',
  'too-large': 'faultTooLarge',
  'bad-manifest': 'catalogueFaultManifest',
  'too-revealing': 'catalogueFaultRevealing',
  offline: 'faultOffline',
  unreachable: 'faultUnreachable',
  'no-space': 'catalogueFaultSpace',
  failed: 'faultFailed',
} as const satisfies Record<PublishedCatalogueFault, MessageKey>;

/** Describes the result of adding a published catalogue. */
export function formatCatalogueAnswer(answer: AddCatalogueAnswer): string {
  if (answer.state === 'added')
    return tCount('catalogueAdded', answer.catalogue.films, answer.catalogue.name);
  if (answer.state === 'no-permission') return t('catalogueDeclined');
  return t('catalogueNotAdded', t(faults[answer.state]));
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
  'bad-catalogue': 'catalogueFaultManifest',
  'changed-file': 'importFaultChanged',
  'no-space': 'catalogueFaultSpace',
  busy: 'importFaultBusy',
  failed: 'errorUnexpected',
} as const satisfies Record<ImportFault, MessageKey>;

/** Says why an import failed, and in which file and row. */
export function formatImportFault({ reason, file, row }: ImportEnd & { type: 'failed' }): string {
  const words = t(importFaults[reason]);
  const place =
    file === null ? '' : row === null || row === 0 ? file : t('importRow', file, formatNumber(row));
  return place === '' ? t('importFailed', words) : t('importFailedAt', place, words);
}

const skipReasonWords: Record<string, MessageKey> = {
  'not-a-film': 'skippedNotFilm',
  adult: 'skippedAdult',
  'missing-title': 'skippedNoTitle',
  'malformed-row': 'skippedMalformed',
};

/** Says why rows of a file were skipped. */
export const formatSkipReason = (reason: string): string => {
  return t(skipReasonWords[reason] ?? 'skippedMalformed');
};
