import type { ExportFile } from '../../../lib/transfer/exports/types.ts';

/** Gives a file to the browser to save, as a link to it would. */
export function saveFile({ name, mimeType, text }: ExportFile): void {
  saveBlob(name, new Blob([text], { type: mimeType }));
}

/** The same for what is no text, such as a picture. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
