/** An error of a catalogue. The message is for logs; `reason` is a stable code for translated messages. */
export class CatalogueError extends Error {
  readonly reason:
    | 'bad-manifest'
    | 'bad-shard'
    | 'too-large'
    | 'too-revealing'
    | 'hash-differs'
    | 'missing'
    | 'bad-address'
    | 'redirected'
    | 'offline'
    | 'unreachable'
    | 'not-asked';

  constructor(reason: CatalogueError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CatalogueError';
    this.reason = reason;
  }
}

/** The reasons why an import failed; stable codes for translated messages. */
export type ImportFault =
  | 'cut-off'
  | 'damaged'
  | 'unreadable'
  | 'not-imdb'
  | 'missing-file'
  | 'not-sorted'
  | 'no-title-column'
  | 'bad-json'
  | 'too-large'
  | 'empty'
  | 'bad-catalogue'
  | 'changed-file'
  | 'no-space'
  | 'busy'
  | 'failed';

/** A failed import, with the file and the number of data rows read from it. */
export class ImportError extends Error {
  readonly reason: ImportFault;
  /** Name of the file, or null if the error is not about a file. */
  readonly file: string | null;
  readonly row: number | null;

  constructor(
    reason: ImportFault,
    location: { file?: string; row?: number },
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ImportError';
    this.reason = reason;
    this.file = location.file ?? null;
    this.row = location.row ?? null;
  }
}
