import { findFeedLink } from '../review-text/feed-links.ts';
import { attribute, findRoot } from './dom.ts';

const mostLinks = 200;

/**
 * How a page says that its site can be followed: by WordPress's endpoints, otherwise by a feed of its posts (RSS, Atom
 * or JSON Feed); null if it names neither. Says only that one exists: the background reads the addresses.
 */
export function readFeeds(document: Document): 'wordpress' | 'feed' | null {
  const root = findRoot(document);
  if (root === null) return null;
  const named = Array.from(root.querySelectorAll('link[rel]'))
    .slice(0, mostLinks)
    .map((link) =>
      findFeedLink({
        rel: attribute(link, 'rel'),
        type: attribute(link, 'type'),
        href: attribute(link, 'href'),
        title: attribute(link, 'title'),
      }),
    );
  if (named.includes('wordpress')) return 'wordpress';
  return named.includes('feed') ? 'feed' : null;
}
