import { useState } from 'preact/hooks';
import './transfer.css';
import { t } from '../../../lib/i18n/messages.ts';
import type { ViewProps } from '../views/LazyView.tsx';
import { ExportSection } from './ExportSection.tsx';
import { createImportFlow } from './import-flow.ts';
import { ImportSection } from './ImportSection.tsx';
import { PastImports } from './PastImports.tsx';
import { readInWorker } from './reading/read-in-worker.ts';

/** The import, the past imports, and the export. */
export function TransferView({ state, canWrite }: ViewProps) {
  const [flow] = useState(() =>
    createImportFlow({ reader: state.reader, read: readInWorker, makeId: () => crypto.randomUUID() }),
  );
  const phase = flow.phase.value;
  // While a file is read and looked through it has the page to itself.
  if (phase === 'reading' || phase === 'preview' || phase === 'writing') {
    return (
      <div class="transfer wide">
        <ImportSection flow={flow} canWrite={canWrite} />
      </div>
    );
  }
  return (
    <div class="transfer">
      <h1 class="title">{t('logViewTransfer')}</h1>
      <section aria-labelledby="import">
        <h2 id="import" class="title">
          {t('importTitle')}
        </h2>
        <ImportSection flow={flow} canWrite={canWrite} />
      </section>
      <PastImports state={state} canWrite={canWrite} />
      <section aria-labelledby="export">
        <h2 id="export" class="title">
          {t('exportTitle')}
        </h2>
        <ExportSection state={state} />
      </section>
    </div>
  );
}
