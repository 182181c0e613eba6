/** A file in a folder of a remote. */
export interface RemoteFile {
  name: string;
  /** In bytes; null if the remote does not say. */
  size: number | null;
  /** Milliseconds since 1970 by the remote's clock; null if the remote does not say. */
  modifiedAt: number | null;
}

/** How a call to a remote is stopped. */
export interface CallOptions {
  signal: AbortSignal;
}

/**
 * A folder of files. Paths are relative to the folder that the user chose, such as `log-1/a.seg`. Every call throws
 * `RemoteError`.
 */
export interface FileRemote {
  readonly kind: 'files';
  /**
   * The files in a folder, in any order, without folders. Throws `not-found` if the folder is not there: no answer and no
   * listing is ever taken for an empty folder.
   */
  list: (folder: string, options: CallOptions) => Promise<RemoteFile[]>;
  /** The bytes of a file. Throws `not-found` if it is not there, `too-large` if it has more than `maxFileBytes`. */
  get: (path: string, options: CallOptions) => Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Writes a file whole, and the folders above it: under another name first, and moved to its own where the remote can. A
   * file of that name is replaced.
   */
  put: (path: string, bytes: Uint8Array<ArrayBuffer>, options: CallOptions) => Promise<void>;
  /** Deletes a file, or a folder with all that is in it. Nothing happens if it is not there. */
  remove: (path: string, options: CallOptions) => Promise<void>;
}

/** One document of a database, as the remote has it. */
export interface RemoteDocument {
  id: string;
  revision: string;
  body: unknown;
  /** Revisions that lost against this one and are not merged yet. */
  conflicts: { revision: string; body: unknown }[];
}

/** A document to write. */
export interface DocumentWrite {
  id: string;
  /** The revision that it replaces; null if there is none. */
  revision: string | null;
  body: object;
  /** Conflicting revisions that are merged into it, and are deleted once it is written. */
  merged: string[];
}

/** Which documents of a database are ours. */
export interface OwnDocuments {
  /** Of the document without which no other device writes any. */
  first: string;
  isOwn: (document: Pick<RemoteDocument, 'id' | 'body'>) => boolean;
}

/** A page of the changes in a database. */
interface DocumentChanges {
  documents: RemoteDocument[];
  /** Where the next page begins. */
  since: string;
  /** Whether more is there now. */
  hasMore: boolean;
}

/** A database of documents. Every call throws `RemoteError`. */
export interface DocumentRemote {
  readonly kind: 'documents';
  /** The documents changed since then, the last change of each; null: from the beginning. At most `limit`. */
  changes: (since: string | null, options: CallOptions & { limit: number }) => Promise<DocumentChanges>;
  /** The documents with these ids; those that are not there are left out. */
  get: (ids: string[], options: CallOptions) => Promise<RemoteDocument[]>;
  /** Writes each document unless it has another revision by now. Returns the ids of those that were not written. */
  put: (documents: DocumentWrite[], options: CallOptions) => Promise<string[]>;
  /** Creates the database if it is not there. */
  create: (options: CallOptions) => Promise<void>;
  /**
   * Deletes our documents with all their revisions that conflict, `first` before the others. The database goes as a whole where
   * it has no others and this user may delete it. Nothing happens if it is not there. Throws if one of ours is left.
   */
  removeOwn: (own: OwnDocuments, options: CallOptions) => Promise<void>;
  /** Asks the database to forget what documents were before. It need not. */
  compact: (options: CallOptions) => Promise<void>;
  /** The size of the database in bytes; null if the remote does not say. */
  size: (options: CallOptions) => Promise<number | null>;
}

/** The largest file that is read, in bytes. A whole log of 100,000 entries takes some 10 MB. */
export const maxFileBytes = 256 * 1024 * 1024;
