import { provesFilm } from '../../films/film-ids.ts';
import type { Evidence, SiteScore } from '../../films/types.ts';
import { attribute, listElements, nameOf } from '../dom.ts';
import { makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import { readLine } from '../page-head.ts';
import type { Page } from '../page.ts';
import { parseIsoYear } from '../../review-text/parse-iso-year.ts';
import { findTypeKind } from '../../review-text/schema-org.ts';
import { maxItems, microdataItems, rdfaItems } from '../signals/work-signals.ts';
import { factKeys, listRefsIn } from './json-ld.ts';
import { readSiteScore } from './site-score.ts';

/** The most values of an item. */
const maxValues = 300;

/** The selectors and attributes of microdata and RDFa Lite. */
interface Syntax {
  evidence: Evidence;
  item: string;
  type: string;
  property: string;
}

const syntaxes: Syntax[] = [
  { evidence: 'microdata', item: microdataItems, type: 'itemtype', property: 'itemprop' },
  { evidence: 'rdfa', item: rdfaItems, type: 'typeof', property: 'property' },
];

/** Types of things that may contain the work they are about. */
const holders =
  /(?:^|[/:#\s])(?:Review|CriticReview|UserReview|Review-aggregate|WebPage|ItemPage|BlogPosting|Article|NewsArticle)$/i;

/** The value of a property's element: its content, date or address, otherwise its text. */
function readValue(element: Element): string {
  const name = nameOf(element);
  const given = attribute(element, 'content') || attribute(element, 'datetime');
  if (given !== '') return given.slice(0, 2000);
  if (name === 'a' || name === 'link') return attribute(element, 'href');
  return name === 'img' ? attribute(element, 'alt') : readLine(element);
}

/** The nearest item around an element; null at the top and where a form hides the parent. */
function findHolder(element: Element, { item }: Syntax): Element | null {
  return element.parentElement?.closest(item) ?? null;
}

interface Value {
  name: string;
  element: Element;
  isText: boolean;
}

/** An item's own values, without those of nested items; a nested item counts by its name. */
function listValues(item: Element, syntax: Syntax): Value[] {
  const values: Value[] = [];
  for (const element of listElements(item, `[${syntax.property}]`, maxValues)) {
    if (nameOf(element) === 'form' || findHolder(element, syntax) !== item) continue;
    const inner = element.matches(syntax.item) ? element.querySelector(`[${syntax.property}~="name"]`) : null;
    for (const name of attribute(element, syntax.property).split(/\s+/)) {
      values.push({
        name: name.replace(/^.*:/, ''),
        element: inner ?? element,
        isText: /^(?:a|link)$/.test(nameOf(element)),
      });
    }
  }
  return values;
}

function readItem(item: Element, syntax: Syntax, page: Page): Sighting | null {
  const types = attribute(item, syntax.type)
    .split(/\s+/)
    .map((type) => type.replace(/^.*[/#:]/, ''));
  const kind = findTypeKind(types);
  const isReviewed = /(?:^|[\s:])(?:itemReviewed|itemreviewed)(?:\s|$)/.test(
    attribute(item, syntax.property),
  );
  if (kind === null && !isReviewed) return null;
  const values = listValues(item, syntax);
  const all = (...names: string[]): Value[] => values.filter(({ name }) => names.includes(name));
  const text = ({ element, isText }: Value): string =>
    isText ? readLine(element) || attribute(element, 'title') : readValue(element);
  const name = all('name', 'itemreviewed')[0] ?? all('headline')[0];
  if (!name) return null;
  const directors = all('director', 'directors')
    .map(text)
    .filter((one) => one !== '')
    .slice(0, 8);
  const own = [attribute(item, 'itemid'), attribute(item, 'resource')];
  const refs = listRefsIn(
    [...own, ...all('url', 'sameAs').map(({ element }) => attribute(element, 'href') || readValue(element))],
    page,
  );
  const isFilm = kind === 'film' || directors.length > 0 || provesFilm(refs);
  return makeSighting({
    title: text(name),
    alternativeTitles: all('alternateName', 'alternativeHeadline').map(text),
    year:
      all('datePublished', 'dateCreated', 'copyrightYear')
        .map((one) => parseIsoYear(readValue(one.element)))
        .find((year) => year !== null) ?? null,
    directors,
    refs,
    kind: kind ?? (isFilm ? 'film' : null),
    element: /^(?:meta|link)$/.test(nameOf(name.element)) ? null : name.element,
    evidence: syntax.evidence,
    isTop: isTop(item, syntax),
    certainty: kind !== null || isFilm ? 'stated' : 'possible',
    context: { setApart: true },
    siteScore: kind === 'film' ? readItemScore(item, syntax) : null,
    facts: all(...factKeys).map(text),
  });
}

/** The score that a film's item states of it; the first that can be read, or null. */
function readItemScore(item: Element, syntax: Syntax): SiteScore | null {
  const { property } = syntax;
  const ratings = listElements(item, `[${property}~="aggregateRating"],[${property}$=":aggregateRating"]`, 5);
  const read = (rating: Element): SiteScore | null => {
    const values = listValues(rating, syntax);
    return readSiteScore((name) => {
      const found = values.find((value) => value.name === name);
      return found ? readValue(found.element) || null : null;
    });
  };
  const own = ratings.filter((rating) => rating.matches(syntax.item) && findHolder(rating, syntax) === item);
  return own.map(read).find((one) => one) ?? null;
}

/** Whether an item is only inside reviews and pages, at most five levels deep. */
function isTop(item: Element, syntax: Syntax): boolean {
  let holder = findHolder(item, syntax);
  for (let level = 0; holder && level < 5; level += 1) {
    if (
      !attribute(holder, syntax.type)
        .split(/\s+/)
        .some((type) => holders.test(type))
    )
      return false;
    holder = findHolder(holder, syntax);
  }
  return true;
}

/**
 * Reads a data-vocabulary.org review, which names what it reviews by text alone; null if there is no such
 * name.
 */
function readOldReview(item: Element, page: Page): Sighting | null {
  const name = item.querySelector('[itemprop~="itemreviewed"], [property="v:itemreviewed"]');
  if (!name || name.matches('[itemscope], [typeof]')) return null;
  return makeSighting({
    title: readValue(name),
    language: page.language,
    element: name,
    evidence: 'microdata',
    isTop: true,
    certainty: 'possible',
    context: { setApart: true },
  });
}

/** Every work of any kind that the page's microdata and RDFa describe. Pauses often. */
export function* readMicrodata(page: Page, root: Element): Generator<Sighting | null> {
  for (const syntax of syntaxes) {
    const items = listElements(root, syntax.item, maxItems);
    for (const [at, item] of items.entries()) {
      if (nameOf(item) === 'form') continue;
      const found =
        readItem(item, syntax, page) ??
        (/Review(?:-aggregate)?$/i.test(attribute(item, syntax.type)) ? readOldReview(item, page) : null);
      if (found) yield found;
      if (at % 20 === 19) yield null;
    }
  }
}
