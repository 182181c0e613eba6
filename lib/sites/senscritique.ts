import type { SiteAdapter } from './types.ts';

export const senscritique: SiteAdapter = {
  id: 'senscritique',
  name: 'SensCritique',
  matches: ['*://www.senscritique.com/*'],
  pages: [
    {
      kind: 'film',
      path: /^\/film\/[^/?]+\/\d+/,
      subject: {
        title: ['h1'],
        year: ['h1 + *'],
        alternativeTitles: [{ among: 'p, li, div > span', label: /^Titre original\s*:?/ }],
        directors: ['[data-testid="creators"] a'],
      },
    },
    { kind: 'series', path: /^\/serie\/[^/?]+\/\d+/, subject: { title: ['h1'] } },
    { kind: 'other', path: /^\/(?:jeuvideo|livre|bd|album|morceau)\// },
    { kind: 'search', path: /^\/search/ },
    { kind: 'list', path: /^\/(?:$|\?|films|liste|top|[\w.-]+\/(?:collection|critiques|listes))/ },
  ],
  rows: [
    {
      item: 'a[href*="/film/"], a[href*="/serie/"]',
      title: ['@#own'],
      address: /\/(?:film|serie)\/[^/?]+\/\d+$/,
      notFilm: [{ selector: 'a[href*="/serie/"]', kind: 'series' }],
    },
  ],
};
