import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { formatBytes } from '../../lib/i18n/sizes.ts';
import type { StorageUse as Use } from '../../lib/messaging/source-protocol.ts';
import { Button } from '../ui/Button.tsx';
import { StatusLine, type Status } from '../ui/StatusLine.tsx';

interface StorageUseProps {
  /** Null while it is loading. */
  use: Use | null;
  fault: string | null;
  status: Status | null;
  isBusy: boolean;
  onClear: () => void;
  onClearSiteScores: () => void;
}

function Figures({ use }: { use: Use }) {
  const figures: [string, string][] = [
    [t('storageCatalogues'), formatNumber(use.catalogueAnswers)],
    ...use.sourceAnswers.map(({ name, count }): [string, string] => [
      t('storageSource', name),
      formatNumber(count),
    ]),
    [t('storagePosts'), formatNumber(use.posts)],
    [t('storageSiteScores'), formatNumber(use.siteScores)],
    [t('storageCovers'), formatNumber(use.covers)],
    [t('storageTotal'), use.totalBytes === null ? t('storageUnknown') : formatBytes(use.totalBytes)],
  ];
  return (
    <dl class="figures">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="number">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is stored apart from the log, its size, and buttons that delete it. */
export function StorageUse({ use, fault, status, isBusy, ...on }: StorageUseProps) {
  return (
    <section class="card" aria-labelledby="storage">
      <div class="card-head">
        <h3 id="storage" class="title">
          {t('optionsStorage')}
        </h3>
        <StatusLine status={status} onUndo={() => undefined} />
      </div>
      {fault !== null && <p class="failed">{t('optionsUnreadable', fault)}</p>}
      {use && <Figures use={use} />}
      <p class="muted">{t('storageClearMeans')}</p>
      <p>
        <Button busy={isBusy} onClick={on.onClear}>
          {t('storageClear')}
        </Button>{' '}
        {use !== null && use.siteScores > 0 && (
          <Button busy={isBusy} onClick={on.onClearSiteScores}>
            {t('storageClearSiteScores')}
          </Button>
        )}
      </p>
    </section>
  );
}
