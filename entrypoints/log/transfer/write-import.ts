import { maxStepsPerChunk, type ImportedSteps } from '../../../lib/messaging/import-protocol.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { findChunkEnd } from '../../../lib/watchlog/imports/import-run.ts';
import type { ImportPlan } from '../../../lib/transfer/plan/plan-types.ts';
import type { ImportedList } from '../../../lib/watchlog/imports/import-lists.ts';
import type { ImportInfo } from '../../../lib/watchlog/imports/imports.ts';
import { countPart } from '../../../lib/watchlog/imports/merge-log.ts';
import type { RowLists } from '../../../lib/watchlog/store/schema.ts';
import type { ImportModel } from './import-model.ts';

/** What a task throws that the user stops. */
export const stop = (): DOMException => new DOMException('cancelled', 'AbortError');

/** A chunk of an import's steps or rows, and how to send it. */
interface Chunk {
  length: number;
  send: (from: number) => Promise<ImportedSteps>;
}

/** The number of chunks on their way at once: the background reads the next while the database writes the last. */
const chunksInFlight = 2;

/** Yields the chunks in the order in which they must be written. */
function* listChunks(
  info: ImportInfo,
  { steps, lists }: Pick<ImportPlan, 'steps' | 'lists'>,
  parts: RowLists[],
): Generator<Chunk> {
  for (const part of parts)
    yield { length: countPart(part), send: (from) => sendMessage('mergeLog', { info, from, part }) };
  for (let start = 0; start < steps.length;) {
    const chunk = steps.slice(start, findChunkEnd(steps, start, maxStepsPerChunk));
    start += chunk.length;
    yield { length: chunk.length, send: (from) => sendMessage('commitImport', { info, from, steps: chunk }) };
  }
  for (const list of lists)
    yield { length: 1, send: (from) => sendMessage('commitImportedLists', { info, from, lists: [list] }) };
}

/** The lists in parts that one message may have. */
function splitLists(lists: ImportedList[]): ImportedList[] {
  return lists.flatMap((list) =>
    Array.from({ length: Math.ceil(list.items.length / maxStepsPerChunk) }, (_, at) => ({
      ...list,
      items: list.items.slice(at * maxStepsPerChunk, (at + 1) * maxStepsPerChunk),
    })),
  );
}

/** Sends the writes in chunks. Acknowledged chunks stay when the import is stopped, and those on their way are awaited. */
export async function writeImport(
  model: ImportModel,
  makeId: () => string,
  signal: AbortSignal,
): Promise<void> {
  const { reading, plan, merge, progress, notBackedUp } = model;
  const steps = plan.value?.steps ?? [];
  const lists = splitLists(plan.value?.lists ?? []);
  const parts = merge.value?.parts ?? [];
  const total = steps.length + lists.length + parts.reduce((sum, part) => sum + countPart(part), 0);
  const fileNames = reading.value?.fileNames ?? [];
  const id = makeId();
  model.importId.value = id;
  const info: ImportInfo = { id, fileNames, format: reading.value?.format ?? '', total };
  progress.value = { done: 0, total };
  const chunks = listChunks(info, { steps, lists }, parts);
  let sent = 0;
  // A fault in one loop ends the generator, and so the other loop too.
  const sendNext = async (): Promise<void> => {
    for (const { length, send } of chunks) {
      if (signal.aborted) throw stop();
      const from = sent;
      sent += length;
      const { done, notBackedUp: fault = null } = await send(from);
      progress.value = { done: Math.max(done, progress.value.done), total };
      // Each write backs up what the writes before it could not.
      notBackedUp.value = fault;
    }
  };
  const sending = Array.from({ length: chunksInFlight }, sendNext);
  try {
    // The first fault in time is the reason: a chunk after one that failed is refused.
    await Promise.all(sending);
  } finally {
    await Promise.allSettled(sending);
  }
}
