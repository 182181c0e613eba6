import { findElement, listElements, readAttribute, readText } from '../page-elements.ts';
import { findKindWord, findYear, parseTitleParts } from '../title-parts.ts';
import type { AdapterFinding } from '../types.ts';

/** Categories of the films of one year in the larger Wikipedias ("1994 films", "Film sorti en 1994"). */
const filmCategories = [
  /^\d{4} (?:[^\s\d]+ ){0,5}(?:films|filmjei|filmleri)$/,
  /^Filmtitel \d{4}$/,
  /^Film (?:\D{0,40} )?(?:sorti en|del|uit|fra|tahun) \d{4}$/,
  /^(?:Pel[ií]culas|Filmes|Pel·lícules)(?: \D{0,40})? d[eo]l? \d{4}$/,
  /^(?:[^\s\d]+ )?film(?:y|er|e|ovi) (?:(?:z roku|z|från|fra|din|iz) )?\d{4}(?: roku)?$/i,
  /^(?:Фильмы|Фільми|Филми)(?! об? )\D{0,40}\d{4}(?: года| року)?$/,
  /^\d{4}年の?[^\s\d]{0,6}(?:映画|电影|電影)(?:作品)?$/,
  /^\d{4}년 (?:[^\s\d]+ )?영화$/,
  /^Vuoden \d{4} elokuvat$/,
  /^(?:Ταινίες του|סרטי|أفلام) \d{4}$/,
];

const filmBrackets =
  /\s*\([^()]*(?:film|movie|pel[ií]cula|фильм|фільм|elokuva|映画|电影|電影|영화|\d{4})[^()]*\)$/i;
const directorLabels =
  /^(?:Directed by|Regie|Réalisation|Réalisateur|Direcci[óo]n|Regia|Direção|Reżyseria|Režie|Режисс[её]р|Режисер|Regi|監督|导演|導演|감독)/;

/** Brackets that say that the article is about a film: "(2014 film)", "(película de 2014)". */
const filmName =
  /\((?:.* )?(?:film|movie|filme|pel[ií]cula|pel·lícula|фильм|фільм|филм|elokuva|映画|电影|電影|영화|ταινία|סרט|فيلم|فیلم)(?:,? (?:d[eo] )?\d{4})?\)$/i;

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
    yield isNamed && isContent
      ? {
          hint: {
            ...parseTitleParts(title),
            kind: 'film',
            year: parseTitleParts(title).year ?? findYear(/\((\d{4})[^()]*film\)$/.exec(article)?.[1] ?? ''),
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
  const years = listElements(root, '#mw-normal-catlinks li')
    .map(readText)
    .filter((category) => filmCategories.some((pattern) => pattern.test(category)))
    .map(findYear)
    .filter((year) => year !== null);
  const kind = findKindWord(/\([^()]*\)$/.exec(name)?.[0] ?? '');
  const parts = parseTitleParts(name);
  if (kind)
    return { hint: { title: name.replace(/\s*\([^()]*\)$/, ''), kind }, element: heading, isSubject: true };
  if (years.length === 0 && !filmName.test(name)) return null;
  return {
    hint: {
      title: name.replace(filmBrackets, ''),
      year: parts.year ?? (years.length > 0 ? Math.min(...years) : null),
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
