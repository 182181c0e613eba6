import { batch, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { TableDraft } from '../../components/settings/catalogues/TableMapping.tsx';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { previewTable, type TablePreview } from '../../lib/catalogue/builder/table-file.ts';
import { ImportError } from '../../lib/catalogue/errors.ts';
import {
  startImport,
  type ImportWorker,
  type RunningImport,
} from '../../lib/catalogue/store/import-client.ts';
import type { ImportEnd, ImportJob, ImportProgress } from '../../lib/catalogue/store/import-protocol.ts';
import { describeTable, listMapping, makeDraft } from './table-draft.ts';

/** What the import part of the page shows. */
export type ImportView =
  | { kind: 'idle' }
  | { kind: 'mapping'; file: File; preview: TablePreview; draft: TableDraft }
  | { kind: 'running'; name: string; progress: ImportProgress | null };

const openWorker = (): ImportWorker => new Worker(browser.runtime.getURL('/import-catalogue.js'));

function describeFault(error: unknown): ImportEnd {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ImportError)
    return { type: 'failed', reason: error.reason, file: error.file, row: error.row, message };
  return { type: 'failed', reason: 'failed', file: null, row: null, message };
}

/** Creates the state of catalogue imports, which run one at a time. Calls `onAfter` after each. */
export function createImportState(onAfter: () => Promise<void>, makeWorker = openWorker) {
  const importView = signal<ImportView>({ kind: 'idle' });
  const importEnd = signal<ImportEnd | null>(null);
  let running: RunningImport | null = null;

  const show = (view: ImportView, end: ImportEnd | null): void =>
    batch(() => {
      importView.value = view;
      importEnd.value = end;
    });
  const run = async (name: string, job: ImportJob): Promise<void> => {
    if (running !== null) return;
    show({ kind: 'running', name, progress: null }, null);
    running = startImport(makeWorker(), job, (progress) => {
      importView.value = { kind: 'running', name, progress };
    });
    const end = await running.end;
    running = null;
    show({ kind: 'idle' }, end);
    if (end.type === 'done' || end.type === 'ratings') await sendMessage('cataloguesChanged', undefined);
    await onAfter();
  };

  return {
    importView,
    importEnd,
    importImdb: (files: File[]) => run('IMDb', { kind: 'imdb', files }),
    importFolder: (files: File[]) =>
      run(files[0]?.webkitRelativePath.split('/')[0] ?? '', { kind: 'folder', files }),
    /** Shows the guessed meaning of a table's columns. The import starts only with `startTable`. */
    async openTable(file: File): Promise<void> {
      try {
        const preview = await previewTable(file);
        show({ kind: 'mapping', file, preview, draft: makeDraft(file, preview) }, null);
      } catch (error) {
        show({ kind: 'idle' }, describeFault(error));
      }
    },
    changeDraft(draft: TableDraft): void {
      const view = importView.value;
      if (view.kind === 'mapping') importView.value = { ...view, draft };
    },
    async startTable(): Promise<void> {
      const view = importView.value;
      if (view.kind !== 'mapping') return;
      const { file, preview, draft } = view;
      const info = describeTable(draft);
      const mapping = listMapping(preview.header, draft);
      await run(info.name, { kind: 'table', files: [file], info, mapping });
    },
    closeTable: (): void => show({ kind: 'idle' }, null),
    cancelImport: (): void => running?.cancel(),
  };
}
