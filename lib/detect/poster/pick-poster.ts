import type { Film } from '../../films/types.ts';
import { listWords } from '../../text/text.ts';
import type { ShownPoster } from './types.ts';

/** Words that stand beside a film's title in the name of its poster, in the languages of film sites. */
const posterWords = new Set(
  `poster posters cover artwork image picture photo film movie official theatrical key art dvd bluray blu ray
  filmplakat kinoplakat plakat filmposter titelbild affiche jaquette cartel caratula portada locandina copertina plakát
  plakatu okladka obal juliste filmaffisch affisch plakaten cartaz capa afis poszter постер плакат афиша обложка
  海报 海報 ポスター 포스터 of for the a to and de du des d la le les l del di della il der die das von zu zum do da`
    .split(/\s+/)
    .flatMap(listWords),
);

/** Whether a name is that of a film's poster: its title, and beside it nothing but its year and words for posters. */
function namesPoster(
  name: string,
  { title, originalTitle, alternativeTitles = [], year }: PosterFilm,
): boolean {
  const words = listWords(name);
  return [title, originalTitle ?? '', ...alternativeTitles].some((one) => {
    const wanted = listWords(one);
    const at = words.findIndex((_, from) => wanted.every((word, step) => words[from + step] === word));
    if (wanted.length === 0 || at < 0) return false;
    const others = [...words.slice(0, at), ...words.slice(at + wanted.length)];
    return others.every((word) => posterWords.has(word) || word === String(year));
  });
}

type PosterFilm = Pick<Film, 'title' | 'year'> & Partial<Pick<Film, 'originalTitle' | 'alternativeTitles'>>;

const areaOf = ({ box }: ShownPoster): number => box.width * box.height;

/**
 * The poster of the film that a page is about; null if none of its images is known to be it. One that the page declares as
 * its own and that has the film's name comes first, then one with the name, then a declared one without any other name.
 */
export function pickPoster(posters: ShownPoster[], film: PosterFilm): ShownPoster | null {
  const rate = ({ names, isDeclared }: ShownPoster): number => {
    const isNamed = names.some((name) => namesPoster(name, film));
    if (isNamed) return isDeclared ? 3 : 2;
    return isDeclared && names.every((name) => listWords(name).every((word) => posterWords.has(word)))
      ? 1
      : 0;
  };
  const [best] = posters
    .map((poster) => ({ poster, rank: rate(poster) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || areaOf(b.poster) - areaOf(a.poster));
  return best?.poster ?? null;
}
