import type { ImportStep } from '../../watchlog/imports/imports.ts';
import { cleanText, truncateText } from '../../text/text.ts';
import { createEntryFields, entryFieldNames } from '../../watchlog/entry-fields.ts';
import { limits } from '../../text/log-limits.ts';
import type { EntryFields, WatchEntry } from '../../watchlog/types.ts';
import type { DuplicatePolicy, PlanReason, PlanRow } from './plan-types.ts';
import type { ReadEntry } from '../types.ts';

/** The plan for the entries of one film. */
export interface EntryPlan {
  entries: ImportStep['entries'];
  changes: ImportStep['changes'];
  rows: PlanRow[];
  /** Whether an entry of the log and its counterpart in the files differ in a field that both fill. */
  differs: boolean;
}

type Fields = Required<EntryFields>;

function setField<K extends keyof Fields>(to: EntryFields, from: Fields, field: K): void {
  to[field] = from[field];
}

function fieldsOf(entry: ReadEntry | WatchEntry): Fields {
  const fields = createEntryFields();
  for (const field of entryFieldNames) setField(fields, entry, field);
  return fields;
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether a field is empty. A mark that is not set is empty too, because most files cannot set it. */
function isBlank(field: keyof Fields, value: unknown): boolean {
  if (field === 'finished') return value === true;
  return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

/** The fields of a log entry that the files change: empty ones, and under `take-theirs` all others too. */
function findChange(
  mine: WatchEntry,
  theirs: ReadEntry,
  policy: DuplicatePolicy,
): { fields: EntryFields; fillsOnly: boolean } {
  const [own, imported] = [fieldsOf(mine), fieldsOf(theirs)];
  const fields: EntryFields = {};
  let fillsOnly = true;
  for (const field of entryFieldNames) {
    if (isBlank(field, imported[field]) || isEqual(own[field], imported[field])) continue;
    const fills = isBlank(field, own[field]);
    if (!fills && policy !== 'take-theirs') continue;
    fillsOnly &&= fills;
    setField(fields, imported, field);
  }
  return { fields, fillsOnly };
}

/** Whether the files and the log have different values for a field of an entry. */
function isInConflict(mine: WatchEntry, theirs: ReadEntry): boolean {
  const [own, imported] = [fieldsOf(mine), fieldsOf(theirs)];
  return entryFieldNames.some(
    (field) =>
      !isBlank(field, imported[field]) &&
      !isBlank(field, own[field]) &&
      !isEqual(own[field], imported[field]),
  );
}

/** Whether an entry only records that the film was seen, because a file said so. */
const isSeenMark = (row: WatchEntry): boolean =>
  row.origin === 'import' && entryFieldNames.every((field) => isBlank(field, row[field]));

/**
 * Pairs entries of the files with entries of the log, each at most once: by the service's id, then by equal fields,
 * then by day. Then a first entry with a known day is paired with an entry that only marks the film as seen. Entries
 * left over are new, so a second entry on one day stays separate.
 */
function pairEntries(theirs: ReadEntry[], mine: WatchEntry[]): Map<ReadEntry, WatchEntry> {
  const pairs = new Map<ReadEntry, WatchEntry>();
  const free = new Set(mine);
  const rounds: ((entry: ReadEntry | WatchEntry) => string | null)[] = [
    (entry) => (entry.sourceId ? entry.sourceId + JSON.stringify(fieldsOf(entry)) : null),
    ({ sourceId }) => sourceId ?? null,
    (entry) => JSON.stringify(fieldsOf(entry)),
    ({ watchedOn }) => `day ${watchedOn}`,
  ];
  for (const keyOf of rounds) {
    const byKey = new Map<string, WatchEntry[]>();
    for (const row of free) {
      const key = keyOf(row);
      const rows = key === null ? undefined : byKey.get(key);
      if (rows) rows.push(row);
      else if (key !== null) byKey.set(key, [row]);
    }
    for (const entry of theirs) {
      const key = pairs.has(entry) ? null : keyOf(entry);
      const row = key === null ? undefined : byKey.get(key)?.shift();
      if (row === undefined) continue;
      pairs.set(entry, row);
      free.delete(row);
    }
  }
  const marks = [...free].filter(isSeenMark);
  for (const entry of theirs) {
    if (pairs.has(entry) || entry.watchedOn === null || entry.rewatch) continue;
    const mark = marks.shift();
    if (mark === undefined) break;
    pairs.set(entry, mark);
  }
  return pairs;
}

function toImported(entry: ReadEntry): ImportStep['entries'][number] {
  return { fields: fieldsOf(entry), loggedAt: entry.loggedAt ?? entry.watchedAt, sourceId: entry.sourceId };
}

/** The entry as the log stores it: texts that are too long are cut. */
function fitEntry(entry: ReadEntry): ReadEntry {
  const cut = (text: string, max: number): string => truncateText(text, max).toWellFormed();
  return {
    ...entry,
    tags: entry.tags.slice(0, limits.tags).map((tag) => cleanText(cut(tag, limits.tag))),
    note: cut(entry.note, limits.note),
    review: cut(entry.review, limits.review),
    place: cut(entry.place, limits.place),
    company: cut(entry.company, limits.place),
  };
}

/** Plans the entries of one film under a policy. */
export function planEntries(read: ReadEntry[], mine: WatchEntry[], policy: DuplicatePolicy): EntryPlan {
  const theirs = read.map(fitEntry);
  const plan: EntryPlan = { entries: [], changes: [], rows: [], differs: false };
  const pairs = pairEntries(theirs, mine);
  const addRow = (kind: PlanRow['kind'], entry: ReadEntry, reason: PlanReason): void => {
    plan.rows.push({ kind, what: 'entry', film: entry.film, from: entry.from, reason });
  };
  const add = (entry: ReadEntry): void => {
    plan.entries.push(toImported(entry));
    addRow('added', entry, 'new-entry');
  };
  for (const entry of theirs) {
    const row = pairs.get(entry);
    const differs = row !== undefined && isInConflict(row, entry);
    plan.differs ||= differs;
    if (row === undefined && entry.isSeenMark && mine.length > 0) addRow('unchanged', entry, 'seen-before');
    else if (row === undefined || (policy === 'keep-both' && differs)) add(entry);
    else {
      const { fields, fillsOnly } = findChange(row, entry, policy);
      if (Object.keys(fields).length === 0) {
        addRow('unchanged', entry, differs ? 'entry-differs' : 'same-entry');
        continue;
      }
      plan.changes.push({ id: row.id, fields });
      addRow(fillsOnly ? 'merged' : 'changed', entry, fillsOnly ? 'entry-filled' : 'entry-differs');
    }
  }
  return plan;
}
