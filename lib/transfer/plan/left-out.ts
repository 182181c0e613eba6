import type { ReasonKind, SkippedRow } from '../../tables/types.ts';
import type { FilmQuestion, ImportPlan, PlanReason, PlanRow } from './plan-types.ts';

/** Why rows are left out, in the terms in which a person thinks of it: several codes can be one reason. */
export type LeftOutReason =
  | 'series'
  | 'games'
  | 'podcasts'
  | 'music'
  | 'specials'
  | 'anime'
  | 'books'
  | 'trailers'
  | 'not-finished'
  | 'not-watched'
  | 'other-profile'
  | 'thumbs'
  | 'hidden'
  | 'twice'
  | 'no-title'
  | 'bad-day'
  | 'open-day'
  | 'bad-rating'
  | 'no-rating'
  | 'bad-year'
  | 'damaged'
  | 'in-log'
  | 'log-differs'
  | 'too-many-tags'
  | 'declined';

const reasonOfKind: Record<ReasonKind, LeftOutReason> = {
  series: 'series',
  season: 'series',
  episode: 'series',
  game: 'games',
  podcast: 'podcasts',
  'music-video': 'music',
  music: 'music',
  special: 'specials',
  anime: 'anime',
  book: 'books',
  manga: 'books',
  trailer: 'trailers',
  'in-progress': 'not-finished',
  'short-play': 'not-finished',
  'not-watched': 'not-watched',
  'other-profile': 'other-profile',
  thumb: 'thumbs',
  hidden: 'hidden',
  duplicate: 'twice',
  'missing-title': 'no-title',
  'too-long': 'damaged',
  'bad-date': 'bad-day',
  'ambiguous-date': 'open-day',
  'bad-rating': 'bad-rating',
  'bad-year': 'bad-year',
  'missing-rating': 'no-rating',
  'too-few-columns': 'damaged',
  'too-many-columns': 'damaged',
  'unclosed-quote': 'damaged',
};

const differing = new Set<PlanReason>(['entry-differs', 'rating-differs']);

function reasonOfRow({ reason }: PlanRow): LeftOutReason {
  if (reason === 'too-many-tags') return 'too-many-tags';
  return differing.has(reason) ? 'log-differs' : 'in-log';
}

/** The rows that an import leaves out for one reason. */
export interface LeftOut {
  reason: LeftOutReason;
  /** How many rows of the files. */
  count: number;
  skipped: SkippedRow[];
  rows: PlanRow[];
  questions: FilmQuestion[];
}

/** The rows that an import leaves out, by reason, the most frequent first. Rows of undecided films are not among them. */
export function listLeftOut({ skipped, rows, questions }: ImportPlan): LeftOut[] {
  const groups = new Map<LeftOutReason, LeftOut>();
  const add = (reason: LeftOutReason, count: number): LeftOut => {
    const known = groups.get(reason) ?? { reason, count: 0, skipped: [], rows: [], questions: [] };
    groups.set(reason, known);
    known.count += count;
    return known;
  };
  for (const row of skipped) add(reasonOfKind[row.reasonKind], 1).skipped.push(row);
  for (const row of rows) if (row.kind === 'unchanged') add(reasonOfRow(row), 1).rows.push(row);
  for (const question of questions)
    if (question.decision?.kind === 'skip') add('declined', question.rows).questions.push(question);
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
