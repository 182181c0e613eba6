import { findTypeKind, listTypes } from './schema-org.ts';
import { isItem, listItems, listValues, type Item } from './items.ts';

/** A review in a page's data, and the item that it reviews. */
export interface FoundReview {
  review: Item;
  item: Item;
  /** Whether the review is inside the item that it reviews, as users' reviews on a film's page also are. */
  isNested: boolean;
}

/** The reviews, films and article in a page's data. */
export interface FoundData {
  reviews: FoundReview[];
  /** Films without a review. */
  films: Item[];
  /** The data of the article itself: headline, author, dates, number of comments. */
  article: Item | null;
}

const maxNodes = 4000;
const maxDepth = 12;
/** Properties that can contain reviews, films and articles. */
const children = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'review',
  'reviews',
  'subjectOf',
  'about',
  'hasPart',
  'itemListElement',
  'item',
];

function isReview(types: string[], item: Item): boolean {
  const isNamed = types.includes('Review') || types.includes('CriticReview');
  return (isNamed || (types.some(isArticle) && 'itemReviewed' in item)) && !types.includes('ClaimReview');
}

function isArticle(type: string): boolean {
  return /(?:Article|Posting)$/.test(type);
}

/** Finds the reviewed item: stated in the review, referred to by its id, or the item that contains the review. */
function findReviewed(review: Item, parent: Item | null, byId: Map<unknown, Item>): FoundReview | null {
  const stated =
    listValues(review, 'itemReviewed')[0] ?? (parent ? undefined : listItems(review, 'about')[0]);
  const inParent = parent && !listTypes(parent).some(isArticle) ? parent : null;
  if (isItem(stated)) {
    const item = byId.get(stated['@id']) ?? stated;
    // Some plugins name the film only in the outer item; the review has only its address.
    const named = inParent && !('name' in item) ? inParent : {};
    return { review, item: { ...named, ...item, ...stated }, isNested: inParent !== null };
  }
  if (typeof stated === 'string') return { review, item: { name: stated }, isNested: inParent !== null };
  if (inParent) return { review, item: inParent, isNested: true };
  const about = parent && listItems(parent, 'about')[0];
  return about ? { review, item: about, isNested: false } : null;
}

/** The review with its author, rating and publisher filled in where it only refers to them by id. */
function resolve(review: Item, byId: Map<unknown, Item>): Item {
  const keys = ['author', 'creator', 'reviewRating', 'publisher'].filter((key) => Object.hasOwn(review, key));
  const entries = keys.map((key): [string, unknown] => [
    key,
    listValues(review, key).map((value) => {
      const known = isItem(value) ? byId.get(value['@id']) : undefined;
      return known && isItem(value) ? { ...known, ...value } : value;
    }),
  ]);
  return { ...review, ...Object.fromEntries(entries) };
}

interface Visit {
  value: unknown;
  parent: Item | null;
  depth: number;
}

/** All items in the data, each with the item that contains it; bounded in number and depth. */
function listVisits(roots: unknown[]): { item: Item; parent: Item | null }[] {
  const visits: Visit[] = roots.slice(0, 100).map((value) => ({ value, parent: null, depth: 0 }));
  const found: { item: Item; parent: Item | null }[] = [];
  for (let at = 0; at < visits.length && at < maxNodes; at += 1) {
    const { value, parent, depth } = visits[at] ?? { value: null, parent: null, depth: 0 };
    if (depth > maxDepth) continue;
    if (Array.isArray(value)) {
      visits.push(
        ...value.slice(0, maxNodes).map((one: unknown) => ({ value: one, parent, depth: depth + 1 })),
      );
    } else if (isItem(value)) {
      found.push({ item: value, parent });
      for (const key of children) {
        const inside = key === '@graph' ? null : value;
        visits.push(
          ...listValues(value, key).map((one) => ({ value: one, parent: inside, depth: depth + 1 })),
        );
      }
    }
  }
  return found;
}

/**
 * Finds the reviews, films and the article in a page's data. Several reviews inside one item are by users or critics,
 * not the page's own, and are skipped; so is every fact check (ClaimReview).
 */
export function findReviews(roots: unknown[]): FoundData {
  const visits = listVisits(roots);
  const byId = new Map<unknown, Item>();
  for (const { item } of visits) {
    if (typeof item['@id'] === 'string' && Object.keys(item).length > 1) byId.set(item['@id'], item);
  }
  const data: FoundData = { reviews: [], films: [], article: null };
  for (const { item, parent } of visits) {
    const types = listTypes(item);
    if (types.some(isArticle)) data.article ??= resolve(item, byId);
    if (isReview(types, item)) {
      const isOneOfMany = parent && listValues(parent, 'review', 'reviews').length > 1;
      const found = isOneOfMany ? null : findReviewed(resolve(item, byId), parent, byId);
      if (found) data.reviews.push(found);
    } else if (findTypeKind(types) === 'film') data.films.push(item);
  }
  return data;
}
