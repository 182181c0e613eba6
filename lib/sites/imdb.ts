import { findElement } from './page-elements.ts';
import { findKindWord } from './title-parts.ts';
import type { AdapterFinding, SiteAdapter } from './types.ts';

const metadata =
  '[class*="title-metadata-item"], [class*="title-type"], .ipc-inline-list__item, .ipc-metadata-list-summary-item__li, li li';

/** Limits of the page's data: its length in UTF-16 units, and the number of values that are visited. */
const [maxData, maxVisits] = [4_000_000, 60_000];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The property of an object's property; undefined if there is none. */
function read(value: unknown, ...path: string[]): unknown {
  return path.reduce((at: unknown, key) => (isRecord(at) ? at[key] : undefined), value);
}

/** The titles that the page's own data calls series, episodes or games. Their rows look like those of films. */
function* findOthers(root: Element): Generator<AdapterFinding | null> {
  const text = findElement(root, '#__NEXT_DATA__')?.textContent ?? '';
  if (text.length > maxData || !text.includes('"titleText"')) return;
  const visits: unknown[] = [];
  try {
    visits.push(JSON.parse(text));
  } catch {
    return;
  }
  for (let count = 1; visits.length > 0 && count < maxVisits; count += 1) {
    const value = visits.pop();
    if (!isRecord(value)) continue;
    const { id, series } = value;
    const [type, title] = [read(value, 'titleType', 'id'), read(value, 'titleText', 'text')];
    if (typeof id === 'string' && /^tt\d+$/.test(id) && typeof title === 'string') {
      const kind = series || /episode/i.test(String(type)) ? 'episode' : findKindWord(String(type));
      if (kind) yield { hint: { title, kind }, links: [`https://www.imdb.com/title/${id}/`], element: null };
    }
    visits.push(...Object.values(value));
    if (count % 500 === 0) yield null;
  }
}

export const imdb: SiteAdapter = {
  id: 'imdb',
  name: 'IMDb',
  matches: ['*://*.imdb.com/*'],
  isFilmSite: true,
  pages: [
    {
      // Every title in a series' list of episodes is an episode.
      kind: 'series',
      path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/title\/tt\d+\/(?:episodes|epdate|eprate)\b/,
      rows: [
        {
          item: 'a[href*="/title/tt"]',
          title: [''],
          notFilm: [{ selector: '', kind: 'episode' }],
        },
      ],
    },
    {
      kind: 'film',
      path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/title\/tt\d+/,
      find: findOthers,
      subject: {
        // The title in the head is in the same language for all readers. The h1 of a subpage is the name of the
        // subpage.
        title: [
          'meta[property="og:title"]@content',
          'h1[data-testid="hero__pageTitle"]',
          '[data-testid="subtitle"]',
          '.title_wrapper h1',
          'h1[itemprop="name"]',
          'h3[itemprop="name"]',
        ],
        alternativeTitles: ['title', 'h1[data-testid="hero__pageTitle"]', '.originalTitle'],
        noise: /\s+- IMDb$|\(original title\)| ⭐.*$/,
        notFilm: [
          { selector: 'meta[property="og:type"][content*="episode"]', kind: 'episode' },
          { selector: 'meta[property="og:type"][content*="tv_show"]', kind: 'series' },
          { selector: '[data-testid="hero-subnav-bar-left-block"] a[href*="episodes/"]', kind: 'series' },
        ],
      },
    },
    { kind: 'person', path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/name\/nm\d+/, find: findOthers },
    { kind: 'search', path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/(?:find|search)\b/ },
    {
      kind: 'list',
      path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/(?:$|\?|chart|list|user|movies-|calendar|what-to-watch|trailers)/,
    },
  ],
  rows: [
    {
      item: '.ipc-metadata-list-summary-item',
      title: ['.ipc-title__text', 'a[href*="/title/tt"]'],
      year: [metadata],
      noise: /^\d+\.\s/,
      links: ['a[href*="/title/tt"]@href'],
      address: /\/title\/tt\d/,
      notFilm: [
        { selector: metadata, text: /^(?:tv|video game|podcast|music video)/i },
        { selector: metadata, text: /^\d{4}[–-]/, kind: 'series' },
      ],
    },
    // Pages of people until 2022.
    { item: '.filmo-row', title: ['b > a'], year: ['.year_column'] },
    {
      // `small` contains the titles for which a person or an episode in search results is known.
      item: 'a[href*="/title/tt"]:not(small a)',
      title: [''],
      address: /\/\/(?:www\.|m\.)?imdb\.com\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?title\/tt\d+\/?(?:\?|$)/,
      notFilm: [
        { selector: '.filmo-episodes a', kind: 'episode' },
        { selector: '[data-testid="hero-title-block__series-link"]', kind: 'series' },
        // Old pages have the series in quotes: `"Futurama" Fear of a Bot Planet`, or with "(#1.5)" for an episode.
        { selector: '', text: /^"[^"]+"/, kind: 'series' },
      ],
    },
  ],
};
