/** What went wrong with a catalogue, in words for a log; `reason` is stable and may be shown through i18n. */
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
    | 'not-asked';

  constructor(reason: CatalogueError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CatalogueError';
    this.reason = reason;
  }
}

/** Why an import came to no end; stable, and shown through i18n. */
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

/** An import that cannot go on, and where: the file, and the rows of data read from it until then. */
export class ImportError extends Error {
  readonly reason: ImportFault;
  /** Name of the file, or null where no file is to blame. */
  readonly file: string | null;
  readonly row: number | null;

  constructor(
    reason: ImportFault,
    place: { file?: string; row?: number },
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ImportError';
    this.reason = reason;
    this.file = place.file ?? null;
    this.row = place.row ?? null;
  }
}
