import * as v from 'valibot';
import { lazySchema } from '../../../text/schemas.ts';
import { apiRel, findFeedLink } from '../../../review-text/feed-links.ts';
import { readMarkup } from '../../../text/markup.ts';
import { truncateText } from '../../../text/text.ts';
import { parseHttpUrl } from '../addresses.ts';
import { looseText } from '../answers.ts';
import { SourceError } from '../errors.ts';
import { parseFeed, parseFeedDocument } from '../feed.ts';
import { formatPostsAddress } from '../wordpress.ts';
import { formatPlainText } from './text-lines.ts';
import type { FeedDocument } from './feed-document.ts';
import type { FeedKind, SourceContext, SourceResponse } from '../types.ts';

/** The feed of a site. */
export interface FoundFeed {
  kind: FeedKind;
  url: string;
  /** The site's name, or its host if it states none. */
  name: string;
  /** The site's own address. Several sites can have one origin. */
  home: string;
}

type Context = Pick<SourceContext, 'fetch' | 'signal'>;

/** The maximum number of feeds that are tried of those that a page names. */
const maxCandidates = 4;

/** The address of a relation in a `Link` header; null if there is none. */
export function parseLinkHeader(header: string, rel: string): string | null {
  for (const part of header.slice(0, 5000).split(/,(?=\s*<)/)) {
    const [, url, parameters = ''] = /^\s*<([^<>]{1,2000})>(.*)$/.exec(part) ?? [];
    const rels = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i.exec(parameters);
    if (url !== undefined && (rels?.[1] ?? rels?.[2] ?? '').split(/\s+/).includes(rel)) return url;
  }
  return null;
}

interface Clues {
  api: string | null;
  feeds: string[];
  /** What the page says that its site is called. */
  name: string | null;
}

const parseName = (html: string | null | undefined): string | null =>
  truncateText(formatPlainText(html ?? ''), 100) || null;

/** Reads what a page's head names: the WordPress endpoint, feeds, and the site's name. */
function readFeedClues(html: string, address: string): Clues {
  const clues: Clues = { api: null, feeds: [], name: null };
  let base = address;
  readMarkup(html, (stop) => ({
    onOpen: (name, { rel = '', href = '', type = '', title = '', ...attributes }) => {
      if (name === 'body') return stop();
      if (name === 'base' && base === address) base = parseHttpUrl(href, address) ?? address;
      if (name === 'meta' && attributes.property === 'og:site_name')
        clues.name ??= parseName(attributes.content);
      const kind = name === 'link' ? findFeedLink({ rel, type, href, title }) : null;
      const url = kind && parseHttpUrl(href, base);
      if (!url) return;
      if (kind === 'wordpress') clues.api ??= url;
      else clues.feeds.push(url);
    },
    onText: () => undefined,
    onClose: (name) => {
      if (name === 'head') stop();
    },
  }));
  return clues;
}

const isSameOrigin = (url: string, page: string): boolean => new URL(url).origin === new URL(page).origin;

async function probe(url: string, { fetch, signal }: Context): Promise<SourceResponse | null> {
  const response = await fetch(url, { signal });
  return response.status >= 200 && response.status < 300 ? response : null;
}

/** Runs a step; null if the address has other content, so that the caller tries the next one. */
async function attempt<T>(step: () => Promise<T | null>): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof SourceError && ['malformed', 'redirected', 'too-large'].includes(error.code))
      return null;
    throw error;
  }
}

/**
 * The site's address as its feed states it, if it is on the same origin. Else the folder that has both the feed and the
 * page, as several sites can be on one origin.
 */
function chooseHome(stated: string | null, feedUrl: string, pageUrl: string): string {
  if (stated === null || !isSameOrigin(stated, feedUrl)) {
    const folder = new URL(feedUrl.replace(/\/?(?:[?#].*)?$/, '')).href.replace(/[^/]*$/, '');
    return pageUrl.startsWith(folder) ? folder : `${new URL(feedUrl).origin}/`;
  }
  const url = new URL(stated);
  return `${url.origin}${url.pathname.replace(/[^/]*\.[a-z]{2,5}$/i, '')}`;
}

const rootSchema = lazySchema(() => v.object({ name: looseText, home: looseText, url: looseText }));

/** What the endpoints' root says of the site; nothing where it is closed. */
async function readRoot(root: string, context: Context): Promise<v.InferOutput<typeof rootSchema> | null> {
  const url = new URL(root);
  url.searchParams.set('_fields', 'name,home,url');
  const response = await probe(url.href, context);
  let value: unknown = null;
  try {
    value = JSON.parse(response?.text ?? '');
  } catch {
    // It is something else.
  }
  const parsed = v.safeParse(rootSchema, value);
  return parsed.success ? parsed.output : null;
}

async function findWordPress(
  root: string,
  pageUrl: string,
  clues: Clues,
  context: Context,
): Promise<FoundFeed | null> {
  const url = new URL(root).href;
  const response = await probe(formatPostsAddress(url, { per_page: '1', _fields: 'id,link' }), context);
  if (response === null || !/^\s*\[/.test(response.text)) return null;
  const stated = await readRoot(url, context).catch((error: unknown) => {
    if (error instanceof SourceError) return null;
    throw error;
  });
  const home = parseHttpUrl(stated?.home ?? stated?.url ?? '');
  const name = parseName(stated?.name) ?? clues.name ?? new URL(url).host;
  return { kind: 'wordpress', url, name, home: chooseHome(home, url, pageUrl) };
}

const withoutFragment = (url: string): string => url.replace(/#.*$/, '');

/**
 * Whether a feed has comments instead of posts: its entries say that they are replies, or all are parts of one page, or
 * it is an empty feed of the page itself, which is a post.
 */
function isOfComments({ entries, home }: FeedDocument, pageUrl: string): boolean {
  if (entries.some(({ isReply }) => isReply)) return true;
  const urls = entries.flatMap(({ url }) => url ?? []);
  if (urls.length > 0 && urls.every((url) => /#(?:comment|c\d|.*comment)/i.test(url))) return true;
  const pages = new Set(urls.map(withoutFragment));
  if (urls.length > 1 && pages.size === 1) return true;
  const isOfPage = home !== null && withoutFragment(home) === withoutFragment(pageUrl);
  return entries.length === 0 && isOfPage && new URL(pageUrl).pathname !== '/';
}

function readFoundFeed(text: string, url: string, pageUrl: string, name: string | null): FoundFeed | null {
  const document = parseFeedDocument(text, url);
  if (isOfComments(document, pageUrl)) return null;
  const feed = parseFeed(text, url);
  return {
    kind: feed.kind,
    url,
    name: feed.name ?? name ?? new URL(url).host,
    home: chooseHome(feed.home, url, pageUrl),
  };
}

/** Whether the page is itself a feed, as where its address was typed. */
const startsAsFeed = (text: string): boolean =>
  /^\s*(?:<\?xml|<rss|<feed|<rdf:RDF|\{)/i.test(text.slice(0, 1000).replace(/^\ufeff/, ''));

/**
 * Finds the feed of a page's site: the page itself if it is a feed, else the WordPress endpoint that it names, else a
 * feed that it names, of posts and not of comments. Requests no address that the page does not name. Null if there is no
 * feed. Throws `SourceError` if the page cannot be fetched.
 */
export async function findFeed(pageUrl: string, context: Context): Promise<FoundFeed | null> {
  const response = await context.fetch(pageUrl, { signal: context.signal });
  if (startsAsFeed(response.text)) {
    const own = await attempt(() => Promise.resolve(readFoundFeed(response.text, pageUrl, pageUrl, null)));
    if (own !== null) return own;
  }
  const clues = readFeedClues(response.text, pageUrl);
  const api = parseLinkHeader(response.header('link') ?? '', apiRel) ?? clues.api;
  const named = api === null ? null : parseHttpUrl(api, pageUrl);
  if (named !== null && isSameOrigin(named, pageUrl)) {
    const found = await attempt(() => findWordPress(named, pageUrl, clues, context));
    if (found !== null) return found;
  }
  // A feed below the page's own address may be that of its comments: the others first.
  const isBelow = (url: string): boolean => url.startsWith(pageUrl.replace(/\/?(?:[?#].*)?$/, '/'));
  const candidates = [...new Set(clues.feeds)].filter((url) => isSameOrigin(url, pageUrl));
  const ordered = [...candidates.filter((url) => !isBelow(url)), ...candidates.filter(isBelow)];
  for (const url of ordered.slice(0, maxCandidates)) {
    const found = await attempt(async () => {
      const answer = await probe(url, context);
      return answer && readFoundFeed(answer.text, url, pageUrl, clues.name);
    });
    if (found !== null) return found;
  }
  return null;
}
