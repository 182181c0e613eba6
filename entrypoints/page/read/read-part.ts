import { findRoot } from '../../../lib/detect/dom.ts';
import { mayNameFilms } from '../../../lib/detect/signals/film-signals.ts';
import { hasMarkup } from '../../../lib/detect/signals/work-signals.ts';
import type { PageReading } from '../../../lib/detect/types.ts';
import { runInSlices } from '../idle-slices.ts';
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
  const nothing = { url, subject: null, mentions: [], nonfilms: [], review: null, language: null };
  const seen = await runInSlices(look(url, root), () => Promise.resolve(undefined), signal);
  if (!seen) return null;
  const { site, mayNameFilms, mayHaveMarkup } = seen;
  if (!mayNameFilms) return nothing;
  // The lists and the text of a page without an adapter are read too.
  const lists = site ? undefined : await loadListReader();
  const markup = mayHaveMarkup ? await loadMarkupReader() : undefined;
  const reader = await loadPageReader();
  if (!reader) return nothing;
  const options = { site, lists, markup, text: 'on-demand' as const, ...(root && { root }) };
  return runInSlices(reader.readPageInSteps(document, url, options), loadTextScript, signal);
}

/** What has to be known of a page before its readers are loaded. Pauses often. */
function* look(url: string, root: Element | null) {
  // By now every script that the manifest declares for this page has run.
  const site = findSiteReader();
  if (!site && !(yield* mayNameFilms(document, url, root)))
    return { site, mayNameFilms: false, mayHaveMarkup: false };
  yield;
  // Of a part of a site with an adapter, the adapter reads everything.
  const looked = root ?? findRoot(document);
  const mayHaveMarkup = (!root || !site) && looked !== null && hasMarkup(looked, !root);
  return { site, mayNameFilms: true, mayHaveMarkup };
}
