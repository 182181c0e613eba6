import { imdb } from './imdb.ts';
import { letterboxd } from './letterboxd.ts';
import { rottentomatoes } from './rottentomatoes.ts';
import { tmdb } from './tmdb.ts';
import type { SiteAdapter } from './types.ts';
import { wikipedia } from './wikipedia.ts';

/** Every site adapter, in alphabetical order of id. Feeds the content script and the manifest. */
export const siteAdapters: SiteAdapter[] = [imdb, letterboxd, rottentomatoes, tmdb, wikipedia];
