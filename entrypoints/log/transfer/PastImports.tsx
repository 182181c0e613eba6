import { useEffect, useState } from 'preact/hooks';
import { ImportList } from '../../../components/transfer/ImportList.tsx';
import { formatError } from '../../../components/ui/error-words.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { formatNotBackedUp } from '../../../components/ui/writing.ts';
import { undoWholeImport } from '../../../lib/messaging/undo-whole-import.ts';
import { listImports } from '../../../lib/watchlog/imports/imports.ts';
import type { BackupFault, ImportRow } from '../../../lib/watchlog/types.ts';
import type { ViewProps } from '../views/LazyView.tsx';

/** All past imports, read again after each change of the log. */
export function PastImports({ state, canWrite }: ViewProps) {
  const [imports, setImports] = useState<ImportRow[]>([]);
  const [undoingId, setUndoingId] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [notBackedUp, setNotBackedUp] = useState<BackupFault | null>(null);
  const version = state.shown.value;
  useEffect(() => {
    let isCurrent = true;
    state.reader.read(listImports).then(
      (rows) => isCurrent && setImports(rows),
      (error: unknown) => isCurrent && setFault(formatError(error)),
    );
    return () => void (isCurrent = false);
  }, [state, version]);
  const undo = async (importId: string): Promise<void> => {
    setUndoingId(importId);
    setFault(null);
    try {
      setNotBackedUp(await undoWholeImport(importId));
    } catch (error) {
      setFault(formatError(error));
    }
    setUndoingId(null);
  };
  return (
    <section aria-labelledby="imports">
      <h2 id="imports" class="title">
        {t('importsTitle')}
      </h2>
      {fault !== null && (
        <p class="fault" role="alert">
          {t('importFault', fault)}
        </p>
      )}
      {notBackedUp !== null && (
        <p class="fault" role="alert">
          {formatNotBackedUp(notBackedUp)}
        </p>
      )}
      <ImportList {...{ imports, undoingId, canWrite }} onUndo={(id) => void undo(id)} />
    </section>
  );
}
