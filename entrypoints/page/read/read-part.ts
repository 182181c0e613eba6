import { mayNameFilms } from '../../../lib/detect/signals/film-signals.ts';
import type { PageReading } from '../../../lib/detect/types.ts';
import { runInSlices, waitForIdle } from '../idle-slices.ts';
import { loadPageReader, loadTextReader } from '../load-script.ts';
import { listSites } from '../site.ts';

/**
 * What is in `root` (null: the page), read in idle slices; null once `signal` is aborted. Nothing where the background
 * does not give us the reader.
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
    // Where no adapter knows the page its text is read as well.
    await loadTextReader();
  }
  const read = await loadPageReader();
  if (!read) return nothing;
  const options = { sites, text: 'on-demand' as const, ...(root && { root }) };
  return runInSlices(read(document, url, options), loadTextReader, signal);
}
