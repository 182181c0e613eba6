import { listElements, readText } from './page-elements.ts';
import type { AdapterFinding, SiteAdapter } from './types.ts';

const facts = '#info';

/**
 * The heading has the Chinese title followed by the original title. The title in the head ends where the Chinese one
 * ends.
 */
function* findSubject(root: Element, url: URL): Generator<AdapterFinding | null> {
  const [heading] = listElements(root, '[property="v:itemreviewed"]');
  const [head] = listElements(root, 'title');
  if (!heading) return;
  const whole = readText(heading);
  const local = head ? readText(head).replace(/\s*\(豆瓣\)$/, '') : whole;
  const title = local && whole.startsWith(local) ? local : whole;
  const [year, info] = [listElements(root, '.year')[0], listElements(root, facts)[0]];
  const text = info ? readText(info) : '';
  const isSeries = /(?:集数|季数|单集片长)\s*[:：]/.test(text);
  const imdb = /IMDb[^:：]{0,8}[:：]\s*(tt\d{7,10})/i.exec(text)?.[1];
  yield {
    hint: {
      title,
      alternativeTitles: [whole.slice(title.length).trim()].filter((name) => name),
      year: Number(/\d{4}/.exec(year ? readText(year) : '')?.[0]) || null,
      directors: listElements(root, '[rel="v:directedBy"]').map(readText).slice(0, 8),
      ...(isSeries && { kind: 'series' as const }),
    },
    links: [url.href, ...(imdb ? [`https://www.imdb.com/title/${imdb}/`] : [])],
    element: heading,
    isSubject: true,
  };
}

export const douban: SiteAdapter = {
  id: 'douban',
  name: 'Douban',
  matches: ['*://movie.douban.com/*', '*://m.douban.com/movie/*'],
  isFilmSite: true,
  pages: [
    { kind: 'film', path: /^\/(?:movie\/)?subject\/\d+/, find: findSubject },
    { kind: 'person', path: /^\/celebrity\/\d+/ },
    { kind: 'search', path: /^\/(?:subject_search|search)/ },
    { kind: 'list', path: /^\/(?:$|\?|top250|chart|tag|explore|cinema|typerank|people|mine|doulist)/ },
  ],
  rows: [
    {
      item: '.grid_view .item',
      title: ['.hd .title'],
      year: ['.bd p'],
      alternativeTitles: ['.hd .title', '.hd .other'],
      noise: /^\s*\/\s*|\s\/.*$/g,
      links: ['.hd a@href'],
    },
    { item: 'a.nbg[title]', title: ['@title'], address: /\/subject\/\d+/ },
  ],
};
