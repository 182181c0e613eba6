/** A post to be written. */
export interface BlogPost {
  title: string;
  /** HTML. */
  text: string;
  author?: string;
  /** When it was published, UTC; now if absent. */
  date?: Date;
}

/** A WordPress blog that tests change as its author does: the real one, or one in memory that answers like it. */
export interface Blog {
  /** The blog's address. */
  url: string;
  fetch: typeof globalThis.fetch;
  /** Publishes posts at once, and returns their ids. */
  publish: (...posts: BlogPost[]) => Promise<number[]>;
  /** Writes a post that comes out an hour ago, and was changed last when it was written, days ago. Returns its id. */
  schedule: (post: BlogPost) => Promise<number>;
  /** Publishes what is due, as the blog does by itself when somebody visits it. */
  publishScheduled: (id: number) => Promise<void>;
  /** Changes posts, all in the same second. */
  edit: (ids: number[], change: { title?: string; text?: string }) => Promise<void>;
  move: (id: number, slug: string) => Promise<void>;
  setStatus: (id: number, status: 'publish' | 'trash' | 'private') => Promise<void>;
  setPassword: (id: number, password: string) => Promise<void>;
  /** Sets the blog's time zone, such as "Asia/Tokyo". */
  setZone: (zone: string) => Promise<void>;
  /** Whether the REST endpoints answer to everybody. */
  setRest: (isOpen: boolean) => Promise<void>;
  /** Whether addresses are names (`/her/`) or numbers (`/?p=1`). */
  setNamedAddresses: (isOn: boolean) => Promise<void>;
  /** Whether the server runs. */
  setRunning: (isRunning: boolean) => Promise<void>;
  /** The server answers 503 with this `Retry-After`; null: it answers. */
  setBusy: (retryAfter: number | null) => Promise<void>;
  /** Deletes all posts, and sets everything back. */
  reset: () => Promise<void>;
}
