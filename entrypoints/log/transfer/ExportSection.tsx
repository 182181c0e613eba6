import { useEffect, useState } from 'preact/hooks';
import { ExportList, type ExportChoice } from '../../../components/transfer/ExportList.tsx';
import { formatError } from '../../../components/ui/writing.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { exportFormats } from '../../../lib/transfer/exports/registry.ts';
import type { ExportFormatId } from '../../../lib/transfer/exports/types.ts';
import { readAllRows } from '../../../lib/watchlog/all-rows.ts';
import type { LogPageState } from '../log-state.ts';
import { saveFile } from './save-file.ts';

const unknown: ExportChoice[] = exportFormats.map(({ id }) => ({ id, losses: null }));

const restMs = 700;

/** Writes the log in a form, and gives its files to the browser to save. */
async function save(state: LogPageState, id: ExportFormatId): Promise<void> {
  const format = exportFormats.find((one) => one.id === id);
  if (!format) return;
  const rows = await state.reader.read(readAllRows);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  for (const file of format.write(rows, { now: Date.now(), timeZone })) saveFile(file);
}

/** Taking the log out. */
export function ExportSection({ state }: { state: LogPageState }) {
  const [choices, setChoices] = useState(unknown);
  const [fault, setFault] = useState<string | null>(null);
  const version = state.shown.value;
  useEffect(() => {
    let isCurrent = true;
    // While an import runs the log changes many times: one look at its end is enough.
    const timer = setTimeout(() => {
      state.reader.read(readAllRows).then(
        (rows) =>
          isCurrent && setChoices(exportFormats.map(({ id, losses }) => ({ id, losses: losses(rows) }))),
        (error: unknown) => isCurrent && setFault(formatError(error)),
      );
    }, restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [state, version]);
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
        onSave={(id) => void save(state, id).catch((error: unknown) => setFault(formatError(error)))}
      />
    </>
  );
}
