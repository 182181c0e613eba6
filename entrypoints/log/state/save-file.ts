import type { ExportFile } from '../../../lib/transfer/exports/types.ts';

/** Saves a file as a download. */
export function saveFile({ name, mimeType, text }: ExportFile): void {
  saveBlob(name, new Blob([text], { type: mimeType }));
}

/** Saves a blob, such as a picture, as a download. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
