import type { FileFormat } from '../types.ts';
import { generic } from './generic.ts';
import { imdb } from './imdb.ts';
import { letterboxd } from './letterboxd.ts';
import { marquee } from './marquee.ts';
import { movary } from './movary.ts';
import { netflix } from './netflix.ts';
import { simkl } from './simkl.ts';
import { tmdb } from './tmdb.ts';
import { trakt } from './trakt.ts';
import { yamtrack } from './yamtrack.ts';

/** Every format, in the order in which they are tried. The one that accepts any table is last. */
export const formats: FileFormat[] = [
  marquee,
  letterboxd,
  imdb,
  trakt,
  tmdb,
  simkl,
  movary,
  yamtrack,
  netflix,
  generic,
];
