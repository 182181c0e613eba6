import { truncateText } from '../../../text/text.ts';
import { parseHttpUrl } from '../addresses.ts';
import { SourceError } from '../errors.ts';
import { parseFeed } from '../feed.ts';
import { readMarkup, type MarkupAttributes } from '../../../text/markup.ts';
import { formatPlainText } from './text-lines.ts';
import type { FeedKind, SourceContext, SourceResponse } from '../types.ts';

/** The feed of a site. */
export interface FoundFeed {
  kind: FeedKind;
  url: string;
  /** The site's name, or its host if it states none. */
  name: string;
}

const apiRel = 'https://api.w.org/';
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
  name: string | null;
}

const parseName = (text: string | undefined): string | null => formatPlainText(text ?? '') || null;

/** Adds the feed that a `link` element states. Feeds of comments are skipped. */
function readLink(clues: Clues, { rel = '', href = '', type = '' }: MarkupAttributes, base: string): void {
  const rels = rel.toLowerCase().split(/\s+/);
  const url = parseHttpUrl(href, base);
  if (url === null) return;
  if (rels.includes(apiRel)) clues.api ??= url;
  const isFeed = rels.includes('alternate') && /^application\/(?:rss|atom)\+xml/i.test(type);
  if (isFeed && !/comments?[/-]feed|\/comments\//.test(url)) clues.feeds.push(url);
}

/** Reads what a page's head states about its site: the WordPress endpoint, RSS and Atom files, and the name. */
function readFeedClues(html: string, base: string): Clues {
  const clues: Clues = { api: null, feeds: [], name: null };
  let title: string | null = null;
  let isTitle = false;
  readMarkup(html, (stop) => ({
    onOpen: (name, attributes) => {
      if (name === 'body') return stop();
      if (name === 'link') readLink(clues, attributes, base);
      if (name === 'meta' && attributes.property === 'og:site_name')
        clues.name ??= parseName(attributes.content);
      isTitle = name === 'title' && title === null;
    },
    onText: (text) => {
      if (isTitle) title = (title ?? '') + text;
    },
    onClose: (name) => {
      isTitle = false;
      if (name === 'head') stop();
    },
  }));
  clues.name ??= parseName(title ?? '');
  return clues;
}

function isSameSite(url: string, page: string): boolean {
  return new URL(url).origin === new URL(page).origin;
}

async function probe(
  url: string,
  { fetch, signal }: Pick<SourceContext, 'fetch' | 'signal'>,
): Promise<SourceResponse | null> {
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

async function findWordPress(
  root: string,
  name: string,
  context: Pick<SourceContext, 'fetch' | 'signal'>,
): Promise<FoundFeed | null> {
  const url = new URL(root);
  const response = await probe(formatPostsProbe(url), context);
  const isList = response !== null && /^\s*\[/.test(response.text);
  return isList ? { kind: 'wordpress', url: url.href, name } : null;
}

function formatPostsProbe(root: URL): string {
  const url = new URL(root);
  const route = url.searchParams.get('rest_route');
  if (route === null) url.pathname = `${url.pathname.replace(/\/$/, '')}/wp/v2/posts`;
  else url.searchParams.set('rest_route', `${route.replace(/\/$/, '')}/wp/v2/posts`);
  url.searchParams.set('per_page', '1');
  url.searchParams.set('_fields', 'id,link');
  return url.href;
}

/**
 * Finds the feed of a page's site: the WordPress endpoint if the page names one, else a feed that the page names, else
 * one at a usual address. Null if there is no feed. Throws `SourceError` if the page cannot be fetched.
 */
export async function findFeed(
  pageUrl: string,
  context: Pick<SourceContext, 'fetch' | 'signal'>,
): Promise<FoundFeed | null> {
  const response = await context.fetch(pageUrl, { signal: context.signal });
  const clues = readFeedClues(response.text, pageUrl);
  const name = truncateText(clues.name ?? new URL(pageUrl).host, 100);
  const named = parseHttpUrl(
    parseLinkHeader(response.header('link') ?? '', apiRel) ?? clues.api ?? '',
    pageUrl,
  );
  if (named !== null && isSameSite(named, pageUrl)) {
    const found = await attempt(() => findWordPress(named, name, context));
    if (found !== null) return found;
  }
  const usual = ['/feed/', '/rss.xml', '/atom.xml'].map((path) => new URL(path, pageUrl).href);
  const candidates = [...new Set([...clues.feeds, ...usual])].filter((url) => isSameSite(url, pageUrl));
  for (const url of candidates.slice(0, maxCandidates)) {
    const found = await attempt(async (): Promise<FoundFeed | null> => {
      const answer = await probe(url, context);
      return answer && { kind: parseFeed(answer.text, url).kind, url, name };
    });
    if (found !== null) return found;
  }
  return null;
}
