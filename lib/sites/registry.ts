import { allocine } from './allocine.ts';
import { appletv } from './appletv.ts';
import { criterion } from './criterion.ts';
import { csfd } from './csfd.ts';
import { disneyplus } from './disneyplus.ts';
import { douban } from './douban.ts';
import { filmaffinity } from './filmaffinity.ts';
import { filmweb } from './filmweb.ts';
import { google } from './google.ts';
import { guardian } from './guardian.ts';
import { imdb } from './imdb.ts';
import { justwatch } from './justwatch.ts';
import { kinopoisk } from './kinopoisk.ts';
import { letterboxd } from './letterboxd.ts';
import { max } from './max.ts';
import { metacritic } from './metacritic.ts';
import { mubi } from './mubi.ts';
import { netflix } from './netflix.ts';
import { primevideo } from './primevideo.ts';
import { reddit } from './reddit.ts';
import { rogerebert } from './rogerebert.ts';
import { rottentomatoes } from './rottentomatoes.ts';
import { tmdb } from './tmdb.ts';
import { trakt } from './trakt.ts';
import { wikipedia } from './wikipedia.ts';
import { youtube } from './youtube.ts';
import type { SiteAdapter } from './types.ts';

/** Every site adapter, in alphabetical order of id. The content script and the manifest use this list. */
export const siteAdapters: SiteAdapter[] = [
  allocine,
  appletv,
  criterion,
  csfd,
  disneyplus,
  douban,
  filmaffinity,
  filmweb,
  google,
  guardian,
  imdb,
  justwatch,
  kinopoisk,
  letterboxd,
  max,
  metacritic,
  mubi,
  netflix,
  primevideo,
  reddit,
  rogerebert,
  rottentomatoes,
  tmdb,
  trakt,
  wikipedia,
  youtube,
];
