import { attribute, findRoot } from './dom.ts';

const apiRel = 'https://api.w.org/';
const mostLinks = 200;

/**
 * How a page says that its site can be followed: by WordPress's endpoints, otherwise by an RSS or Atom feed
 * of its posts; null if it names neither. Says only that one exists: the background reads the addresses.
 */
export function readFeeds(document: Document): 'wordpress' | 'feed' | null {
  const root = findRoot(document);
  if (root === null) return null;
  const links = Array.from(root.querySelectorAll('link[rel]')).slice(0, mostLinks);
  const hasRel = (link: Element, rel: string): boolean =>
    attribute(link, 'rel').toLowerCase().split(/\s+/).includes(rel);
  if (links.some((link) => hasRel(link, apiRel))) return 'wordpress';
  const hasFeed = links.some(
    (link) =>
      hasRel(link, 'alternate') &&
      /^application\/(?:rss|atom)\+xml/i.test(attribute(link, 'type')) &&
      !/comments?[/-]feed|\/comments\//i.test(attribute(link, 'href')),
  );
  return hasFeed ? 'feed' : null;
}
