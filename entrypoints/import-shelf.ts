import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ImportRequest } from '../lib/shelf/store/import-protocol.ts';
import { listenForImports } from '../lib/shelf/store/import-worker.ts';

/** The worker that a page starts to import a shelf: extension pages can hold files, the background cannot. */
export default defineUnlistedScript(() =>
  listenForImports({
    listen: (take) =>
      addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
        take(data);
      }),
    send: (report) => postMessage(report),
  }),
);
