import { decodePart } from '../decode.ts';
import { readTitle } from './title.ts';
import { foldTitle } from '../../films/titles/title-key.ts';
import { attribute, nameOf, parentOf } from '../dom.ts';
import { makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import type { Page } from '../page.ts';
import { readLinkTitle } from './links.ts';

/**
 * The path of a film on an unknown site: "/movie/224640/", "/liff-2022-films/alcarras/". One part of the path
 * says "film", the next identifies the film. Such links are films only if a page has many of them, each with
 * its own title.
 */
const filmPath =
  /^((?:\/[\w-]{1,40}){0,2}?\/(?:[\w-]{1,30}-)?(?:films?|movies?|filme|pelicula|peliculas|filmy|elokuvat)\/)([^/?#]{1,120})\/?$/i;

/** Minimum number of different films of one pattern on a page; fewer may be a menu. */
const minGroup = 5;

/** Titles under such paths that are not films: menus, genres, programmes, news. */
const notFilms =
  /^(?:all|new|now|coming|soon|top|best|most|upcoming|popular|latest|trailers?|reviews?|news|genres?|action|adventure|animation|anime|biography|classics?|comed(?:y|ies)|crime|documentar(?:y|ies)|drama|family|fantasy|history|horror|kids|music|musical|mystery|romance|sci-?fi|science|short|shorts|sport|thriller|war|western|festivals?|archive|calendar|box|tickets|showtimes|schedule|cinemas?|theaters|index|list|search|critics?|awards?)(?:-(?:now|soon|playing|office|fiction|movies?|films?|rated|releases?|in|theaters|&|and|dvd|\d+))*$/;
const programme =
  /(?<![a-zß-žа-яё])(?:shorts?(?: films?)?(?: \w+)? (?:competition|selection|programme|program|awards|\d)|(?:film|video|screendance) competition|shorts(?=:| \d| selection| programme)|programme \d|triple bill|double bill|marathon|all-nighter|kurzfilm(?:programm|rolle|nacht)|workshops?|masterclass|launch party|quiz|gala|awards? \d{4}|movie nights?|film awards|music video)(?![a-zß-žа-яё])/i;

interface PathLink {
  element: Element;
  slug: string;
  title: string;
}

function readPathLink(link: Element, page: Page): { prefix: string; link: PathLink } | null {
  const href = attribute(link, 'href');
  if (!/film|movie|pelicula|elokuvat/i.test(href) || href.length > 400) return null;
  const url = URL.parse(href, page.url.href);
  const match = url ? filmPath.exec(url.pathname) : null;
  if (!url || !match?.[1] || !match[2] || url.hostname !== page.url.hostname || url.search !== '')
    return null;
  const title = readLinkTitle(link);
  return title === '' ? null : { prefix: match[1], link: { element: link, slug: match[2], title } };
}

/**
 * Whether a link's text is the title that its path names: the slug matches it, or the slug is a number and
 * the text is emphasised.
 */
function isTitleLink({ element, slug, title }: PathLink): boolean {
  const folded = foldTitle(title);
  if (folded === '' || notFilms.test(folded) || title.length > 120) return false;
  if (/^\d+$/.test(slug)) return isEmphasised(element) && !/^\d+$/.test(title);
  const [said, named] = [
    title,
    decodePart(slug)
      .replace(/[-_+]+/g, ' ')
      .replace(/\s\d{4}$/, ''),
  ].map(squeeze);
  return (
    said !== undefined &&
    named !== undefined &&
    named !== '' &&
    (said.startsWith(named.slice(0, 10)) || named.startsWith(said))
  );
}

/** The letters of a title without the words that slugs omit. */
function squeeze(title: string): string {
  return foldTitle(title.replace(/[&+]|\b(?:and|plus)\b/gi, ' ')).replaceAll('-', '');
}

function isEmphasised(element: Element): boolean {
  const parent = parentOf(element);
  const around = [parent, parent && parentOf(parent)];
  return (
    around.some((one) => one && /^(?:h[1-6]|strong|b|td|th)$/.test(nameOf(one))) ||
    element.querySelector('h1,h2,h3,h4,h5,strong,b') !== null
  );
}

/**
 * The films that links within the site name, by their common path; programmes are returned as `other`. Pauses
 * often.
 */
export function* readFilmPaths(
  links: Element[],
  page: Page,
  isAside: (element: Element) => boolean,
): Generator<Sighting | null> {
  const groups = new Map<string, PathLink[]>();
  for (const [at, element] of links.entries()) {
    const read = readPathLink(element, page);
    if (read) groups.set(read.prefix, [...(groups.get(read.prefix) ?? []), read.link]);
    if (at % 300 === 299) yield null;
  }
  for (const group of groups.values()) {
    const titled: PathLink[] = [];
    for (const [at, link] of group.entries()) {
      if (isTitleLink(link) && !isAside(link.element)) titled.push(link);
      if (at % 20 === 19) yield null;
    }
    const slugs = new Set(titled.map(({ slug }) => slug));
    if (slugs.size < minGroup) continue;
    for (const { element, title } of titled) {
      const parsed = readTitle(title);
      const kind = programme.test(title) ? 'other' : (parsed.kind ?? 'film');
      yield makeSighting({
        title: parsed.title,
        alternativeTitles: parsed.alternativeTitles,
        year: parsed.year,
        kind,
        element,
        evidence: 'link',
        context: { setApart: true },
      });
    }
  }
}
