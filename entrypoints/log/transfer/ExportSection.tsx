import { useEffect, useState } from 'preact/hooks';
import { ExportList, type ExportChoice } from '../../../components/transfer/ExportList.tsx';
import { formatError } from '../../../components/ui/error-words.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { exportFormatIds, type ExportFormatId } from '../../../lib/transfer/exports/types.ts';
import type { LogPageState } from '../state/log-state.ts';
import { findLosses, writeExport } from './export-in-worker.ts';
import { saveBlob } from '../state/save-file.ts';

const unknown: ExportChoice[] = exportFormatIds.map((id) => ({ id, losses: null }));

const delayMs = 700;

/** Exports the log in a format, and saves the files as downloads. */
async function save(id: ExportFormatId): Promise<void> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  for (const { name, blob } of await writeExport(id, { now: Date.now(), timeZone })) saveBlob(name, blob);
}

/** The export formats, each with what it loses. */
export function ExportSection({ state }: { state: LogPageState }) {
  const [choices, setChoices] = useState(unknown);
  const [fault, setFault] = useState<string | null>(null);
  const version = state.shown.value;
  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    const timer = setTimeout(() => {
      findLosses(signal).then(
        (found) => signal.aborted || setChoices(found),
        (error: unknown) => signal.aborted || setFault(formatError(error)),
      );
    }, delayMs);
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [version]);
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
