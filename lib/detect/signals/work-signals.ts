import { attribute, listElements } from '../dom.ts';
import type { PageHead } from '../page-head.ts';

/** The elements that hold JSON-LD. */
export const jsonLdBlocks = 'script[type*="ld+json" i]';

/** The elements that microdata describes. */
export const microdataItems = '[itemscope][itemtype]';

/** The elements that RDFa Lite describes. */
export const rdfaItems = '[typeof]';

/** The microformats that may name a work. */
export const microformats = ['.hreview', '.h-review', '.u-watch-of'];

/** Most links of one page that are read. */
export const maxLinks = 12_000;

/**
 * Hosts that are worth looking at more closely; `findRefInUrl` decides. Google leads on to other sites, and nobody links
 * to Wikidata with a title. A copy of what the table of ids says, for a page without films need not load the table; a
 * test compares them.
 */
export const knownHosts =
  /(?:google|wikipedia|imdb|boxofficemojo|letterboxd|themoviedb|tmdb|rottentomatoes|metacritic|trakt|kinopoisk|filmweb|csfd|filmbooster|douban|allocine|sensacine|adorocinema|filmstarts|beyazperde|filmaffinity|mubi|senscritique|justwatch|criterion)\./;

/** Links that leave the site; most others do not. */
const outward = 'a[href^="//"],a[href]:not([href^="/"],[href^="#"])';

/**
 * Whether the page's own address or a link in `root` is one that may lead to works, as far as a glance tells. Links
 * within a site lead to works on known sites only.
 */
export function hasKnownAddress({ url }: PageHead, root: Element): boolean {
  return (
    knownHosts.test(url.href) ||
    listElements(root, outward, maxLinks).some((link) => knownHosts.test(attribute(link, 'href')))
  );
}

/** Whether relative links of this page may lead to works. */
export function isKnownSite({ url }: PageHead): boolean {
  return knownHosts.test(`${url.hostname}.`.replace(/^(?:www|m)\./, ''));
}
