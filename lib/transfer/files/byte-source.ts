/** Bytes that are read part by part, so that a large file need not be in memory as a whole. */
export interface ByteSource {
  size: number;
  /** The bytes from `from` to before `to`, fewer at the end. May be a view of others: they are not changed. */
  read: (from: number, to: number) => Uint8Array;
}

/** Bytes that are in memory already. */
export const toByteSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (from, to) => bytes.subarray(from, to),
});
