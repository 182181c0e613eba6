import { isTitleRef } from '../../../lib/films/titles/title-key.ts';
import { batch } from '@preact/signals';
import { addQuestions } from '../../../components/transfer/import-questions.ts';
import { formatError } from '../../../components/ui/error-words.ts';
import type { Match } from '../../../lib/films/types.ts';
import { maxFilmsPerMatch, maxStepsPerChunk } from '../../../lib/messaging/import-protocol.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { undoWholeImport } from '../../../lib/messaging/undo-whole-import.ts';
import type { FilmDecision, LogView } from '../../../lib/transfer/plan/plan-types.ts';
import type { LogRowLists, Reading, ReadOptions } from '../../../lib/transfer/types.ts';
import { splitMerge } from '../../../lib/watchlog/imports/merge-log.ts';
import { previewMerge } from '../../../lib/watchlog/imports/merge-preview.ts';
import type { LogReader } from '../../../lib/watchlog/queries/reading.ts';
import { listKnownRefs, readFilmsOfLog } from '../../../lib/watchlog/queries/films-by-ref.ts';
import type { FilmInput } from '../../../lib/watchlog/types.ts';
import { runInSlices } from '../state/yield-to-main.ts';
import { createImportModel, type ImportModel, type LogMerge } from './import-model.ts';
import { registerPlanning, type Planning } from './planning.ts';
import { readUnknownTable } from './reading/unknown-table.ts';
import { stop, writeImport } from './write-import.ts';

export type ImportFlow = ReturnType<typeof createImportFlow>;

interface ImportParts {
  reader: LogReader;
  read: (files: File[], options: ReadOptions, signal: AbortSignal) => Promise<Reading>;
  makeId: () => string;
}

/** Returns the films of a reading without duplicates. */
function listFilms({ entries, ratings, watchlist, liked, tags }: Reading): FilmInput[] {
  const films = new Set<FilmInput>();
  for (const { film } of [...entries, ...ratings, ...watchlist, ...liked, ...tags]) films.add(film);
  return [...films];
}

/** The values of the model's signals. */
type Values = { [K in keyof ImportModel]: ImportModel[K]['value'] };

/** The number of lookup messages in flight at once. */
const matchesInFlight = 2;
const isStop = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

async function matchAll(
  model: ImportModel,
  films: FilmInput[],
  signal: AbortSignal,
): Promise<Map<FilmInput, Match>> {
  const matches = new Map<FilmInput, Match>();
  const total = films.length;
  let next = 0;
  let done = 0;
  const matchNext = async (): Promise<void> => {
    while (next < total) {
      if (signal.aborted) throw stop();
      const part = films.slice(next, next + maxFilmsPerMatch);
      next += part.length;
      const answers = await sendMessage('matchFilms', { films: part });
      part.forEach((film, at) => {
        const match = answers[at];
        if (match) matches.set(film, match);
      });
      done += part.length;
      if (!signal.aborted) model.progress.value = { done, total };
    }
  };
  model.progress.value = { done, total };
  await Promise.all(Array.from({ length: matchesInFlight }, matchNext));
  return matches;
}

/** Yields every film of the files, and every film it may match. */
function* listMatched(matches: Map<FilmInput, Match>): Generator<FilmInput> {
  for (const [film, match] of matches) {
    yield film;
    if (match.kind === 'film') yield match.film;
    if (match.kind === 'ambiguous') yield* match.candidates;
  }
}

/** Whether a film has a year or an id, and so can be imported without a match. */
const isNamedWell = ({ year, refs }: FilmInput): boolean =>
  year !== null || refs.some((ref) => !isTitleRef(ref));

/** Reads all that the log has about films that may be meant. */
async function readMatched(
  reader: LogReader,
  matches: Map<FilmInput, Match>,
  signal: AbortSignal,
): Promise<LogView> {
  const refs = await runInSlices(listKnownRefs(listMatched(matches)), signal);
  if (refs === null) throw stop();
  return reader.read((db) => readFilmsOfLog(db, refs, { signal }));
}

/** Finds what the films of a reading are, in the catalogues and in the log. */
async function identifyFilms(
  model: ImportModel,
  reader: LogReader,
  reading: Reading,
  signal: AbortSignal,
): Promise<Pick<Values, 'matches' | 'log' | 'unknown' | 'decisions'>> {
  const matches = await matchAll(model, listFilms(reading), signal);
  const log = await readMatched(reader, matches, signal);
  const unknown = [...matches].flatMap(([film, match]) =>
    match.kind === 'unknown' && isNamedWell(film) ? [film] : [],
  );
  return { matches, log, unknown, decisions: new Map(unknown.map((film) => [film, { kind: 'as-named' }])) };
}

/** A Marquee file, ready to be merged into the log. */
async function prepareMerge(reader: LogReader, rows: LogRowLists): Promise<LogMerge> {
  const preview = await reader.read((db) => previewMerge(db, rows));
  return { preview, parts: splitMerge(rows, maxStepsPerChunk) };
}

/** Reads files, and works out the changes they would make. The model changes at once, when all is known. */
async function prepare(
  model: ImportModel,
  { reader, read, planning }: ImportParts & { planning: Planning },
  { files, options, signal }: { files: File[]; options: Partial<ReadOptions>; signal: AbortSignal },
): Promise<void> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const reading = await read(files, { timeZone, ...options }, signal);
  const [first, ...more] = files;
  const isUnknown =
    reading.error?.errorClass === 'unknown-format' && first !== undefined && more.length === 0;
  const unknownTable = isUnknown ? await readUnknownTable(first) : null;
  const merge = reading.log && (await prepareMerge(reader, reading.log));
  const films = merge ? null : await identifyFilms(model, reader, reading, signal);
  if (signal.aborted) throw stop();
  batch(() => {
    model.reading.value = reading;
    model.tables.value = unknownTable === null ? reading.tables : [unknownTable];
    model.questions.value = addQuestions(model.questions.value, reading);
    model.merge.value = merge;
    if (films === null) return;
    model.matches.value = films.matches;
    model.log.value = films.log;
    model.unknown.value = films.unknown;
    model.decisions.value = films.decisions;
  });
  await planning.isDone();
  if (signal.aborted) throw stop();
  batch(() => {
    model.phase.value = 'preview';
    model.isReadingAgain.value = false;
  });
}

/** Clears the files and everything derived from them. */
const resetModel = (model: ImportModel): void =>
  batch(() => {
    model.progress.value = { done: 0, total: 0 };
    model.phase.value = 'idle';
    model.undo.value = 'none';
    model.isReadingAgain.value = false;
    model.reading.value = null;
    model.tables.value = [];
    model.merge.value = null;
    model.log.value = null;
    model.decisions.value = new Map();
    model.unknown.value = [];
    model.fault.value = null;
    model.notBackedUp.value = null;
  });

function decideAll({ decisions }: ImportModel, films: FilmInput[], decision: FilmDecision): void {
  const next = new Map(decisions.value);
  for (const film of films) next.set(film, decision);
  decisions.value = next;
}

/** Runs one task of the import at a time. A task that is stopped shows no fault. */
function createRunner(model: ImportModel) {
  let control = new AbortController();
  return {
    abort: (): void => control.abort(),
    /** `onEnd` is called if the task fails or is stopped, and no other has begun since. */
    run: async (work: (signal: AbortSignal) => Promise<void>, onEnd: () => void): Promise<void> => {
      const { signal } = (control = new AbortController());
      try {
        await work(signal);
      } catch (error) {
        if (!isStop(error)) model.fault.value = formatError(error);
        if (control.signal === signal) onEnd();
      }
    },
  };
}

/** What can be done once an import is written: answer what it left open, or undo it. */
function createAfterwards(
  model: ImportModel,
  reader: LogReader,
  { planning, run }: { planning: Planning; run: ReturnType<typeof createRunner>['run'] },
) {
  return {
    /** Returns to the preview, with the open questions; what was imported is in the log now, and counts as such. */
    answerRest: (): Promise<void> =>
      run(
        async (signal) => {
          const log = await readMatched(reader, model.matches.value, signal);
          if (signal.aborted) throw stop();
          model.log.value = log;
          await planning.isDone();
          model.phase.value = 'preview';
        },
        () => undefined,
      ),
    undoImport: async (): Promise<void> => {
      const id = model.importId.value;
      if (id === null || model.undo.value !== 'none') return;
      model.undo.value = 'running';
      model.fault.value = null;
      try {
        model.notBackedUp.value = await undoWholeImport(id);
        model.undo.value = 'done';
      } catch (error) {
        model.fault.value = formatError(error);
        model.undo.value = 'none';
      }
    },
  };
}

/** Creates an import: read, preview, write. It writes nothing before `write` is called. */
export function createImportFlow(parts: ImportParts) {
  const model = createImportModel();
  const planning = registerPlanning(model);
  const { abort, run } = createRunner(model);
  let chosen: File[] = [];

  const reset = (): void => {
    abort();
    resetModel(model);
  };
  const read = (files: File[], options: Partial<ReadOptions>, onEnd: () => void): Promise<void> => {
    chosen = files;
    model.choices.value = options;
    return run((signal) => prepare(model, { ...parts, planning }, { files, options, signal }), onEnd);
  };
  return {
    ...model,
    reset,
    stop: abort,
    readFiles: (files: File[]): Promise<void> => {
      reset();
      model.questions.value = [];
      model.files.value = files.map(({ name, type }) => ({ name, type }));
      model.phase.value = 'reading';
      return read(files, {}, () => (model.phase.value = 'idle'));
    },
    /**
     * Reads the same files again with one more choice of the user's; the choices before it stay. The preview stays until
     * then, so that the keyboard stays where it is.
     */
    choose: async (options: Partial<ReadOptions>): Promise<void> => {
      if (model.phase.value !== 'preview') return;
      abort();
      model.fault.value = null;
      model.isReadingAgain.value = true;
      const choices = { ...model.choices.value, ...options };
      await read(chosen, choices, () => (model.isReadingAgain.value = false));
    },
    decide: (film: FilmInput, decision: FilmDecision): void => decideAll(model, [film], decision),
    decideAll: (films: FilmInput[], decision: FilmDecision): void => decideAll(model, films, decision),
    /** Resolves when the plan matches the newest decisions. */
    planned: planning.isDone,
    write: async (): Promise<void> => {
      // A second click finds the import under way.
      if (model.phase.value !== 'preview' || model.isReadingAgain.value) return;
      model.phase.value = 'writing';
      await run(
        async (signal) => {
          await planning.isDone();
          await writeImport(model, parts.makeId, signal);
        },
        () => undefined,
      );
      model.phase.value = 'done';
    },
    ...createAfterwards(model, parts.reader, { planning, run }),
  };
}
