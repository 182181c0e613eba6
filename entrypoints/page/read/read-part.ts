import { mayNameFilms } from '../../../lib/detect/signals/film-signals.ts';
import type { PageReading } from '../../../lib/detect/types.ts';
import { runInSlices, waitForIdle } from '../idle-slices.ts';
import { loadPageReader, loadTextReader } from '../load-script.ts';
import { listSites } from '../site.ts';

/**
 * Reads `root` (null: the page) in idle slices. Returns null when `signal` is aborted, and an empty reading if the reader
 * cannot be loaded.
 */
export async function readPart(
  url: string,
  root: Element | null,
  signal: AbortSignal,
): Promise<PageReading | null> {
  // By then every script that the manifest declares for this page has run.
  await waitForIdle();
  if (signal.aborted) return null;
  const sites = listSites();
  const nothing = { url, subject: null, mentions: [], nonfilms: [], review: null, language: null };
  if (sites.length === 0) {
    if (!mayNameFilms(document, url, root)) return nothing;
    // The text of a page without an adapter is read too.
    await loadTextReader();
  }
  const reader = await loadPageReader();
  if (!reader) return nothing;
  const options = { sites, text: 'on-demand' as const, ...(root && { root }) };
  return runInSlices(reader.readPageInSteps(document, url, options), loadTextReader, signal);
}
