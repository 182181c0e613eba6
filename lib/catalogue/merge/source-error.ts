/** A source's file that cannot be read as it should be. The message names the file and, if known, the row. */
export class SourceError extends Error {
  constructor(path: string, row: number | null, what: string, options?: ErrorOptions) {
    super(row === null ? `${path}: ${what}` : `${path}, row ${row}: ${what}`, options);
    this.name = 'SourceError';
  }
}
