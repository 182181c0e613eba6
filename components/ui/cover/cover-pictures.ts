import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { createContext } from 'preact';
import type { CoverFilm, FoundCover } from '../../../lib/messaging/cover-protocol.ts';

/** Where covers get their pictures from. */
export interface CoverPictures {
  /** The picture of a film as the address of its data; null until it is known, and where there is none. */
  find: (film: CoverFilm) => ReadonlySignal<string | null>;
  /** The same, only out of what is kept: for films that merely pass, such as suggestions. */
  findKept: (film: CoverFilm) => ReadonlySignal<string | null>;
  /** Whether the page has shown a picture of TMDB, whose terms are to be there too. */
  hasTmdb: ReadonlySignal<boolean>;
  /** Asks again for every picture that was asked for. */
  refresh: () => void;
}

/** The pictures of the page; without them all covers are drawn. */
export const CoverPicturesContext = createContext<CoverPictures | null>(null);

const nameFilm = ({ refs, title, year }: CoverFilm): string => JSON.stringify([title, year, refs]);

/** How the pictures of films are asked for. */
export interface CoverAsking {
  /** The most films with one call of `find`. */
  most: number;
  find: (films: CoverFilm[]) => Promise<(FoundCover | null)[]>;
  /** The most films with one call of `fetch`. */
  mostFetched: number;
  /** The covers of films after those that are missing were fetched; null: none is fetched now. */
  fetch: (films: CoverFilm[]) => Promise<(FoundCover | null)[] | null>;
}

interface KnownFilm {
  film: CoverFilm;
  picture: Signal<string | null>;
  isFetched: boolean;
}

/** Fetches films a few at a time, those that were asked for last first: they are still in view. */
function createFetching(
  { fetch, mostFetched }: CoverAsking,
  show: (one: KnownFilm, found: FoundCover | null) => void,
) {
  let missing: KnownFilm[] = [];
  let isFetching = false;
  return async (more: KnownFilm[]): Promise<void> => {
    missing = [...missing.filter((one) => !more.includes(one)), ...more];
    if (isFetching) return;
    isFetching = true;
    while (missing.length > 0) {
      const asked = missing.splice(-mostFetched);
      const found = await fetch(asked.map(({ film }) => film)).catch(() => null);
      if (found === null) missing = [];
      asked.forEach((one, at) => found?.[at] && show(one, found[at]));
    }
    isFetching = false;
  };
}

/** Asks for the pictures of the films that are drawn at one time together, and then for those that can be fetched. */
export function createCoverPictures(asking: CoverAsking): CoverPictures {
  const known = new Map<string, KnownFilm>();
  const waiting: string[] = [];
  const hasTmdb = signal(false);

  const show = ({ picture }: KnownFilm, found: FoundCover | null): void => {
    picture.value = found?.picture ?? null;
    if (found?.isFromTmdb) hasTmdb.value = true;
  };
  const fetchMissing = createFetching(asking, show);
  const askFor = async (names: string[]): Promise<void> => {
    const asked = names.flatMap((name) => known.get(name) ?? []);
    // Without an answer the drawn covers stay.
    const found = await asking.find(asked.map(({ film }) => film)).catch((): null[] => []);
    asked.forEach((one, at) => show(one, found[at] ?? null));
    void fetchMissing(asked.filter(({ isFetched }, at) => isFetched && found[at] === null));
  };
  const askNow = (): void => {
    const names = waiting.splice(0);
    for (let from = 0; from < names.length; from += asking.most)
      void askFor(names.slice(from, from + asking.most));
  };
  const askSoon = (names: string[]): void => {
    if (names.length === 0) return;
    if (waiting.length === 0) setTimeout(askNow);
    waiting.push(...names);
  };
  const findPicture = ({ refs, title, year }: CoverFilm, isFetched: boolean): Signal<string | null> => {
    const film = { refs, title, year };
    const name = nameFilm(film);
    const found = known.get(name);
    if (found && (found.isFetched || !isFetched)) return found.picture;
    const picture = found?.picture ?? signal<string | null>(null);
    known.set(name, { film, picture, isFetched });
    askSoon([name]);
    return picture;
  };
  return {
    find: (film) => findPicture(film, true),
    findKept: (film) => findPicture(film, false),
    hasTmdb,
    refresh: () => askSoon([...known.keys()].filter((name) => !waiting.includes(name))),
  };
}
