import { parseId } from '../../films/film-ids.ts';
import { findRefInUrl, readAddress } from '../../films/refs.ts';
import { foldTitle } from '../../films/titles/title-key.ts';
import type { FilmRef, WorkKind } from '../../films/types.ts';
import {
  findElement,
  isElementLike,
  listElements,
  listSelected,
  readAttribute,
  readFollowingBrackets,
  readText,
  type SelectedText,
} from '../../sites/page-elements.ts';
import {
  findKindWord,
  findYear,
  originalTitleLabel,
  parseBrackets,
  parseTitleParts,
  type TitleParts,
} from '../../sites/title-parts.ts';
import type { AdapterFinding, FilmFields, NotFilm, ValueSelector, RowFields } from '../../sites/types.ts';
import { cleanText, truncateText } from '../../text/text.ts';

const maxValues = 20;
const maxNameLength = 100;
/** Elements that are not visible, so that no badge can be next to them. */
const unseenTags = new Set(['meta', 'title', 'script', 'link']);

/** A title with its parts, its element and its original text. */
type FoundTitle = TitleParts & { element: Element; printed: string };

/**
 * Reads a page's subject, or one row of a list with the id of its own link. Null if there is no title, or if
 * a row is about the page's own film. A `kind` other than `film` in the hint means that it is not a film.
 */
export function readFields(fields: FilmFields | RowFields, scope: Element, page: URL): AdapterFinding | null {
  const title = findTitle(fields, scope);
  if (!title) return null;
  const address = isRow(fields) ? findLink(fields, scope, title.element, page) : page.href;
  if (isRow(fields) && fields.address && !fields.address.test(address ?? '')) return null;
  const brackets = parseBrackets(readFollowingBrackets(title.element));
  const others = listValues(fields.alternativeTitles, scope, address)
    .map((text) => parseTitle(text.replace(originalTitleLabel, ''), fields))
    .filter((parts) => parts !== null);
  const stated = listValues(fields.year, scope, address).map(findYear);
  // After a change of route, an outdated head may have another film's title; its year does not count.
  const years = others
    .filter((other) => foldTitle(other.title) === foldTitle(title.title))
    .map((other) => other.year);
  const own = address ? readAddress(address) : null;
  const kind = findKind(fields, scope, title.printed) ?? title.kind ?? brackets.kind ?? own?.kind ?? null;
  const refs = listRefs(fields, scope, own?.ref ?? null, page);
  if (isRow(fields) && refs[0] && refs[0] === findPageRef(page)) return null;
  return {
    hint: {
      title: title.title,
      alternativeTitles: [...new Set(others.map((other) => other.title))].filter(
        (name) => name && name !== title.title,
      ),
      year: [...stated, title.year, brackets.year, ...years].find((year) => year) ?? null,
      directors: listValues(fields.directors, scope, address)
        .flatMap((names) => names.split(/\s*,\s*/))
        .map((name) => truncateText(name, maxNameLength))
        .slice(0, maxValues),
      refs,
      ...(kind && { kind }),
    },
    element: findSeen(title.element, fields, scope),
    isSubject: !isRow(fields),
    possible: fields.possible === true && !isStated(fields, scope, title.printed),
  };
}

const pageRefs = new WeakMap<URL, FilmRef | null>();

/** The page's own ref, or null; cached, because every row is compared with it. */
function findPageRef(page: URL): FilmRef | null {
  const known = pageRefs.get(page);
  if (known !== undefined) return known;
  const ref = findRefInUrl(page.href);
  pageRefs.set(page, ref);
  return ref;
}

function isRow(fields: FilmFields): fields is RowFields {
  return 'item' in fields;
}

/** Parses a title's text by the site's fields; null if their pattern does not match. */
function parseTitle(text: string, fields: FilmFields): TitleParts | null {
  const tidy = fields.noise ? cleanText(text.replace(fields.noise, ' ')) : text;
  if (!fields.pattern) return parseTitleParts(tidy);
  const groups = fields.pattern.exec(tidy)?.slice(1) ?? [];
  const title = groups.find((group) => group);
  if (!title) return null;
  const parts = parseTitleParts(title);
  return { ...parts, year: parts.year ?? parseTitleParts(tidy).year };
}

function findTitle(fields: FilmFields, scope: Element): FoundTitle | null {
  for (const selector of fields.title) {
    for (const { text, element } of listTexts(selector, scope)) {
      const parts = parseTitle(text, fields);
      if (parts?.title) return { ...parts, element, printed: text };
    }
  }
  return null;
}

function* listTexts(selector: ValueSelector, scope: Element): Generator<SelectedText> {
  if (selector instanceof RegExp) return;
  if (typeof selector === 'string') yield* listSelected(selector, scope);
  else {
    for (const { text, element } of listSelected(selector.among, scope)) {
      const label = selector.label.exec(text);
      if (label?.index === 0 && label[0]) yield { text: cleanText(text.slice(label[0].length)), element };
    }
  }
}

/** The values of all selectors in order, at most 20. */
function listValues(selectors: ValueSelector[] = [], scope: Element, address: string | null): string[] {
  const values: string[] = [];
  for (const selector of selectors) {
    if (selector instanceof RegExp) values.push(selector.exec(address ?? '')?.[1] ?? '');
    else for (const { text } of listTexts(selector, scope)) if (values.push(text) >= maxValues) break;
  }
  return values.filter((value) => value).slice(0, maxValues);
}

/**
 * The address of a row's film: from the given selector, otherwise the title's own link, otherwise the row's
 * first link.
 */
function findLink(fields: FilmFields, row: Element, title: Element, page: URL): string | null {
  const own = title.closest('a[href]') ?? (isElementLike(row, 'a[href]') ? row : findElement(row, 'a[href]'));
  const href = listValues(fields.links, row, null)[0] ?? (own ? readAttribute(own, 'href') : '');
  return URL.parse(href, page.href)?.href ?? null;
}

/**
 * The ids of a film: first that of its address, then those of other links that do not contradict each other.
 */
function listRefs(fields: FilmFields, scope: Element, own: FilmRef | null, page: URL): FilmRef[] {
  const links = isRow(fields)
    ? []
    : listValues(fields.links, scope, null).map((href) => findRefInUrl(href, page.href));
  const texts = listValues(fields.imdb, scope, null).map((text) =>
    parseId('imdb', /\btt\d+\b/i.exec(text)?.[0] ?? ''),
  );
  if (links.length === 0 && texts.length === 0) return own ? [own] : [];
  const others = new Set([...links, ...texts]);
  const kindOf = (ref: FilmRef) => ref.slice(0, ref.indexOf(':'));
  const extra = [...others].filter((ref) => ref !== null);
  const isAlone = (ref: FilmRef) =>
    [...extra, ...(own ? [own] : [])].every((at) => at === ref || kindOf(at) !== kindOf(ref));
  return [...(own ? [own] : []), ...extra.filter((ref) => ref !== own && isAlone(ref))];
}

function findKind({ notFilm = [] }: FilmFields, scope: Element, printed: string): WorkKind | null {
  for (const rule of notFilm) {
    for (const element of listRuled(rule, scope)) {
      const words = rule.selector === '' ? printed : rule.text || !rule.kind ? readText(element) : '';
      const found = rule.text && !rule.text.test(words) ? null : (rule.kind ?? findKindWord(words));
      if (found) return found;
    }
  }
  return null;
}

/** Whether the page states that it is a film, on a site that does not imply it. */
function isStated({ stated = [] }: FilmFields, scope: Element, printed: string): boolean {
  return stated.some(({ selector, text }) =>
    selector === ''
      ? text?.test(printed) === true
      : listElements(scope, selector).some((element) => !text || text.test(readText(element))),
  );
}

function listRuled({ selector, within }: NotFilm, scope: Element): Element[] {
  if (within)
    return [scope.closest(within)].flatMap((around) => (around ? listElements(around, selector) : []));
  return selector === '' || isElementLike(scope, selector) ? [scope] : listElements(scope, selector);
}

/**
 * The element for a badge: the title, or, if that is in the page's head, the first other name or heading in
 * the body.
 */
function findSeen(title: Element, fields: FilmFields, scope: Element): Element | null {
  if (!unseenTags.has(title.localName)) return title;
  for (const selector of [...fields.title, ...(fields.alternativeTitles ?? []), 'h1']) {
    const found =
      typeof selector === 'string' ? findElement(scope, selector.replace(/@[#\w:-]+$/, '')) : null;
    if (found && !unseenTags.has(found.localName)) return found;
  }
  return null;
}
