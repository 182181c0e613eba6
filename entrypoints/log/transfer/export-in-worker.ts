import type { ExportFormatId, ExportOptions, Loss } from '../../../lib/transfer/exports/types.ts';

/** A request to the worker: the data that each format loses, or the log in one format. */
export type ExportRequest = { kind: 'losses' } | ({ kind: 'files'; id: ExportFormatId } & ExportOptions);

/** A file that is ready to save. */
export interface WrittenFile {
  name: string;
  blob: Blob;
}

export interface FormatLosses {
  id: ExportFormatId;
  losses: Loss[];
}

export type ExportAnswer = { losses: FormatLosses[] } | { files: WrittenFile[] } | { fault: string };

/** Sends a request to a new worker, and ends the worker afterwards. Rejects on abort and when the log cannot be read. */
async function ask(request: ExportRequest, signal?: AbortSignal): Promise<ExportAnswer> {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<ExportAnswer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ExportAnswer>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      signal?.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
      worker.postMessage(request);
    });
    if ('fault' in answer) throw new Error(answer.fault);
    return answer;
  } finally {
    worker.terminate();
  }
}

/** Returns the data of the log that each format loses. Rejects on abort and when the log cannot be read. */
export async function findLosses(signal: AbortSignal): Promise<FormatLosses[]> {
  const answer = await ask({ kind: 'losses' }, signal);
  return 'losses' in answer ? answer.losses : [];
}

/** Returns the log in one format, as files. Rejects when the log cannot be read. */
export async function writeExport(id: ExportFormatId, options: ExportOptions): Promise<WrittenFile[]> {
  const answer = await ask({ kind: 'files', id, ...options });
  return 'files' in answer ? answer.files : [];
}
