import { gzipSync } from 'node:zlib';

/** One row of a made-up file: the number in the id, tenths, votes. */
export type RatingRow = [id: number, tenths: number, votes: number];

const header = 'tconst\taverageRating\tnumVotes';

const formatRow = ([id, tenths, votes]: RatingRow): string =>
  `tt${String(id).padStart(7, '0')}\t${(tenths / 10).toFixed(1)}\t${votes}`;

/** A file as IMDb writes it, gzip. */
export function packRatings(rows: RatingRow[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(`${[header, ...rows.map(formatRow)].join('\n')}\n`, { level: 1 }));
}

/** The bytes in pieces of the given sizes, repeated; then the stream ends, or breaks with the error. */
export function streamInPieces(
  bytes: Uint8Array<ArrayBuffer>,
  sizes: readonly number[],
  error: Error | null = null,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  let turn = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.byteLength) {
        if (error) controller.error(error);
        else controller.close();
        return;
      }
      const size = Math.max(1, sizes[turn % sizes.length] ?? bytes.byteLength);
      turn += 1;
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}
