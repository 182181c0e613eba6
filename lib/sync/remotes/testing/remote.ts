import type { DocumentRemote, FileRemote } from '../types.ts';

/** A remote of either kind. */
export type Remote = FileRemote | DocumentRemote;
