/**
 * How long a server may send nothing, in milliseconds. Less than 30 s: then the browser ends the worker that waits for an
 * answer, and nobody would hear of it.
 */
export const stallMs = 25_000;
/** From then on an exchange must have moved a byte a millisecond on average: bytes that drip would hold it up for ever. */
const graceMs = 60_000;
/** The slowest upload that is waited for, in bytes a millisecond. `fetch` does not say how much of a body is sent. */
const slowestUpload = 16;
/** A body of which a slow line has all before the browser ends the worker, in bytes. */
export const mostUpload = stallMs * slowestUpload;

/** Watches whether an exchange with a server moves. */
export interface Progress {
  /** Aborted when it does not. */
  signal: AbortSignal;
  /** To be called with the length of each piece of the answer. */
  onPiece: (length: number) => void;
  /** To be called at the end. */
  stop: () => void;
}

/** Watches an exchange that begins now, with a body of `sentBytes`. */
export function watchProgress(sentBytes: number, now: () => number): Progress {
  const controller = new AbortController();
  const uploadMs = sentBytes / slowestUpload;
  const startedAt = now();
  let received = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (ms: number): void => {
    const leftMs = startedAt + graceMs + uploadMs + received - now();
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), Math.max(0, Math.min(ms, leftMs)));
  };
  wait(stallMs + uploadMs);
  return {
    signal: controller.signal,
    onPiece: (length) => {
      received += length;
      wait(stallMs);
    },
    stop: () => clearTimeout(timer),
  };
}
