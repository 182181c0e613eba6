// The frame of every page of the sample film site.
import { formatPage } from './page.ts';

export const filmHost = 'films.marquee.example';
export const siteName = 'The Film Catalogue';

const places: [string, string][] = [
  ['All films', '/'],
  ['New', '/new/'],
  ['Titles alone', '/shelf/'],
  ['Original titles', '/original/'],
  ['As you scroll', '/scroll/'],
  ['Without reloading', '/tour/'],
  ['About', '/about/'],
];

/** Returns a whole page of the film site. */
export const formatFilmPage = (title: string, main: string, head = ''): string =>
  formatPage({ title: `${title} – ${siteName}`, siteName, places, head, main });
