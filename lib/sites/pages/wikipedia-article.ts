import { findKindOfArticle } from '../../films/refs.ts';
import { findElement, listElements, readAttribute, readText } from '../page-elements.ts';
import { findKindWord, findYear, parseTitleParts } from '../title-parts.ts';
import type { AdapterFinding } from '../types.ts';

/** Categories of the films of one year in the larger Wikipedias ("1994 films", "Film sorti en 1994"). */
const filmCategory =
  /^(?:\d{4} (?:[^\s\d]+ ){0,5}(?:films|filmjei|filmleri)|Filmtitel \d{4}|Film (?:\D{0,40} )?(?:sorti en|del|uit|fra|tahun) \d{4}|(?:Pel[ií]culas|Filmes|Pel·lícules)(?: \D{0,40})? d[eo]l? \d{4}|(?:[^\s\d]+ )?film(?:y|er|e|ovi) (?:(?:z roku|z|från|fra|din|iz) )?\d{4}(?: roku)?|(?:Фильмы|Фільми|Филми)(?! об? )\D{0,40}\d{4}(?: года| року)?|\d{4}年の?[^\s\d]{0,6}(?:映画|电影|電影)(?:作品)?|\d{4}년 (?:[^\s\d]+ )?영화|Vuoden \d{4} elokuvat|(?:Ταινίες του|סרטי|أفلام) \d{4})$/i;

/** A bracket at the end of an article's name: "(2014 film)", "(1994)". */
const brackets = /\s*\([^()]*\)$/;
const directorLabels =
  /^(?:Directed by|Regie|Réalisation|Réalisateur|Direcci[óo]n|Regia|Direção|Reżyseria|Režie|Режисс[её]р|Режисер|Regi|監督|导演|導演|감독)/;

const notContent = '.navbox, .sidebar, .reflist, .references, #catlinks, #mw-panel, .vector-header-container';

/** The films that links in the text lead to, if the link has the article's name or a part of it. */
export function* listFilmLinks(root: Element): Generator<AdapterFinding | null> {
  for (const link of listElements(root, 'a[title$="film)"]')) {
    const [article, title] = [readAttribute(link, 'title'), readText(link)];
    const words = title
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    const isNamed = words.some((word) => article.toLowerCase().includes(word));
    const isContent =
      /\/wiki\//.test(readAttribute(link, 'href')) &&
      !link.hasAttribute('hreflang') &&
      link.closest(notContent) === null;
    const parts = parseTitleParts(title);
    yield isNamed && isContent
      ? {
          hint: {
            ...parts,
            kind: 'film',
            year: parts.year ?? findYear(/\(\d{4}[^()]*film\)$/.exec(article)?.[0] ?? ''),
          },
          links: [readAttribute(link, 'href')],
          element: link,
        }
      : null;
  }
}

/**
 * The film that an article is about; the work of another kind if its name states the kind; null for any other article.
 */
export function readArticle(root: Element, url: URL): AdapterFinding | null {
  const heading = findElement(root, '#firstHeading');
  const name = heading ? readText(heading) : '';
  if (!heading || !name) return null;
  const [year = null] = listElements(root, '#mw-normal-catlinks li')
    .map(readText)
    .filter((category) => filmCategory.test(category))
    .map(findYear)
    .sort();
  const kind = findKindWord(brackets.exec(name)?.[0] ?? '');
  const parts = parseTitleParts(name);
  const bare = name.replace(brackets, '');
  if (kind) return { hint: { title: bare, kind }, element: heading, isSubject: true };
  const isNamed = findKindOfArticle(name) === 'film';
  if (!year && !isNamed) return null;
  return {
    hint: {
      title: isNamed || /\d{4}[^()]*\)$/.test(name) ? bare : name,
      year: parts.year ?? year,
      directors: listDirectors(root),
    },
    links: listArticleLinks(root, url),
    element: heading,
    isSubject: true,
  };
}

function listDirectors(root: Element): string[] {
  const row = listElements(root, '.infobox tr').find((tr) => directorLabels.test(readText(tr)));
  const cell = row ? findElement(row, 'td') : null;
  if (!cell) return [];
  const names = listElements(cell, 'a, li').map(readText);
  return [...new Set(names.length > 0 ? names : [readText(cell)])]
    .filter((name) => name.length > 1 && name.length < 60)
    .slice(0, 8);
}

/**
 * The addresses of the article and of its Wikidata item. Also IMDb's, but only if the article links to a single title:
 * articles on franchises link to several.
 */
function listArticleLinks(root: Element, url: URL): string[] {
  const item = findElement(root, '#t-wikibase a');
  const entity = /Q\d+$/.exec(item ? readAttribute(item, 'href') : '')?.[0];
  const external = listElements(root, 'a[href*="imdb.com/title/tt"]').map((link) =>
    readAttribute(link, 'href'),
  );
  const imdb = new Set(external.map((href) => /tt\d+/.exec(href)?.[0]));
  return [
    url.href,
    ...(entity ? [`https://www.wikidata.org/wiki/${entity}`] : []),
    ...(imdb.size === 1 ? external.slice(0, 1) : []),
  ];
}
