import { isTitleRef, listTitleKeys, titleKey, titleRef } from '../films/titles/title-key.ts';
import type { Film, FilmRef } from '../films/types.ts';

type Titles = Pick<Film, 'title' | 'originalTitle' | 'alternativeTitles'>;

/** The key that a film stands under on a catalogue: its main title's; null for a title of nothing visible. */
export function findHomeKey({ title }: Pick<Film, 'title'>): FilmRef | null {
  const key = titleKey(title);
  return key === 'title:' ? null : key;
}

/** The keys of all titles a film may be met under, each once. */
export function listFilmTitleKeys({ title, originalTitle, alternativeTitles }: Titles): FilmRef[] {
  const titles = [title, ...(originalTitle === null ? [] : [originalTitle]), ...alternativeTitles];
  return [...new Set(titles.flatMap(listTitleKeys))];
}

/** The refs that are ids of other systems, each once; a title is none. */
export function listIds({ refs }: Pick<Film, 'refs'>): FilmRef[] {
  return [...new Set(refs)].filter((ref) => !isTitleRef(ref));
}

/** The film's name by title and year, which a shard leaves out of its refs because it follows from them. */
export function listTitleRefs({ title, year }: Pick<Film, 'title' | 'year'>): FilmRef[] {
  return [titleRef(title, year)];
}
