import type { EntryFields } from '../../../lib/watchlog/types.ts';
import { isPossibleDay, readDraftDate, toDraftDate, type DraftDate } from './draft-date.ts';
import { parseTags } from './tags.ts';

/** Everything of an entry that a form edits. */
export type EntryValues = Required<EntryFields>;

/** An entry's values while the user edits them: the date is in parts, and the tags are one text. */
export interface EntryDraft extends Omit<EntryValues, 'watchedOn' | 'tags'> {
  date: DraftDate;
  tagText: string;
}

/** What a form begins with. `today`: `YYYY-MM-DD` in the user's own calendar. */
export function toEntryDraft(entry: EntryValues, today: string): EntryDraft {
  const { rewatch, finished, rating, note, review, reviewHasSpoilers, place, company } = entry;
  return {
    ...{ rewatch, finished, rating, note, review, reviewHasSpoilers, place, company },
    date: toDraftDate(entry.watchedOn, today),
    tagText: entry.tags.join(', '),
  };
}

/** The values of a form; its date is left out while it is not a date up to today. */
export function readEntryDraft(draft: EntryDraft, today: string): EntryFields {
  const { date, tagText, ...rest } = draft;
  const watchedOn = readDraftDate(date);
  const values = { ...rest, tags: parseTags(tagText), note: rest.note.trim() };
  return watchedOn !== undefined && isPossibleDay(watchedOn, today) ? { ...values, watchedOn } : values;
}

/** The values that differ from an entry. */
export function listEntryChanges(entry: EntryValues, values: EntryFields): EntryFields {
  const before: Record<string, unknown> = { ...entry };
  const isChanged = ([name, value]: [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(before[name]);
  return Object.fromEntries(Object.entries(values).filter(isChanged));
}
