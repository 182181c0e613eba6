import type { DateOrder } from '../../lib/tables/types.ts';
import type { Doubt, Reading, ReadOptions } from '../../lib/transfer/types.ts';

/** A question about the files of an import, each asked once. One answer serves all rows. */
export type ImportQuestion =
  /** Which day a text is, by the order of day and month. Days are ISO dates. */
  | { kind: 'date-order'; text: string; days: { order: DateOrder; day: string }[] }
  /** Where the scale of a column of ratings ends. */
  | { kind: 'scale'; column: string; bests: number[] }
  /** Whose rows are imported, where the files have several people's. */
  | { kind: 'profile'; profiles: string[] };

/** The order in which a text in numbers is a day. */
function findOrder(text: string, day: string): DateOrder {
  const [first, second] = text.match(/\d+/g)?.map(Number) ?? [];
  const [month, date] = day.split('-').slice(1).map(Number);
  if (first === date && second === month) return 'dmy';
  return first === month && second === date ? 'mdy' : 'ymd';
}

function toQuestion(doubt: Doubt): ImportQuestion | null {
  if (doubt.kind === 'date-order') {
    const { text, first, second } = doubt;
    return {
      kind: 'date-order',
      text,
      days: [first, second].map((day) => ({ order: findOrder(text, day), day })),
    };
  }
  if (doubt.kind !== 'scale') return null;
  const bests = [doubt.best, ...doubt.others].toSorted((a, b) => a - b);
  return { kind: 'scale', column: doubt.column, bests };
}

/** The questions asked before, and those that the reading asks. */
export function addQuestions(
  asked: ImportQuestion[],
  { tables, doubts: others, error, profiles }: Reading,
): ImportQuestion[] {
  const doubts = [...tables.flatMap((table) => table.doubts), ...others];
  if (error?.detail[0] === 'ambiguous-date') {
    const [, text, first, second] = error.detail;
    doubts.unshift({ kind: 'date-order', column: '', text, first, second });
  }
  const all = [...asked];
  for (const question of doubts.flatMap((doubt) => toQuestion(doubt) ?? []))
    if (!all.some(({ kind }) => kind === question.kind)) all.push(question);
  const isNew = profiles.length > 1 && !all.some(({ kind }) => kind === 'profile');
  return isNew ? [...all, { kind: 'profile', profiles }] : all;
}

/** The order of dates, the end of the scale or the profile that the user chose; undefined before the answer. */
export function answerTo(
  { kind }: ImportQuestion,
  { dateOrder, scale, profile }: Partial<ReadOptions>,
): string | number | undefined {
  if (kind === 'profile') return profile;
  return kind === 'date-order' ? dateOrder : scale;
}
