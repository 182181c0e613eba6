/** Rows read at once: few enough that no step blocks the page. */
const rowsPerStep = 200;

/** The options of `iterateRows`. */
export interface IterateOptions {
  signal?: AbortSignal;
  /** Called after each step. */
  onStep?: () => void;
}

/** The part used of an object store of `idb`. */
interface ReadableRows<Row> {
  getAll: (range?: IDBKeyRange | null, count?: number) => Promise<Row[]>;
}

/**
 * Calls `visit` for every row in a store in the order of ids, including deleted ones, in steps within one
 * transaction. Rejects with the reason of `signal` if it is aborted.
 */
export async function iterateRows<Row extends { id: string }>(
  store: ReadableRows<Row>,
  { signal, onStep }: IterateOptions,
  visit: (row: Row) => void,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const rows = await store.getAll(range, rowsPerStep);
    signal?.throwIfAborted();
    for (const row of rows) visit(row);
    onStep?.();
    after = rows.at(-1)?.id ?? null;
    if (after === null || rows.length < rowsPerStep) return;
  }
}
