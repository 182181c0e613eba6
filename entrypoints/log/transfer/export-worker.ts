import { exportFormats } from '../../../lib/transfer/exports/registry.ts';
import { readAllRows } from '../../../lib/watchlog/store/read-all-rows.ts';
import { openLogForReading } from '../../../lib/watchlog/queries/reading.ts';
import type { ExportAnswer, ExportRequest } from './export-in-worker.ts';

// Reads the whole log and builds the files off the main thread, so that a long log does not block the page.
const reader = openLogForReading();

async function answer(request: ExportRequest): Promise<ExportAnswer> {
  const rows = await reader.read(readAllRows);
  if (request.kind === 'losses')
    return { losses: exportFormats.map(({ id, losses }) => ({ id, losses: losses(rows) })) };
  const format = exportFormats.find(({ id }) => id === request.id);
  const files = format?.write(rows, { now: request.now, timeZone: request.timeZone }) ?? [];
  return {
    files: files.map(({ name, mimeType, text }) => ({ name, blob: new Blob([text], { type: mimeType }) })),
  };
}

addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  answer(data).then(postMessage, (error: unknown) => postMessage({ fault: String(error) }));
});
