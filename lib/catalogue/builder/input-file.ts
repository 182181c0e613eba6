/** A file that the user chose, as the browser gives it (`File`), or one like it. */
export interface InputFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  lastModified: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The day a file was last changed, `YYYY-MM-DD` in UTC. */
export function dayOf({ lastModified }: Pick<InputFile, 'lastModified'>): string {
  return new Date(lastModified).toISOString().slice(0, 10);
}
