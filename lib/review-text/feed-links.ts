/** The attributes of a `link` element. Absent ones are empty. */
export interface LinkAttributes {
  rel: string;
  type: string;
  href: string;
  title: string;
}

/** The relation by which a page names its site's WordPress endpoints (developer.wordpress.org/rest-api). */
export const apiRel = 'https://api.w.org/';

const feedTypes = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b/i;
/** Types that other documents have too: the address or the title says that it is a feed. */
const possibleTypes = /^(?:application|text)\/(?:xml|json)\b/i;
const feedWords = /\b(?:rss|atom|feed)s?\b/i;
const commentAddress = /comments?[/-]feed|\/comments?\/|[?&]feed=comments|comments-(?:rss|atom)/i;

/**
 * What a `link` element names: WordPress's endpoints, or a feed (RSS, Atom, JSON Feed) that is not the feed of all
 * comments. Null for any other link.
 */
export function findFeedLink({ rel, type, href, title }: LinkAttributes): 'wordpress' | 'feed' | null {
  const rels = rel.toLowerCase().split(/\s+/);
  if (rels.includes(apiRel)) return 'wordpress';
  if (!rels.includes('alternate') || commentAddress.test(href)) return null;
  const isPossible = possibleTypes.test(type) && feedWords.test(`${href} ${title}`);
  return feedTypes.test(type.trim()) || (isPossible && !/\/wp-json\//.test(href)) ? 'feed' : null;
}
