/** What went wrong with a shelf, in words for a log; `reason` is stable and may be shown through i18n. */
export class ShelfError extends Error {
  readonly reason: 'bad-manifest' | 'bad-shard' | 'too-large' | 'too-revealing' | 'hash-differs' | 'missing';

  constructor(reason: ShelfError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ShelfError';
    this.reason = reason;
  }
}
