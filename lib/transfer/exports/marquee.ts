import { marqueeFormat, marqueeVersion } from '../formats/marquee.ts';
import { logStores, rowSchema } from '../log-rows.ts';
import type { ExportFormat } from './types.ts';

/** Our own file: every row of the log with ids, stamps and deleted rows. Nothing is lost. */
export const marqueeExport: ExportFormat = {
  id: 'marquee',
  name: 'Marquee',
  losses: () => [],
  write: (log, { now }) => {
    const rows = Object.fromEntries(logStores.map((store) => [store, log[store]]));
    const whole = {
      format: marqueeFormat,
      version: marqueeVersion,
      schema: rowSchema,
      exportedAt: new Date(now).toISOString(),
      log: rows,
    };
    const text = `${JSON.stringify(whole)}\n`;
    return [{ name: 'marquee-log.json', mimeType: 'application/json', text }];
  },
};
