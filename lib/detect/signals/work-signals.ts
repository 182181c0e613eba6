import { attribute, listElements } from '../dom.ts';
import type { PageHead } from '../page-head.ts';

/** Selects the elements that contain JSON-LD. */
export const jsonLdBlocks = 'script[type*="ld+json" i]';

/** Selects the elements that microdata describes. */
export const microdataItems = '[itemscope][itemtype]';

/** Selects the elements that RDFa Lite describes. MediaWiki marks its pictures so. */
export const rdfaItems = '[typeof]:not([typeof^="mw:"])';

/**
 * What JSON-LD has in its text, and an item of microdata in its type, if it describes a work, a person or a review: the types of `schema-org.ts`, some by a word
 * that they share, so that a page with data on nothing but itself need not load the reader. A test compares them.
 */
export const dataTypes =
  /Movie|TV|Series|Season|Episode|Game|[Bb]ook|Music|Application|Recipe|Restaurant|Person|itemReviewed/;

/** Maximum number of items of microdata, and as many of RDFa, read per page. */
export const maxItems = 600;

/** Maximum number of JSON-LD blocks read per page. */
export const maxBlocks = 60;

/** The authors of something in JSON-LD, which nobody reads: without them most articles have no data about a work. */
const authors = /"(?:author|creator)"\s*:\s*(?:\[\s*)?(?:\{[^{}]*\}[\s,]*)+/g;

/** What an item of microdata or RDFa has if it is reviewed, or names in words what it reviews. */
const reviewed = '[itemprop*="itemreviewed" i],[property*="itemreviewed" i]';

/** Whether `MarkupReader` may find something under `root`; JSON-LD counts only for the whole page. */
export const hasMarkup = (root: Element, isWhole: boolean): boolean =>
  root.querySelector(reviewed) !== null ||
  listElements(root, `${microdataItems},${rdfaItems}`, 2 * maxItems).some((item) =>
    dataTypes.test(attribute(item, 'itemtype') + attribute(item, 'typeof')),
  ) ||
  (isWhole &&
    listElements(root, jsonLdBlocks, maxBlocks).some(({ textContent }) =>
      dataTypes.test(textContent.replace(authors, '')),
    ));

/** Maximum number of links read per page. */
export const maxLinks = 12_000;

/**
 * Hosts whose links may lead to works; `findRefInUrl` decides. Google forwards to other sites, and Wikidata
 * is left out because its links have no titles. A copy of the table of id systems, so that a page without
 * films need not load the table; a test compares them.
 */
export const knownHosts =
  /(?:google|wikipedia|imdb|boxofficemojo|letterboxd|themoviedb|tmdb|rottentomatoes|metacritic|trakt|kinopoisk|filmweb|csfd|filmbooster|douban|allocine|sensacine|adorocinema|filmstarts|beyazperde|filmaffinity|mubi|senscritique|justwatch|criterion)\./;

/** Links that may leave the site. */
const outward = 'a[href^="//"],a[href]:not([href^="/"],[href^="#"])';

/**
 * A quick test of whether the page's own address or a link in `root` may lead to works. Links within a site
 * count only on known sites.
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
