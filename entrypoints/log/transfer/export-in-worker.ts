import type { ExportFormatId, ExportOptions, Loss } from '../../../lib/transfer/exports/types.ts';

/** What the worker is asked: what each form cannot hold of the log, or the log in one form. */
export type ExportRequest = { kind: 'losses' } | ({ kind: 'files'; id: ExportFormatId } & ExportOptions);

/** A file that is ready to be saved. */
export interface WrittenFile {
  name: string;
  blob: Blob;
}

export interface FormatLosses {
  id: ExportFormatId;
  losses: Loss[];
}

export type ExportAnswer = { losses: FormatLosses[] } | { files: WrittenFile[] } | { fault: string };

/** Asks a worker of its own, which ends with the answer or on abort. Rejects then, and where the log cannot be read. */
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

/** What each form cannot hold of the log. Rejects where it is aborted. */
export async function findLosses(signal: AbortSignal): Promise<FormatLosses[]> {
  const answer = await ask({ kind: 'losses' }, signal);
  return 'losses' in answer ? answer.losses : [];
}

/** The log in one form, as files. */
export async function writeExport(id: ExportFormatId, options: ExportOptions): Promise<WrittenFile[]> {
  const answer = await ask({ kind: 'files', id, ...options });
  return 'files' in answer ? answer.files : [];
}
