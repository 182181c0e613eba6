import { parseId, provesFilm } from '../../films/film-ids.ts';
import type { IdKind } from '../../films/id-systems.ts';
import { findRefInUrl } from '../../films/refs.ts';
import { readTitle } from './title.ts';
import type { WorkKind } from '../../films/types.ts';
import { attribute, joinPresent, listElements, nameOf } from '../dom.ts';
import { makeSighting } from '../sighting.ts';
import type { Sighting } from '../types.ts';
import type { Page } from '../page.ts';

/** Attributes that contain the title of a film and nothing else. */
const titleNames = [
  'data-film-name',
  'data-film-title',
  'data-movie-title',
  'data-movie-name',
  'data-moviename',
  'data-filmname',
  'mediatitle',
];
/** Attributes that contain the title of any work; another attribute says whether it is a film. */
const anyNames = ['data-card-title', 'data-item-name', 'data-media-title', 'data-title'];
/** Attributes that state the kind of work. */
const kindNames = [
  'data-card-entity-type',
  'mediatype',
  'data-media-type',
  'data-type',
  'data-item-type',
  'data-content-type',
];
/** Attributes that contain an id, and its system. */
const idNames: [name: string, kind: IdKind][] = [
  ['data-imdb-id', 'imdb'],
  ['data-tconst', 'imdb'],
  ['data-imdb', 'imdb'],
  ['data-tmdb-id', 'tmdb'],
  ['data-film-slug', 'letterboxd'],
];

const selectors = [...titleNames, ...anyNames, 'data-imdb-id', 'data-tconst'].map((name) => `[${name}]`);

/** Maximum number of elements read per page. */
const maxElements = 5000;

/** The kind of work that an element's attributes state; null if they state none. */
function readKind(element: Element): WorkKind | null {
  const value = kindNames.map((name) => attribute(element, name)).find((text) => text !== '') ?? '';
  if (/^(?:movies?|films?|feature)$/i.test(value)) return 'film';
  if (/^(?:tv|series|show|tv ?(?:show|series)|season)$/i.test(value)) return 'series';
  return /^(?:episode|game|person|event|book|album)$/i.test(value)
    ? value.toLowerCase() === 'episode'
      ? 'episode'
      : 'other'
    : null;
}

function readElement(element: Element, page: Page): Sighting | null {
  const first = (names: string[]): string =>
    names.map((name) => attribute(element, name)).find((text) => text.trim() !== '') ?? '';
  const link =
    attribute(element, 'data-item-link') ||
    attribute(element, 'data-target-link') ||
    attribute(element, 'href');
  const linked = link ? findRefInUrl(link, page.url.href) : null;
  const refs = [...idNames.map(([name, kind]) => parseId(kind, attribute(element, name))), linked].filter(
    (ref) => ref !== null,
  );
  const kind = readKind(element) ?? (provesFilm(refs) ? 'film' : null);
  const image = element.querySelector('img[alt]');
  const own = first(titleNames);
  const text = own || first(anyNames) || (refs.length > 0 && image ? attribute(image, 'alt') : '');
  if (text === '' || (own === '' && kind === null && refs.length === 0)) return null;
  const parsed = readTitle(text);
  const year = first([
    'data-film-release-year',
    'data-film-year',
    'data-year',
    'releaseyear',
    'release-year',
  ]);
  return makeSighting({
    title: parsed.title,
    alternativeTitles: parsed.alternativeTitles,
    year: parsed.year ?? (/^(?:18|19|20)\d\d$/.test(year) ? Number(year) : null),
    refs: [...new Set(refs)],
    kind: kind ?? parsed.kind ?? 'film',
    element,
    evidence: 'data-attribute',
    context: { setApart: true },
  });
}

/** The works of any kind that `data-*` attributes name. Pauses often. */
export function* readDataAttributes(page: Page, root: Element): Generator<Sighting | null> {
  const selector = joinPresent(root, selectors);
  const elements = selector === null ? [] : listElements(root, selector, maxElements);
  for (const [at, element] of elements.entries()) {
    if (nameOf(element) !== 'form') {
      const found = readElement(element, page);
      if (found) yield found;
    }
    if (at % 50 === 49) yield null;
  }
}
