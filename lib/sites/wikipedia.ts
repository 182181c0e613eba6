import { listFilmLinks, readArticle } from './pages/wikipedia-article.ts';
import { listBullets, listTableRows } from './pages/wikipedia-tables.ts';
import type { AdapterFinding, SiteAdapter } from './types.ts';

function* findInList(root: Element, url: URL): Generator<AdapterFinding | null> {
  yield* listTableRows(root, url, true);
  yield* listBullets(root);
  yield* listFilmLinks(root);
}

/** Reads the subject of an article, then its tables: articles of every kind can have a table with a column "Film". */
function* findInArticle(root: Element, url: URL): Generator<AdapterFinding | null> {
  yield readArticle(root, url);
  yield* listTableRows(root, url, false);
  yield* listFilmLinks(root);
}

export const wikipedia: SiteAdapter = {
  id: 'wikipedia',
  name: 'Wikipedia',
  matches: ['*://*.wikipedia.org/*'],
  pages: [
    {
      kind: 'list',
      path: /^\/wiki\/(?:(?:Lists?_of|Liste_|Lista_|Spisok_|%D0%A1%D0%BF%D0%B8%D1%81%D0%BE%D0%BA)[^?]*(?:film|movie|pel%C3%ADcula|%D1%84%D0%B8%D0%BB%D1%8C%D0%BC)|[^?]*_filmography|\d{4}_in_film)/i,
      find: findInList,
    },
    { kind: 'other', path: /^\/wiki\/(?![^/?]+:[^_])[^?]/, find: findInArticle },
  ],
};
