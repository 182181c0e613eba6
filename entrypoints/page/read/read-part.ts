import { findRoot } from '../../../lib/detect/dom.ts';
import { mayNameFilms } from '../../../lib/detect/signals/film-signals.ts';
import { hasMarkup } from '../../../lib/detect/signals/work-signals.ts';
import type { PageReading } from '../../../lib/detect/types.ts';
import { runInSlices, waitForIdle } from '../idle-slices.ts';
import { loadListReader, loadMarkupReader, loadPageReader, loadTextScript } from '../load-script.ts';
import { findSiteReader } from './site-reader.ts';
import type { Root } from '../page-sightings.ts';

/**
 * Reads `part` (null: the page) in idle slices. Returns null when `signal` is aborted, and an empty reading if the reader
 * cannot be loaded.
 */
export async function readPart(
  url: string,
  part: Root | null,
  signal: AbortSignal,
): Promise<PageReading | null> {
  // The readers only search and walk below a root, as a shadow root allows too.
  const root = part as Element | null;
  // By then every script that the manifest declares for this page has run.
  await waitForIdle();
  if (signal.aborted) return null;
  const site = findSiteReader();
  const nothing = { url, subject: null, mentions: [], nonfilms: [], review: null, language: null };
  let lists: Awaited<ReturnType<typeof loadListReader>>;
  if (!site) {
    const mayName = await runInSlices(mayNameFilms(document, url, root), loadTextScript, signal);
    if (!mayName) return mayName === null ? null : nothing;
    // The lists and the text of a page without an adapter are read too.
    lists = await loadListReader();
  }
  // Of a part of a site with an adapter, the adapter reads everything.
  const looked = root ?? findRoot(document);
  const mayHaveMarkup = (!root || !site) && looked !== null && hasMarkup(looked, !root);
  const markup = mayHaveMarkup ? await loadMarkupReader() : undefined;
  const reader = await loadPageReader();
  if (!reader) return nothing;
  const options = { site, lists, markup, text: 'on-demand' as const, ...(root && { root }) };
  return runInSlices(reader.readPageInSteps(document, url, options), loadTextScript, signal);
}
