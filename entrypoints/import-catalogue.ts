import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createSliceFetcher } from '../lib/catalogue/built-in/fetch-slices.ts';
import { openBuiltIn } from '../lib/catalogue/built-in/open-built-in.ts';
import { builtInCataloguePath } from '../lib/catalogue/built-in/path.ts';
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
    openBuiltIn: () =>
      openBuiltIn(createSliceFetcher((address, init) => fetch(address, init), `/${builtInCataloguePath}`)),
  }),
);
