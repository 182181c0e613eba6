import type { FileFormat } from '../types.ts';
import { generic } from './generic.ts';
import { imdb } from './imdb.ts';
import { letterboxd } from './letterboxd.ts';
import { marquee } from './marquee.ts';
import { movary } from './movary.ts';
import { netflix } from './netflix.ts';
import { plainList } from './plain-list.ts';
import { simkl } from './simkl.ts';
import { criticker } from './criticker.ts';
import { douban } from './douban.ts';
import { filmtipset } from './filmtipset.ts';
import { filmweb } from './filmweb.ts';
import { icheckmovies } from './icheckmovies.ts';
import { jellyfin } from './jellyfin.ts';
import { kodi } from './kodi.ts';
import { mediatracker } from './mediatracker.ts';
import { movielens } from './movielens.ts';
import { plex } from './plex.ts';
import { prime } from './prime.ts';
import { ryot } from './ryot.ts';
import { showcase } from './showcase.ts';
import { simklCsv } from './simkl-csv.ts';
import { tautulli } from './tautulli.ts';
import { todomovies } from './todomovies.ts';
import { tvtime } from './tvtime.ts';
import { watcharr } from './watcharr.ts';
import { tmdb } from './tmdb.ts';
import { trakt } from './trakt.ts';
import { yamtrack } from './yamtrack.ts';

/** Every format, in the order in which they are tried. The one that accepts any table is last. */
export const formats: FileFormat[] = [
  marquee,
  simklCsv,
  letterboxd,
  imdb,
  trakt,
  tmdb,
  simkl,
  movary,
  yamtrack,
  netflix,
  criticker,
  douban,
  filmtipset,
  filmweb,
  icheckmovies,
  jellyfin,
  kodi,
  mediatracker,
  movielens,
  plex,
  prime,
  ryot,
  showcase,
  tautulli,
  todomovies,
  tvtime,
  watcharr,
  plainList,
  generic,
];
