import type { SiteAdapter, SitePage } from './types.ts';

/**
 * Whether a match pattern matches an address, by the rules of
 * developer.chrome.com/docs/extensions/develop/concepts/match-patterns. False for a malformed pattern.
 */
export function isMatch(pattern: string, url: URL): boolean {
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)(\/.*)$/.exec(pattern);
  if (!parts) return false;
  const [, scheme = '', host = '', path = ''] = parts;
  const isSchemeRight = scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  return isSchemeRight && isHostMatch(host, url.hostname) && isGlobMatch(path, url.pathname + url.search);
}

function isHostMatch(host: string, hostname: string): boolean {
  return host.startsWith('*') ? `.${hostname}`.endsWith(host.slice(1)) : host === hostname;
}

/**
 * Whether a text matches a glob in which each `*` matches any text. Compares the literal parts in order, so it takes
 * linear time.
 */
function isGlobMatch(glob: string, text: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

/** The first adapter with a match pattern for this address, or null. */
export function findAdapter(url: URL, adapters: SiteAdapter[]): SiteAdapter | null {
  return adapters.find((adapter) => adapter.matches.some((pattern) => isMatch(pattern, url))) ?? null;
}

/** The adapter's first page whose `path` matches the address, or null if there is none. */
export function findPage(url: URL, adapter: SiteAdapter): SitePage | null {
  const address = url.pathname + url.search;
  return adapter.pages.find((page) => page.path.test(address)) ?? null;
}
