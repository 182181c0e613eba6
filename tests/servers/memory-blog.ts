// WordPress's posts endpoint in memory, as far as the reader uses it. What it answers was compared with WordPress 6.1.
import type { Blog, BlogPost } from './blog.ts';

interface Row {
  id: number;
  slug: string;
  title: string;
  text: string;
  author: string;
  status: 'publish' | 'future' | 'trash' | 'private';
  password: string;
  /** Milliseconds since 1970, and the local time that was stored with it. */
  published: number;
  publishedLocal: string;
  modified: number;
  modifiedLocal: string;
}

const origin = 'https://blog.example';
const hourMs = 3_600_000;
const orders: Partial<Record<string, 'id' | 'modifiedLocal' | 'publishedLocal'>> = {
  id: 'id',
  modified: 'modifiedLocal',
  date: 'publishedLocal',
};
const formatUtc = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

/** The local date and time in a zone. */
function formatLocal(ms: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return format.format(new Date(ms)).replace(' ', 'T');
}

/** A blog whose clock begins now and moves on with each action. */
export class MemoryBlog implements Blog {
  url = `${origin}/`;
  private rows: Row[] = [];
  private zone = 'UTC';
  private hasRest = true;
  private isNamed = true;
  private isRunning = true;
  private busy: number | null = null;
  private clock = Date.now();

  fetch: typeof globalThis.fetch = (input) =>
    this.isRunning
      ? Promise.resolve(this.answer(new URL(input instanceof Request ? input.url : input)))
      : Promise.reject(new TypeError('Failed to fetch'));

  publish(...posts: BlogPost[]): Promise<number[]> {
    this.clock += 1000;
    return Promise.resolve(posts.map((post) => this.add(post, 'publish').id));
  }

  schedule(post: BlogPost): Promise<number> {
    const row = this.add({ ...post, date: new Date(this.clock - hourMs) }, 'future');
    this.touch(row, this.clock - 96 * hourMs);
    return Promise.resolve(row.id);
  }

  publishScheduled(id: number): Promise<void> {
    this.find(id).status = 'publish';
    return Promise.resolve();
  }

  edit(ids: number[], change: { title?: string; text?: string }): Promise<void> {
    return this.change(ids, change);
  }

  move(id: number, slug: string): Promise<void> {
    return this.change([id], { slug });
  }

  setStatus(id: number, status: 'publish' | 'trash' | 'private'): Promise<void> {
    return this.change([id], { status });
  }

  setPassword(id: number, password: string): Promise<void> {
    return this.change([id], { password });
  }

  setZone(zone: string): Promise<void> {
    return this.set(() => (this.zone = zone));
  }

  setRest(isOpen: boolean): Promise<void> {
    return this.set(() => (this.hasRest = isOpen));
  }

  setNamedAddresses(isOn: boolean): Promise<void> {
    return this.set(() => (this.isNamed = isOn));
  }

  setRunning(isRunning: boolean): Promise<void> {
    return this.set(() => (this.isRunning = isRunning));
  }

  setBusy(retryAfter: number | null): Promise<void> {
    return this.set(() => (this.busy = retryAfter));
  }

  reset(): Promise<void> {
    return this.set(() => {
      this.rows = [];
      this.zone = 'UTC';
      this.hasRest = this.isNamed = this.isRunning = true;
      this.busy = null;
    });
  }

  private set(action: () => unknown): Promise<void> {
    action();
    return Promise.resolve();
  }

  private change(ids: number[], change: Partial<Row>): Promise<void> {
    this.clock += 1000;
    for (const row of ids.map((id) => this.find(id))) {
      Object.assign(row, change);
      this.touch(row, this.clock);
    }
    return Promise.resolve();
  }

  private touch(row: Row, at: number): void {
    row.modified = at;
    row.modifiedLocal = formatLocal(at, this.zone);
  }

  private find(id: number): Row {
    const row = this.rows.find((one) => one.id === id);
    if (!row) throw new Error(`no post ${id}`);
    return row;
  }

  private add({ title, text, author = 'Ann', date }: BlogPost, status: Row['status']): Row {
    const published = date?.getTime() ?? this.clock;
    const id = this.rows.length + 1;
    const row: Row = {
      id,
      slug: `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${id}`,
      title,
      text,
      author,
      status,
      password: '',
      published,
      publishedLocal: formatLocal(published, this.zone),
      modified: 0,
      modifiedLocal: '',
    };
    this.touch(row, this.clock);
    this.rows.push(row);
    return row;
  }

  private addressOf({ slug, id }: Row): string {
    return this.isNamed ? `${origin}/${slug}/` : `${origin}/?p=${id}`;
  }

  private select(parameters: URLSearchParams): Row[] {
    const [after, modifiedAfter] = ['after', 'modified_after'].map((name) => {
      const text = parameters.get(name);
      // The endpoint compares with local times, and takes a time without a zone for one.
      return text !== null && /Z$/.test(text) ? formatLocal(Date.parse(text), this.zone) : text;
    });
    const include = parameters.get('include')?.split(',').map(Number);
    const key = orders[parameters.get('orderby') ?? 'date'] ?? 'publishedLocal';
    const direction = parameters.get('order') === 'asc' ? 1 : -1;
    return this.rows
      .filter(
        (row) =>
          row.status === 'publish' &&
          (!after || row.publishedLocal > after) &&
          (!modifiedAfter || row.modifiedLocal > modifiedAfter) &&
          (include === undefined || include.includes(row.id)),
      )
      .sort((a, b) => (a[key] < b[key] ? -direction : a[key] > b[key] ? direction : 0));
  }

  private format(row: Row): object {
    const isProtected = row.password !== '';
    const text = { rendered: isProtected ? '' : row.text, protected: isProtected };
    return {
      id: row.id,
      date: row.publishedLocal,
      date_gmt: formatUtc(row.published),
      modified_gmt: formatUtc(row.modified),
      link: this.addressOf(row),
      title: { rendered: isProtected ? `Protected: ${row.title}` : row.title },
      excerpt: text,
      content: text,
      _embedded: { author: [{ name: row.author }] },
    };
  }

  private answerPosts(parameters: URLSearchParams): Response {
    const selected = this.select(parameters);
    const size = Number(parameters.get('per_page') ?? 10);
    const page = Number(parameters.get('page') ?? 1);
    const shown = selected.slice((page - 1) * size, page * size);
    if (page > 1 && shown.length === 0)
      return Response.json({ code: 'rest_post_invalid_page_number' }, { status: 400 });
    const headers = { 'x-wp-total': String(selected.length) };
    return Response.json(
      shown.map((row) => this.format(row)),
      { headers },
    );
  }

  private answerFeed(): Response {
    const items = this.select(new URLSearchParams())
      .slice(0, 10)
      .map(
        (row) => `<item><title>${row.title}</title><link>${this.addressOf(row)}</link>
<guid isPermaLink="false">${origin}/?p=${row.id}</guid><pubDate>${new Date(row.published).toUTCString()}</pubDate>
<description><![CDATA[${row.text}]]></description></item>`,
      );
    return new Response(`<rss version="2.0"><channel><title>Second Reel</title><link>${origin}</link>
${items.join('')}</channel></rss>`);
  }

  private answer({ pathname, search, searchParams }: URL): Response {
    if (this.busy !== null)
      return new Response('', { status: 503, headers: { 'retry-after': String(this.busy) } });
    const route = this.isNamed
      ? /^\/wp-json(\/.*)$/.exec(pathname)?.[1]
      : (searchParams.get('rest_route') ?? undefined);
    if (route !== undefined && !this.hasRest)
      return Response.json({ code: 'rest_cannot_access' }, { status: 401 });
    if (route?.startsWith('/wp/v2/posts')) return this.answerPosts(searchParams);
    if (route !== undefined) return Response.json({ name: 'Second Reel', home: origin, url: origin });
    const feed = this.isNamed ? '/feed/' : '/?feed=rss2';
    if (`${pathname}${search}` === feed) return this.answerFeed();
    const isPost = this.select(new URLSearchParams()).some(
      (row) => this.addressOf(row) === `${origin}${pathname}${search}`,
    );
    if (isPost) return new Response('<title>A post</title>');
    if (pathname !== '/') return new Response('', { status: 404 });
    const rest = this.isNamed ? '/wp-json/' : '/index.php?rest_route=/';
    return new Response(`<head><title>Her, and others</title>
<link rel="alternate" type="application/rss+xml" href="${feed}"><link rel="https://api.w.org/" href="${rest}"></head>`);
  }
}
