// The state of the log page in the fragment of its address, so that a view, a search and filters can be
// bookmarked.

/** The views, in the order of the navigation. */
export const viewNames = [
  'diary',
  'films',
  'watchlist',
  'lists',
  'reviews',
  'statistics',
  'transfer',
  'trash',
] as const;

export type ViewName = (typeof viewNames)[number];

/** The pages of one thing each, which the address names by its id: `#film/ID`. */
export const pageNames = ['film', 'list'] as const;

export type PageName = (typeof pageNames)[number];

/** The layouts of a view; the first is the default. */
export const layouts = {
  diary: ['months', 'list', 'calendar'],
  films: ['grid', 'table'],
} as const;

/** The sort keys of films and entries; `-` before one reverses the order. */
export const sortKeys = [
  'watched',
  'logged',
  'title',
  'year',
  'rating',
  'runtime',
  'seen',
  'priority',
] as const;

export type SortKey = (typeof sortKeys)[number];

export interface Sorting {
  key: SortKey;
  isDescending: boolean;
}

/** The filters on films and entries; null and false mean no filter. */
export interface Filters {
  /** The film's year. */
  year: number | null;
  /** The first year of the film's decade. */
  decade: number | null;
  /** The calendar year of the entry. */
  seenIn: number | null;
  /** Minimum rating in half stars. */
  rating: number | null;
  tag: string | null;
  genre: string | null;
  director: string | null;
  rewatch: boolean;
  unfinished: boolean;
  liked: boolean;
}

export interface Address {
  view: ViewName | PageName;
  /** The id of the row that a page shows; null in a view. */
  id: string | null;
  query: string;
  filters: Filters;
  /** Null for the view's default order. */
  sorting: Sorting | null;
  layout: string | null;
  /** The month of the calendar (`YYYY-MM`) or the year of the statistics (`YYYY`). */
  period: string | null;
}

export const noFilters: Filters = {
  year: null,
  decade: null,
  seenIn: null,
  rating: null,
  tag: null,
  genre: null,
  director: null,
  rewatch: false,
  unfinished: false,
  liked: false,
};

const numberNames = ['year', 'decade', 'seenIn', 'rating'] as const;
const textNames = ['tag', 'genre', 'director'] as const;
const flagNames = ['rewatch', 'unfinished', 'liked'] as const;
const longestText = 200;

const isOneOf = <Name extends string>(names: readonly Name[], text: string | null): text is Name =>
  names.some((name) => name === text);

function parseFilters(fields: URLSearchParams): Filters {
  const filters = { ...noFilters };
  for (const name of numberNames) {
    const text = fields.get(name) ?? '';
    if (/^\d{1,4}$/.test(text)) filters[name] = Number(text);
  }
  for (const name of textNames) filters[name] = fields.get(name)?.slice(0, longestText) || null;
  for (const name of flagNames) filters[name] = fields.get(name) === '1';
  return filters;
}

function parseSorting(text: string | null): Sorting | null {
  const isDescending = text?.startsWith('-') ?? false;
  const key = isDescending ? (text?.slice(1) ?? null) : text;
  return isOneOf(sortKeys, key) ? { key, isDescending } : null;
}

function decodeId(text: string): string | null {
  try {
    return decodeURIComponent(text).slice(0, longestText) || null;
  } catch {
    return null;
  }
}

/** The view or page that a path names; the diary for an unknown one and for a page without an id. */
function parsePath(path: string): Pick<Address, 'view' | 'id'> {
  const slash = path.indexOf('/');
  const name = slash < 0 ? path : path.slice(0, slash);
  const id = slash < 0 ? null : decodeId(path.slice(slash + 1));
  if (isOneOf(pageNames, name) && id !== null) return { view: name, id };
  return { view: slash < 0 && isOneOf(viewNames, name) ? name : 'diary', id: null };
}

/** Parses the fragment of an address; ignores everything unknown. */
export function parseAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const fields = new URLSearchParams(query);
  const period = fields.get('period') ?? '';
  return {
    ...parsePath(path),
    query: fields.get('q')?.slice(0, longestText) ?? '',
    filters: parseFilters(fields),
    sorting: parseSorting(fields.get('sort')),
    layout: fields.get('layout'),
    period: /^\d{4}(?:-\d{2})?$/.test(period) ? period : null,
  };
}

/** Formats the address with its #, as short as possible. */
export function formatAddress({ view, id, query, filters, sorting, layout, period }: Address): string {
  const fields = new URLSearchParams();
  if (query !== '') fields.set('q', query);
  for (const name of [...numberNames, ...textNames]) {
    const value = filters[name];
    if (value !== null) fields.set(name, String(value));
  }
  for (const name of flagNames) if (filters[name]) fields.set(name, '1');
  if (sorting) fields.set('sort', `${sorting.isDescending ? '-' : ''}${sorting.key}`);
  if (layout !== null) fields.set('layout', layout);
  if (period !== null) fields.set('period', period);
  const text = fields.toString();
  const path = id === null ? view : `${view}/${encodeURIComponent(id)}`;
  return text === '' ? `#${path}` : `#${path}?${text}`;
}

/** The address of a view without search and filters. */
export function createAddress(view: ViewName): Address {
  return { view, id: null, query: '', filters: noFilters, sorting: null, layout: null, period: null };
}

/** The address of the page of one film or list. */
export function createPageAddress(page: PageName, id: string): Address {
  return { ...createAddress('diary'), view: page, id };
}

/** The number of filters set. */
export function countFilters(filters: Filters): number {
  return Object.values(filters).filter((value) => value !== null && value !== false).length;
}
