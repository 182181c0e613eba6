import { isTitleRef, listTitleKeys, titleKey, titleRef } from '../films/titles/title-key.ts';
import type { Film, FilmRef } from '../films/types.ts';

type Titles = Pick<Film, 'title' | 'originalTitle' | 'alternativeTitles'>;

/** The key under which a catalogue stores a film: its main title's. Null if the title has no visible character. */
export function findHomeKey({ title }: Pick<Film, 'title'>): FilmRef | null {
  const key = titleKey(title);
  return key === 'title:' ? null : key;
}

/** The keys of all titles of a film, each once. */
export function listFilmTitleKeys({ title, originalTitle, alternativeTitles }: Titles): FilmRef[] {
  const titles = [title, ...(originalTitle === null ? [] : [originalTitle]), ...alternativeTitles];
  return [...new Set(titles.flatMap(listTitleKeys))];
}

/** The refs that are ids of other systems, each once; title refs are not. */
export function listIds({ refs }: Pick<Film, 'refs'>): FilmRef[] {
  return [...new Set(refs)].filter((ref) => !isTitleRef(ref));
}

/** The film's refs by title and year. A shard omits them because they follow from the title and the year. */
export function listTitleRefs({ title, year }: Pick<Film, 'title' | 'year'>): FilmRef[] {
  return [titleRef(title, year)];
}
