import { useEffect, useState } from 'preact/hooks';
import { ExportList, type ExportChoice } from '../../../components/transfer/ExportList.tsx';
import { formatError } from '../../../components/ui/error-words.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { exportFormatIds, type ExportFormatId } from '../../../lib/transfer/exports/types.ts';
import type { LogPageState } from '../state/log-state.ts';
import { findLosses, writeExport } from './export-in-worker.ts';
import { saveBlob } from './save-file.ts';

const unknown: ExportChoice[] = exportFormatIds.map((id) => ({ id, losses: null }));

const restMs = 700;

/** Writes the log in a form, and gives its files to the browser to save. */
async function save(id: ExportFormatId): Promise<void> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  for (const { name, blob } of await writeExport(id, { now: Date.now(), timeZone })) saveBlob(name, blob);
}

/** Taking the log out. While an import is under way, the log is not read through for what the forms cannot hold. */
export function ExportSection({ state, isResting }: { state: LogPageState; isResting: boolean }) {
  const [choices, setChoices] = useState(unknown);
  const [fault, setFault] = useState<string | null>(null);
  const version = state.shown.value;
  useEffect(() => {
    if (isResting) return;
    const control = new AbortController();
    const { signal } = control;
    const timer = setTimeout(() => {
      findLosses(signal).then(
        (found) => signal.aborted || setChoices(found),
        (error: unknown) => signal.aborted || setFault(formatError(error)),
      );
    }, restMs);
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [version, isResting]);
  return (
    <>
      <p class="muted">{t('exportOwnOnly')}</p>
      {fault !== null && (
        <p class="fault" role="alert">
          {t('exportFault', fault)}
        </p>
      )}
      <ExportList
        choices={choices}
        onSave={(id) => void save(id).catch((error: unknown) => setFault(formatError(error)))}
      />
    </>
  );
}
