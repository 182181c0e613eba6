/** A file chosen by the user: a browser `File` or an object like it. */
export interface InputFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  lastModified: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The day of a file's last change, `YYYY-MM-DD` in UTC. */
export function dayOf({ lastModified }: Pick<InputFile, 'lastModified'>): string {
  return new Date(lastModified).toISOString().slice(0, 10);
}
