import type { DrawDetails } from '../../components/badge/badge.ts';
import { sendMessage } from '../../lib/messaging/page-messages.ts';
import type { LoadableScript } from '../../lib/messaging/page-scripts.ts';

/** Loads one of our scripts into this page, once, and returns its exports; undefined if the background does not answer. */
export async function load<Name extends LoadableScript>(name: Name): Promise<(typeof marquee)[Name]> {
  if (!globalThis.marquee[name]) await sendMessage('loadScript', { name }).catch(() => undefined);
  return globalThis.marquee[name];
}

/** Returns the code that draws a badge's details, loaded at first use; null if the background does not answer. */
export function loadDetails(): DrawDetails | Promise<DrawDetails | null> {
  const { details } = globalThis.marquee;
  return details?.drawDetails ?? load('details').then((loaded) => loaded?.drawDetails ?? null);
}
