import type { FilmView } from '../../components/log/types.ts';
import type { FilmSeed } from '../../lib/watchlog/types.ts';

/** What names a film of the log when something is written about it. */
export function formatSeed({ refs, title, year }: FilmView): FilmSeed {
  return { refs, title, year };
}
