import type { WorkKind } from '../../films/types.ts';
import type { PageKind, SiteAdapter } from '../../sites/types.ts';
import { walkAdapter } from '../readers/adapter.ts';
import type { Sighting } from '../types.ts';

/** Everything that an adapter finds on a page. `pageKind` is null if it does not recognise the page. */
export interface AdapterReading {
  sightings: Sighting[];
  nonfilms: { title: string; kind: WorkKind }[];
  pageKind: PageKind | null;
}

/** Applies a site's adapter to a page in one go. With a `root`, reads only that element and no subject. */
export function readAdapter(
  document: Document,
  url: URL,
  adapter: SiteAdapter,
  root?: Element,
): AdapterReading {
  const sightings: Sighting[] = [];
  const nonfilms: AdapterReading['nonfilms'] = [];
  const walk = walkAdapter(document, url, adapter, root);
  let step = walk.next();
  for (; !step.done; step = walk.next()) {
    if (!step.value) continue;
    if ('sighting' in step.value) sightings.push(step.value.sighting);
    else nonfilms.push(step.value.nonfilm);
  }
  return { sightings, nonfilms, pageKind: step.value };
}
