import { titleKey, titleRef } from '../films/title-key.ts';
import type { Film, FilmRef } from '../films/types.ts';

type Titles = Pick<Film, 'title' | 'originalTitle' | 'alternativeTitles'>;

/** The keys of all titles a film bears, its main title's first, each once. A film stands under the first, the others lead to it. */
export function listTitleKeys({ title, originalTitle, alternativeTitles }: Titles): FilmRef[] {
  const titles = [title, ...(originalTitle === null ? [] : [originalTitle]), ...alternativeTitles];
  return [...new Set(titles.map(titleKey))].filter((key) => key !== 'title:');
}

/** The refs that are ids of other systems; a title is none. */
export function listIds({ refs }: Pick<Film, 'refs'>): FilmRef[] {
  return [...new Set(refs)].filter((ref) => !ref.startsWith('title:'));
}

/** The film's name by title and year, for those of its refs that a shard does not hold. */
export function titleRefsOf({ title, year }: Pick<Film, 'title' | 'year'>): FilmRef[] {
  return [titleRef(title, year)];
}
