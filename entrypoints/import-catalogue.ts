import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ImportRequest } from '../lib/catalogue/store/import-protocol.ts';
import { listenForImports } from '../lib/catalogue/store/import-worker.ts';

/** The worker that a page starts to import a catalogue: extension pages can hold files, the background cannot. */
export default defineUnlistedScript(() =>
  listenForImports({
    listen: (take) =>
      addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
        take(data);
      }),
    send: (report) => postMessage(report),
  }),
);
