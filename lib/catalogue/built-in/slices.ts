/** Reads the bytes from `start` up to `end` of a file. */
export type ReadSlice = (start: number, end: number) => Promise<Uint8Array>;

/** Reads slices of bytes that are already in memory, without copying. */
export function sliceOf(bytes: Uint8Array): ReadSlice {
  return (start, end) => Promise.resolve(bytes.subarray(start, end));
}
