import type { ColumnField } from './fields.ts';
import type { HeaderMeaning } from './split-header.ts';

/** How well a name fits a field: 0 to 1. A name can fit several; the cells decide. */
export type FieldScores = Partial<Record<ColumnField, number>>;

interface Rule {
  field: ColumnField;
  /** Meanings that the name must have. */
  all: HeaderMeaning[];
  /** Meanings that it must not have. */
  none?: HeaderMeaning[];
  score: number;
}

/** Systems of ids that are read from a column of their own. */
export const idSystemsOfColumns = [
  ...(['letterboxd', 'trakt', 'wikidata', 'kinopoisk', 'filmweb', 'csfd', 'douban', 'allocine'] as const),
  ...(['filmaffinity', 'mubi', 'rottentomatoes'] as const),
];

const otherDays: HeaderMeaning[] = ['add', 'rated', 'release', 'start', 'rate', 'list', 'want', 'owned'];
const otherWorks: HeaderMeaning[] = ['season', 'episode', 'album'];

/** The words of a name, joined by meaning. Of the rules of a field the best one that fits counts. */
const rules: Rule[] = [
  { field: 'title', all: ['title'], none: ['original', 'sort', 'kind', 'list', 'local'], score: 1 },
  { field: 'title', all: ['film', 'title'], none: ['original', 'sort', 'local'], score: 1 },
  { field: 'title', all: ['film', 'name'], none: ['original', 'sort', 'list', 'local'], score: 1 },
  { field: 'title', all: ['name'], none: ['original', 'sort', 'list', 'director', 'local'], score: 0.9 },
  { field: 'title', all: ['title', 'local'], none: ['original', 'sort'], score: 0.85 },
  {
    field: 'title',
    all: ['film'],
    none: ['kind', 'place', 'original', 'mine', 'status', 'link', 'sort', 'tag'],
    score: 0.8,
  },
  { field: 'title', all: ['film', 'watch'], none: ['kind', 'date', 'year', 'count', 'status'], score: 0.7 },
  { field: 'title', all: ['title', 'original'], score: 0.6 },
  // The works of such a table are no films, which is then said of each.
  { field: 'title', all: ['show'], none: ['season', 'episode', 'kind'], score: 0.45 },
  { field: 'title', all: ['game'], none: ['kind'], score: 0.45 },
  { field: 'title', all: ['book'], none: ['kind', 'other', 'id'], score: 0.45 },
  { field: 'title', all: ['original'], score: 0.4 },
  { field: 'title', all: ['film', 'place'], score: 0.6 },
  { field: 'title', all: ['film', 'mine'], none: ['kind', 'status'], score: 0.6 },
  {
    field: 'title',
    all: ['watch'],
    none: ['date', 'count', 'status', 'last', 'place', 'company', 'want', 'year'],
    score: 0.3,
  },
  { field: 'originalTitle', all: ['original'], none: ['release', 'date'], score: 0.9 },
  { field: 'originalTitle', all: ['original', 'title'], score: 1 },
  { field: 'year', all: ['year'], none: ['watch', 'add', 'rated'], score: 1 },
  { field: 'year', all: ['release', 'year'], none: ['watch'], score: 1 },
  { field: 'year', all: ['release'], none: ['watch', 'mine'], score: 0.85 },
  { field: 'year', all: ['release', 'date'], none: ['watch'], score: 0.8 },
  { field: 'releaseDate', all: ['release', 'date'], none: ['watch'], score: 1 },
  { field: 'releaseDate', all: ['release'], none: ['watch'], score: 0.9 },
  {
    field: 'watchedOn',
    all: ['watch', 'date'],
    none: ['add', 'rated', 'start', 'first', 'count', 'again'],
    score: 1,
  },
  { field: 'watchedOn', all: ['watch', 'date', 'first'], score: 0.95 },
  { field: 'watchedOn', all: ['watch', 'last'], score: 0.95 },
  { field: 'watchedOn', all: ['watch'], none: ['want', 'place', 'company', 'status', 'again'], score: 0.9 },
  { field: 'watchedOn', all: ['again'], none: ['count'], score: 0.5 },
  { field: 'watchedOn', all: ['finish', 'date'], none: ['release'], score: 0.9 },
  { field: 'watchedOn', all: ['finish'], score: 0.8 },
  { field: 'watchedOn', all: ['watch', 'year'], score: 0.8 },
  { field: 'watchedOn', all: ['date'], none: otherDays, score: 0.7 },
  { field: 'watchedOn', all: ['start', 'date'], none: ['rated', 'add'], score: 0.4 },
  { field: 'watched', all: ['watch'], none: ['date', 'count', 'want', 'place', 'company'], score: 0.95 },
  { field: 'watched', all: ['watch', 'status'], score: 0.9 },
  { field: 'watched', all: ['finish', 'watch'], score: 0.9 },
  { field: 'watched', all: ['status'], none: ['date', 'rate', 'want'], score: 0.5 },
  { field: 'status', all: ['status'], score: 1 },
  { field: 'status', all: ['list'], none: ['date', 'rank', 'name'], score: 0.6 },
  { field: 'status', all: ['want'], none: ['date'], score: 0.8 },
  { field: 'status', all: ['watch'], none: ['date'], score: 0.8 },
  { field: 'plays', all: ['watch', 'count'], none: ['date', 'again', 'everybody'], score: 1 },
  {
    field: 'plays',
    all: ['watch'],
    none: ['date', 'again', 'everybody', 'year', 'status', 'want'],
    score: 0.75,
  },
  { field: 'plays', all: ['plays'], none: ['date', 'again', 'last', 'everybody'], score: 1 },
  { field: 'rewatches', all: ['again', 'count'], score: 1 },
  { field: 'rewatches', all: ['again'], none: ['date'], score: 0.9 },
  { field: 'rewatch', all: ['again'], none: ['count', 'date'], score: 1 },
  { field: 'rating', all: ['rate'], none: ['everybody', 'count'], score: 0.9 },
  { field: 'rating', all: ['rate', 'count'], none: ['everybody'], score: 0.5 },
  { field: 'rating', all: ['rate', 'mine'], none: ['count'], score: 1 },
  { field: 'rating', all: ['rated', 'mine'], none: ['date'], score: 0.9 },
  // "Mine" beside the average.
  {
    field: 'rating',
    all: ['mine'],
    none: ['film', 'title', 'date', 'watch', 'note', 'review', 'tag', 'list', 'status', 'id'],
    score: 0.55,
  },
  { field: 'filmRating', all: ['film', 'rate'], none: ['everybody', 'count', 'mine'], score: 0.6 },
  { field: 'finished', all: ['finish'], none: ['date'], score: 0.9 },
  { field: 'liked', all: ['like'], none: ['count', 'date', 'everybody'], score: 1 },
  { field: 'watchlist', all: ['want'], none: ['date', 'add'], score: 1 },
  { field: 'owned', all: ['owned'], none: ['date', 'rate', 'add'], score: 0.9 },
  { field: 'tags', all: ['tag'], none: ['id', 'film'], score: 1 },
  { field: 'filmTags', all: ['film', 'tag'], score: 0.9 },
  { field: 'filmTags', all: ['list'], none: ['date', 'rank', 'add', 'title', 'want'], score: 0.6 },
  { field: 'note', all: ['note'], none: ['count', 'date'], score: 0.9 },
  { field: 'review', all: ['review'], none: ['count', 'date', 'link', 'spoiler', 'again'], score: 0.9 },
  { field: 'spoilers', all: ['spoiler'], score: 1 },
  { field: 'place', all: ['place'], none: ['title', 'release', 'rank'], score: 0.85 },
  { field: 'company', all: ['company'], none: ['title', 'release', 'count'], score: 0.85 },
  { field: 'directors', all: ['director'], none: ['id', 'count'], score: 1 },
  { field: 'kind', all: ['kind'], none: ['spoiler', 'title'], score: 0.9 },
  { field: 'kind', all: ['kind', 'title'], score: 0.9 },
  { field: 'imdb', all: ['imdb'], none: ['rate', 'everybody'], score: 1 },
  { field: 'tmdb', all: ['tmdb'], none: ['rate', 'everybody'], score: 1 },
  { field: 'url', all: ['link'], none: ['list'], score: 0.9 },
];

/** Meanings that decide alone: the column is then read for nothing else. */
function findLone(meanings: ReadonlySet<HeaderMeaning>): FieldScores | null {
  const has = (...wanted: HeaderMeaning[]): boolean => wanted.some((meaning) => meanings.has(meaning));
  const hasService = has('imdb', 'tmdb', 'service', ...idSystemsOfColumns);
  const isMine = has('mine');
  // A score of everybody is nobody's rating; so is that of a service without "my".
  if (!isMine && has('rate', 'rated') && (has('everybody') || hasService)) return {};
  if (has('everybody') && !isMine && !has('kind', 'id', 'title', 'film', 'link', 'watch')) return {};
  if (has('rate', 'rated') && has('date')) return {};
  // "Date of birth", "E-mail": what lists of people have.
  if (has('author', 'person')) return {};
  if (
    has('add') &&
    !has('watch', 'title', 'name', 'film', 'note', 'review', 'like', 'want', 'rate', 'status', 'tag')
  )
    return {};
  if (has(...otherWorks)) return {};
  if (has('imdb') && !has('title', 'date')) return { imdb: 1 };
  if (has('tmdb') && !has('title', 'date')) return { tmdb: 1 };
  const system = idSystemsOfColumns.find((name) => meanings.has(name));
  if (system !== undefined && !has('title', 'date'))
    return has('link') ? { url: 0.95, otherId: 0.5 } : { otherId: 0.95 };
  if (has('service')) return has('link') ? { url: 0.5 } : {};
  if (has('id')) return {};
  return null;
}

/** The fields that a column's name fits, by its meanings. Empty when they name something that is not read. */
export function scoreName(meanings: ReadonlySet<HeaderMeaning>): FieldScores {
  const lone = findLone(meanings);
  if (lone !== null) return lone;
  const scores: FieldScores = {};
  for (const { field, all, none = [], score } of rules) {
    if (!all.every((meaning) => meanings.has(meaning)) || none.some((meaning) => meanings.has(meaning)))
      continue;
    scores[field] = Math.max(scores[field] ?? 0, score);
  }
  // "Original language", "Number of pages": what the table has beside the films.
  if (meanings.has('other')) for (const field of Object.keys(scores)) scores[field as ColumnField]! *= 0.4;
  return scores;
}
