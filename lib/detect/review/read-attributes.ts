import type { Evidence } from '../../films/types.ts';
import { attribute, isClosed, nameOf, parentOf, rawText } from '../dom.ts';
import type { Item } from '../../review-text/items.ts';

/** The attributes by which a format describes things in a page's elements. */
interface Grammar {
  evidence: Evidence;
  scope: string;
  type: string;
  property: string;
  /** Selects things whose property is named by the element around them. */
  hung?: string;
}

const grammars: Grammar[] = [
  { evidence: 'microdata', scope: 'itemscope', type: 'itemtype', property: 'itemprop' },
  {
    evidence: 'rdfa',
    scope: 'typeof',
    type: 'typeof',
    property: 'property',
    hung: '[rel] > [typeof]:not([property])',
  },
];

/** data-vocabulary.org's property names (2009 to 2020) and their schema.org equivalents. */
const oldNames: Record<string, string> = {
  itemreviewed: 'itemReviewed',
  reviewer: 'author',
  dtreviewed: 'datePublished',
  rating: 'reviewRating',
  value: 'ratingValue',
  best: 'bestRating',
  worst: 'worstRating',
  average: 'ratingValue',
};

const reviewType = /(?:^|[/#:])(?:Critic)?Review(?:\s|$)/;
const filmType = /(?:^|[/#:])Movie(?:\s|$)/;
const maxScopes = 40;
const maxProperties = 200;

function readValue(element: Element): string {
  const stated = attribute(element, 'content') || attribute(element, 'datetime');
  if (stated) return stated;
  const name = nameOf(element);
  if (name === 'a' || name === 'link') return attribute(element, 'href');
  return name === 'img' ? attribute(element, 'src') : rawText(element, 100_000);
}

function add(item: Item, name: string, value: unknown): void {
  const known = Object.hasOwn(item, name) ? item[name] : undefined;
  item[name] =
    known === undefined ? value : Array.isArray(known) ? [...(known as unknown[]), value] : [known, value];
}

function isNear(element: Element, scopes: Element[]): boolean {
  return !scopes.some((scope) => scope !== element && !isClosed(scope) && scope.contains(element));
}

/** The thing that an element describes; a link is read as a name, except for addresses. */
function readScope(scope: Element, grammar: Grammar, depth: number): Item {
  const item: Item = { '@type': attribute(scope, grammar.type).split(/\s+/) };
  const inner = Array.from(scope.querySelectorAll(`[${grammar.scope}]`)).slice(0, maxProperties);
  const { property, hung } = grammar;
  const properties = Array.from(scope.querySelectorAll(hung ? `[${property}], ${hung}` : `[${property}]`));
  for (const element of properties.slice(0, maxProperties)) {
    if (isClosed(element) || !isNear(element, inner)) continue;
    const isThing = element.hasAttribute(grammar.scope);
    const around = hung ? parentOf(element) : null;
    const names = (attribute(element, property) || (around ? attribute(around, 'rel') : '')).split(/\s+/);
    for (const long of names) {
      const name = long.replace(/^.*[:/#]/, '');
      const known = Object.hasOwn(oldNames, name) ? oldNames[name] : undefined;
      const isName = nameOf(element) === 'a' && !/^(?:url|sameAs)$/.test(name);
      const text = isName ? rawText(element, 500) : readValue(element);
      if (/^[\w-]{1,40}$/.test(name) && name !== '__proto__')
        add(item, known ?? name, isThing && depth > 0 ? readScope(element, grammar, depth - 1) : text);
    }
  }
  return item;
}

/**
 * The reviews and films that a page's microdata and RDFa describe, in schema.org's terms. Empty if there is
 * no review and none is `expected`, because film sites have thousands of properties.
 */
export function readAttributes(root: Element, isExpected: boolean): { evidence: Evidence; items: Item[] }[] {
  return grammars.map((grammar) => {
    const all = Array.from(root.querySelectorAll(`[${grammar.scope}]`)).filter((scope) => !isClosed(scope));
    const hasType = (scope: Element, type: RegExp): boolean => type.test(attribute(scope, grammar.type));
    const hasReview = isExpected || all.some((scope) => hasType(scope, reviewType));
    const typed = hasReview
      ? all.filter((scope) => hasType(scope, reviewType) || hasType(scope, filmType))
      : [];
    const wanted = typed.slice(0, maxScopes).filter((scope) => isNear(scope, typed.slice(0, maxScopes)));
    const items = wanted.map((scope) => readScope(scope, grammar, 4));
    return { evidence: grammar.evidence, items };
  });
}
