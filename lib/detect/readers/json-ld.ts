import { parseId, provesFilm } from '../../films/film-ids.ts';
import { findRefInUrl } from '../../films/refs.ts';
import type { FilmRef, SiteScore } from '../../films/types.ts';
import { listElements } from '../dom.ts';
import { makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import type { Page } from '../page.ts';
import { readSiteScore } from './site-score.ts';
import { jsonLdBlocks, maxBlocks } from '../signals/work-signals.ts';
import { isItem, listItems, readText, type Item } from '../../review-text/items.ts';
import { parseIsoYear } from '../../review-text/parse-iso-year.ts';
import { parseJsonLd } from '../../review-text/json-ld-text.ts';
import { findTypeKind, listOf, listTexts, listTypes, own } from '../../review-text/schema-org.ts';

/** Limits on one page's data; anything beyond them is not read. */
const maxNodes = 4000;
const maxDepth = 12;
/** Nodes visited between two pauses. */
const nodesPerStep = 200;

/** Properties whose value may be a work. True if that is what the thing around it is about. */
const paths: Record<string, boolean> = {
  '@graph': true,
  mainEntity: true,
  mainEntityOfPage: true,
  itemReviewed: true,
  about: true,
  review: true,
  reviews: true,
  subjectOf: true,
  itemListElement: false,
  item: false,
  mentions: false,
  hasPart: false,
  workPresented: false,
  workPerformed: false,
  subEvent: false,
  isPartOf: false,
  partOfSeries: false,
  itemList: false,
};

/** Properties that tell films of one title apart. */
export const factKeys = ['duration', 'countryOfOrigin', 'actor', 'actors'];

interface Visit {
  value: unknown;
  depth: number;
  isTop: boolean;
  isReviewed: boolean;
}

/**
 * The year of a work, or null. `dateCreated` may be the date of the record and counts only as a bare year
 * (RT, ČSFD).
 */
function findYear(item: Item): number | null {
  const dates = [
    ...listTexts(own(item, 'datePublished')),
    ...listTexts(own(item, 'releasedEvent'), 'startDate'),
    ...listTexts(own(item, 'dateCreated')).filter((date) => /^\s*\d{4}\s*$/.test(date)),
    ...listTexts(own(item, 'copyrightYear')),
  ];
  const numbers = [own(item, 'copyrightYear'), own(item, 'datePublished'), own(item, 'dateCreated')].filter(
    (value) => typeof value === 'number',
  );
  return [...dates, ...numbers.map(String)].map(parseIsoYear).find((year) => year !== null) ?? null;
}

function listRefs(item: Item, page: Page): FilmRef[] {
  const addresses = ['url', '@id', 'sameAs', 'mainEntityOfPage', 'identifier'].flatMap((key) =>
    listTexts(own(item, key), '@id', 'url', 'value'),
  );
  return listRefsIn(addresses, page);
}

/** The film ids in the first 20 addresses, each once. */
export function listRefsIn(addresses: string[], page: Page): FilmRef[] {
  const refs = addresses
    .slice(0, 20)
    .map((address) =>
      /[/?]/.test(address) ? findRefInUrl(address, page.url.href) : parseId('imdb', address),
    );
  return [...new Set(refs.filter((ref) => ref !== null))];
}

/** The score that a film's item states of it; the first that can be read, or null. */
function readItemScore(item: Item): SiteScore | null {
  const scores = listItems(item, 'aggregateRating').slice(0, 3);
  return scores.map((rating) => readSiteScore((name) => readText(rating, name))).find((one) => one) ?? null;
}

/** What an item says about a work; null if it has no name, or is neither a work nor reviewed. */
function readItem(item: Item, visit: Visit, page: Page): Sighting | null {
  const kind = findTypeKind(listTypes(item));
  const name = listTexts(own(item, 'name'))[0] ?? listTexts(own(item, 'headline'))[0];
  if (name === undefined || (kind === null && !visit.isReviewed)) return null;
  const directors = listTexts(own(item, 'director') ?? own(item, 'directors'), 'name').slice(0, 8);
  const refs = listRefs(item, page);
  const isFilm = kind === 'film' || directors.length > 0 || provesFilm(refs);
  return makeSighting({
    title: name,
    alternativeTitles: [
      ...listTexts(own(item, 'alternateName')),
      ...listTexts(own(item, 'alternativeHeadline')),
    ],
    year: findYear(item),
    directors,
    refs,
    kind: kind ?? (isFilm ? 'film' : null),
    language: listTexts(own(item, 'inLanguage'))[0] ?? null,
    element: null,
    evidence: 'json-ld',
    isTop: visit.isTop,
    certainty: isFilm || kind !== null ? 'stated' : 'possible',
    context: { setApart: true },
    siteScore: kind === 'film' ? readItemScore(item) : null,
    facts: factKeys.flatMap((key) => listTexts(own(item, key), 'name')),
  });
}

/**
 * The things inside an item. Those of a ClaimReview are skipped: its subject is not a work, whatever its type
 * (schema.org/ClaimReview).
 */
function listChildren(item: Item, visit: Visit): Visit[] {
  if (listTypes(item).includes('ClaimReview')) return [];
  return Object.keys(paths).flatMap((key) => {
    const children = listOf(own(item, key));
    return children.map((value) => ({
      value,
      depth: visit.depth + 1,
      isTop: visit.isTop && paths[key] === true && !(key === 'about' && children.length > 1),
      isReviewed: key === 'itemReviewed',
    }));
  });
}

/** Every work of any kind that the page's JSON-LD describes, in its order. Pauses often. */
export function* readJsonLd(page: Page): Generator<Sighting | null> {
  const blocks = listElements(page.root, jsonLdBlocks, maxBlocks);
  let nodes = 0;
  for (const block of blocks) {
    const visits: Visit[] = [
      { value: parseJsonLd(block.textContent ?? ''), depth: 0, isTop: true, isReviewed: false },
    ];
    yield null;
    for (let visit = visits.pop(); visit && nodes < maxNodes; visit = visits.pop()) {
      const { value, depth, isTop } = visit;
      nodes += 1;
      if (Array.isArray(value)) {
        const items: unknown[] = value.slice(0, maxNodes);
        if (depth < maxDepth)
          visits.push(...items.map((one) => ({ ...visit, value: one, depth: depth + 1, isTop })).reverse());
      } else if (isItem(value)) {
        const found = readItem(value, visit, page);
        if (found) yield found;
        if (depth < maxDepth) visits.push(...listChildren(value, visit).reverse());
      }
      if (nodes % nodesPerStep === 0) yield null;
    }
  }
}
