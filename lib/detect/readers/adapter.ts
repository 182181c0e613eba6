import { findRefInUrl } from '../../films/refs.ts';
import type { FilmRef, WorkKind } from '../../films/types.ts';
import { findAdapter, findPage } from '../../sites/find-adapter.ts';
import { isElementLike, listElements, listSelected } from '../../sites/page-elements.ts';
import type { AdapterFinding, PageKind, RowFields, SiteAdapter, SitePage } from '../../sites/types.ts';
import { findRoot } from '../dom.ts';
import type { Sighting } from '../types.ts';
import { readFields } from './adapter-fields.ts';

/** One step of reading: a film, a work of another kind, or null for a row without either. */
export type AdapterStep =
  { sighting: Sighting } | { nonfilm: { title: string; kind: WorkKind }; refs: FilmRef[] } | null;

const seriesKinds = new Set<WorkKind | null | undefined>(['series', 'season', 'episode']);

/** Reads a page by its site's adapter, as `walkAdapter` does; null if the site has none. */
export type SiteReader = (
  document: Document,
  url: URL,
  root?: Element,
) => Generator<AdapterStep, PageKind | null> | null;

/** A reader of the pages of these sites. */
export const makeSiteReader =
  (sites: SiteAdapter[]): SiteReader =>
  (document, url, root) => {
    const adapter = findAdapter(url, sites);
    return adapter && walkAdapter(document, url, adapter, root);
  };

/**
 * Applies a site's adapter row by row, so that the caller can pause between rows. Returns the kind of the
 * page: on a film's address `series` or `other` if the page says that it is not a film; null if the adapter
 * does not recognise the page.
 */
export function* walkAdapter(
  document: Document,
  url: URL,
  adapter: SiteAdapter,
  root?: Element,
): Generator<AdapterStep, PageKind | null> {
  const page = findPage(url, adapter);
  const scope = root ?? findRoot(document);
  if (!page || !scope) return null;
  const seen = new Set<Element>();
  let pageKind = page.kind;
  for (const found of walkFindings(adapter, page, scope, url, root === undefined)) {
    if (found?.isSubject) pageKind = findPageKind(found, pageKind);
    if (found?.element && isSeen(found.element, seen)) continue;
    yield found && makeStep(found, page);
  }
  return pageKind;
}

/**
 * Whether a title's element was found before; otherwise remembers it. A title, the link around it and a link in
 * it are one sighting.
 */
function isSeen(element: Element, seen: Set<Element>): boolean {
  const link = element.closest('a') ?? element;
  const parent = element.parentElement ?? element;
  if (seen.has(element) || seen.has(link) || seen.has(parent)) return true;
  seen.add(element).add(link);
  return false;
}

function* walkFindings(
  adapter: SiteAdapter,
  page: SitePage,
  scope: Element,
  url: URL,
  withSubject: boolean,
): Generator<AdapterFinding | null> {
  if (withSubject && page.subject && hasFreshHead(page, scope, url)) {
    const subject = readFields(page.subject, scope, url);
    yield subject && page.kind === 'series'
      ? { ...subject, hint: { kind: 'series', ...subject.hint } }
      : subject;
  }
  for (const found of page.find?.(scope, url) ?? []) yield found && addRefs(found, url);
  for (const row of [...(page.rows ?? []), ...(adapter.rows ?? [])]) {
    // The scope itself may be a row, because pages add rows one at a time.
    const items = isElementLike(scope, row.item) ? [scope] : [];
    yield* walkRows(row, items.concat(listElements(scope, row.item)), adapter.ignore, url);
  }
}

function addRefs({ links = [], ...found }: AdapterFinding, url: URL): AdapterFinding {
  const refs = links.map((link) => findRefInUrl(link, url.href)).filter((ref) => ref !== null);
  return { ...found, hint: { ...found.hint, refs: [...(found.hint.refs ?? []), ...refs] } };
}

function* walkRows(
  row: RowFields,
  items: Element[],
  ignore: string | undefined,
  url: URL,
): Generator<AdapterFinding | null> {
  let above: { parent: Element | null; year: number | null } = { parent: null, year: null };
  for (const item of items) {
    const found = ignore && item.closest(ignore) ? null : readFields(row, item, url);
    if (found && row.isYearAbove) {
      const parent = item.parentElement;
      const year = found.hint.year ?? (above.parent === parent ? above.year : null);
      above = { parent, year };
      yield { ...found, hint: { ...found.hint, year } };
    } else yield found;
  }
}

/** Whether the page's head is about the film of the address, if it says so. */
function hasFreshHead(page: SitePage, scope: Element, url: URL): boolean {
  const [stated] = page.agrees ? listSelected(page.agrees, scope) : [];
  return !stated || url.href.includes(stated.text);
}

/**
 * The page's kind after reading its subject: a film address may turn out to be a series, an encyclopedia
 * article a film.
 */
function findPageKind({ hint }: AdapterFinding, kind: PageKind): PageKind {
  if (seriesKinds.has(hint.kind)) return 'series';
  if (hint.kind && hint.kind !== 'film') return 'other';
  return kind === 'review' ? kind : 'film';
}

function makeStep(
  { hint, element, isSubject = false, possible = false }: AdapterFinding,
  page: SitePage,
): AdapterStep {
  if (hint.kind && hint.kind !== 'film')
    return { nonfilm: { title: hint.title, kind: hint.kind }, refs: hint.refs ?? [] };
  const year = hint.year ?? null;
  const directors = hint.directors ?? [];
  return {
    sighting: {
      hint: {
        title: hint.title,
        alternativeTitles: hint.alternativeTitles ?? [],
        year,
        directors,
        refs: hint.refs ?? [],
        kind: possible ? null : 'film',
        language: hint.language ?? null,
      },
      element,
      evidence: ['adapter'],
      confidence: possible ? 0.5 : isSubject ? 0.95 : 0.9,
      certainty: possible ? 'possible' : 'stated',
      isSubject,
      isTop: isSubject,
      context: {
        yearBeside: year !== null,
        setApart: true,
        filmWordsNear: page.kind !== 'other',
        namesNear: directors.slice(0, 8),
      },
    },
  };
}
