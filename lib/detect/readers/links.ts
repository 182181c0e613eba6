import { readAddress } from '../../films/refs.ts';
import { readTitle } from './title.ts';
import type { FilmRef, WorkKind } from '../../films/types.ts';
import { decodePart } from '../decode.ts';
import { attribute, isText, nameOf, parentOf, walk } from '../dom.ts';
import { joinSpaces } from '../../text/text.ts';
import { cleanTitle, makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import { readLine } from '../page-head.ts';
import type { Page } from '../page.ts';
import { knownHosts } from '../signals/work-signals.ts';

/** A link to a work's page, before its row is read. */
export interface WorkLink {
  element: Element;
  ref: FilmRef | null;
  /** Identifies the work: its ref, or the path of a work that is not a film. */
  key: string;
  kind: WorkKind | null;
  title: string;
  /** Whether it leads to the work's own page rather than to a page below it. */
  isMain: boolean;
}

const knownPaths =
  /\/(?:title|films?|movies?|m|tv|shows|series|subject|film\d+\.html|pelicula|filme|url|imdb|tmdb|wiki|[a-z]{2}\/)/i;

/** Texts of links to a film's page that are not its title, in the languages of the sites. */
const navigation =
  /^(?:(?:(?:see|read|learn|watch|view|show) )?(?:the )?(?:more|all|full(?: .{1,20})?|trailers?|reviews?|details?|info|cast.*|crew.*|trivia|photos?|videos?|tickets?(?: .*)?|showtimes.*|now|here|synopsis|summary|edit|login|sign in|rate.*|comments?|critics?.*|faqs?|quotes|news|similar|overview|prev(?:ious)?|next|watchlist)(?: »| ›| …|\.\.\.)*|(?:.{1,60} (?:at|on|auf|sur|en|su) (?:the )?)?(?:imdb(?:pro|\.com)?|internet movie database|tmdb|letterboxd|rotten tomatoes|wikip[eé]d\S+|в[иі]к[иі]пед\S+|wikidata|metacritic|trakt|mubi|justwatch|allmovie)|(?:mehr|weiter|voir|más|читать).*|více|plus|lire la suite|zajímavosti|galerie|komentáře|подробнее|ещё|więcej|[\d.,%\s/★☆]+%|\d\d?[.,]\d|\S+-(?:winning|nominated|directed|starring)|[\d.,]+\s?(?:%|\/\s?\d+)\s?\w.{0,25}|\d{1,3} (?:reviews?|votes?|photos?).*)$/i;

/** A text without letters or digits: arrows, stars, punctuation. */
const onlySigns = /^[\s!-/:-@[-`{-¿×÷\u2000-\u2bff\u3000-\u303f]*$/;

/** Whether a text is what links to films say instead of a title: "More", "Trailer", "IMDb". */
export function isNavigation(text: string): boolean {
  return onlySigns.test(text) || navigation.test(text);
}

/** Path parts of tabs that show a film's own page. */
const mainTabs = new Set([
  'prehled',
  'maindetails',
  'reference',
  'combined',
  'overview',
  'info',
  'prehlad',
  'sr',
  '1',
  '',
]);

/** Whether an address has nothing after the film's id, except for its main tab. */
function isMainAddress(url: URL, ref: FilmRef): boolean {
  const id = ref.split(/[/:]/).at(-1) ?? '';
  const parts = url.pathname.split('/');
  const at = parts.findIndex((part) => part.includes(id) || decodePart(part).includes(id));
  return url.hash.length < 2 && parts.slice(at + 1).every((part) => mainTabs.has(part));
}

/**
 * The title on a link: its text, otherwise its image's alternative text, its title or its label; empty if all
 * are navigation.
 */
function readLinkTitle(link: Element): string {
  const text = readLine(link);
  if (text !== '' && !isNavigation(text)) return text;
  const image = link.querySelector('img[alt]');
  const others = [
    image ? attribute(image, 'alt') : '',
    attribute(link, 'title'),
    attribute(link, 'aria-label'),
  ];
  const label = others.map((other) =>
    cleanTitle(other).replace(
      /^(?:poster(?: (?:of|for))?|affiche(?: de)?|plakat(?: zu)?)\s+|\s+(?:movie )?(?:poster|cover|plakat|affiche|afiche)(?: image)?$/gi,
      '',
    ),
  );
  return label.find((other) => other !== '' && !isNavigation(other)) ?? '';
}

/** Whether a link's text is a few words of a sentence that are not in the film's id: "poorly received by critics". */
function isPhrase(text: string, ref: FilmRef | null): boolean {
  const words = text.split(' ');
  return (
    words.length > 2 &&
    /^[a-zß-öø-ÿа-яё]/.test(text) &&
    !words.some((word) => word.length > 3 && ref?.includes(word))
  );
}

/** The work that a link leads to; null for every other link. Relative links count only if `isKnownSite`. */
export function readWorkLink(link: Element, page: Page, isKnownSite: boolean): WorkLink | null {
  const href = attribute(link, 'href');
  const isOwn = href.startsWith('/') && !href.startsWith('//');
  if (href.length > 2000 || !(isOwn ? isKnownSite && knownPaths.test(href) : knownHosts.test(href)))
    return null;
  // A link to this page in another language.
  if (link.hasAttribute('hreflang')) return null;
  const url = URL.parse(isOwn ? page.url.origin + href : href, page.url.href);
  if (!url) return null;
  const read = readAddress(url.href);
  const ref = read.ref;
  const kind = ref ? null : read.kind;
  if (
    ref?.startsWith('wikidata:') ||
    (ref?.startsWith('wikipedia:') && read.kind !== 'film') ||
    (!ref && !kind)
  )
    return null;
  const title = readLinkTitle(link);
  return {
    element: link,
    ref,
    key: ref ?? url.pathname,
    kind,
    title: isPhrase(title, ref) ? '' : title,
    isMain: ref === null || isMainAddress(url, ref),
  };
}

/** Whether a link stays on the page's own host. */
export function isOwnLink(link: Element, page: Page): boolean {
  const href = attribute(link, 'href');
  return !/^(?:https?:)?\/\//.test(href) || href.includes(`//${page.url.hostname}/`);
}

const maxRowTexts = 60;
const maxRowLevels = 6;

/** The largest element around a link that contains neither neighbouring link. */
export function findRow(link: Element, before: Element | null, after: Element | null): Element {
  let row = link;
  for (let level = 0; level < maxRowLevels; level += 1) {
    const parent = parentOf(row);
    if (!parent || (before && parent.contains(before)) || (after && parent.contains(after))) break;
    if (/^(?:body|main|article|section|table|tbody|ul|ol|form)$/.test(nameOf(parent))) break;
    row = parent;
  }
  return row;
}

/** The texts of a row, cleaned, at most 60. */
export function listRowTexts(row: Element): string[] {
  const walker = walk(row.ownerDocument, row);
  const texts: string[] = [];
  for (
    let node = walker?.nextNode() ?? null, seen = 0;
    node && seen < 400 && texts.length < maxRowTexts;
    node = walker?.nextNode() ?? null, seen += 1
  ) {
    if (!isText(node)) continue;
    const text = joinSpaces(node.data.slice(0, 300));
    if (text !== '') texts.push(text);
  }
  return texts;
}

const yearAlone =
  /^[([]?\s*(?:(?!Up|Cop|Jan|Feb|Mar(?!o)|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)\p{Lu}[\p{L}/-]*,?\s+)?((?:18|19|20)\d\d)\s*[)\]]?,?$/u;

/** The parts of a text with a number that has a unit: "2023 · 104 min". */
const listFacts = (text: string): string[] => (/\d ?[\p{L}'′]/u.test(text) ? text.split(/ ?[·•|,] ?/) : []);

/**
 * The year that is on its own in a row, beside a length or the like, or in brackets at the start of the text after the
 * title; null if there is none.
 */
export function findRowYear(texts: string[], title: string): number | null {
  const at = texts.indexOf(title);
  const after = at < 0 ? [] : texts.slice(at + 1, at + 4);
  const bracketed = /^[([](?:[IVX]+\)\s*\()?[^()[\]]{0,20}?((?:18|19|20)\d\d)(?!\d)/.exec(
    after.join(' '),
  )?.[1];
  const alone = texts
    .filter((_, index) => index !== at)
    .flatMap((text) => [text, ...listFacts(text)])
    .map((text) => yearAlone.exec(text)?.[1])
    .filter((year) => year !== undefined);
  const year = bracketed ?? (new Set(alone).size === 1 ? alone[0] : undefined);
  return year === undefined ? null : Number(year);
}

/** The brackets after the title: "(TV Series)", "(2013) (VG)"; empty if there are none. */
function listBrackets(texts: string[], title: string): string {
  const at = texts.indexOf(title);
  const behind = (at < 0 ? texts : texts.slice(at + 1)).join(' ').slice(0, 200);
  return (behind.match(/\([^()]{1,60}\)/g) ?? []).slice(0, 4).join(' ');
}

/** The link as a sighting, with what its row says; null if the link has no title. */
function readRow(link: WorkLink, before: Element | null, after: Element | null): Sighting | null {
  const row = findRow(link.element, before, after);
  const texts = listRowTexts(row);
  const parsed = readTitle(link.title);
  const beside = readTitle(`${link.title} ${listBrackets(texts, link.title)}`);
  const kind = link.kind ?? parsed.kind ?? beside.kind;
  const article = link.ref?.startsWith('wikipedia:')
    ? /(\d{4})/.exec(link.ref.slice(link.ref.lastIndexOf('(')))?.[1]
    : undefined;
  return makeSighting({
    title: parsed.title,
    alternativeTitles: parsed.alternativeTitles,
    year: parsed.year ?? (article ? Number(article) : (findRowYear(texts, link.title) ?? beside.year)),
    directors: parsed.directors,
    refs: link.ref ? [link.ref] : [],
    kind,
    element: link.element,
    evidence: 'link',
    context: { setApart: true },
  });
}

/**
 * The titles on links to works. Adjacent links to one work give one title; a link's text has precedence over
 * its label.
 */
export function* readWorkLinks(links: WorkLink[]): Generator<Sighting | null> {
  for (let at = 0; at < links.length;) {
    const first = links[at];
    if (!first) return;
    let end = at + 1;
    while (links[end]?.key === first.key) end += 1;
    const group = links
      .slice(at, end)
      .filter((link) => link.title !== '' && link.isMain && !isNavigation(link.title));
    const best = group.find((link) => link.title === readLine(link.element)) ?? group[0];
    yield best ? readRow(best, links[at - 1]?.element ?? null, links[end]?.element ?? null) : null;
    at = end;
  }
}

/**
 * Ids from links that only name another id system ("IMDb", "Her at the Internet Movie Database"); they belong
 * to the page's subject.
 */
export function listNamingRefs(links: WorkLink[]): FilmRef[] {
  const refs = links.filter(
    (link) =>
      link.title === '' &&
      link.ref !== null &&
      /imdb|tmdb|letterboxd|rotten|metacritic|moviedb/i.test(readLine(link.element)),
  );
  return [...new Set(refs.map((link) => link.ref).filter((ref) => ref !== null))];
}
