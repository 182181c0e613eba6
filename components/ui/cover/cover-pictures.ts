import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { createContext } from 'preact';
import type { CoverFilm } from '../../../lib/messaging/cover-protocol.ts';

/** Where covers get their pictures from. */
export interface CoverPictures {
  /** The picture of a film as the address of its data; null until it is known, and where there is none. */
  find: (film: CoverFilm) => ReadonlySignal<string | null>;
  /** Asks again for every picture that was asked for. */
  refresh: () => void;
}

/** The pictures of the page; without them all covers are drawn. */
export const CoverPicturesContext = createContext<CoverPictures | null>(null);

const nameFilm = ({ refs, title, year }: CoverFilm): string => JSON.stringify([title, year, refs]);

/** Asks for the pictures of the films that are drawn at one time together, at most `most` with one call. */
export function createCoverPictures(
  most: number,
  ask: (films: CoverFilm[]) => Promise<(string | null)[]>,
): CoverPictures {
  const known = new Map<string, { film: CoverFilm; picture: Signal<string | null> }>();
  const waiting: string[] = [];

  const askFor = async (names: string[]): Promise<void> => {
    const asked = names.flatMap((name) => known.get(name) ?? []);
    // Without an answer the drawn covers stay.
    const pictures = await ask(asked.map(({ film }) => film)).catch((): null[] => []);
    asked.forEach(({ picture }, at) => (picture.value = pictures[at] ?? null));
  };
  const askNow = (): void => {
    const names = waiting.splice(0);
    for (let from = 0; from < names.length; from += most) void askFor(names.slice(from, from + most));
  };
  const askSoon = (names: string[]): void => {
    if (names.length === 0) return;
    if (waiting.length === 0) setTimeout(askNow);
    waiting.push(...names);
  };
  return {
    find({ refs, title, year }) {
      const film = { refs, title, year };
      const name = nameFilm(film);
      const found = known.get(name);
      if (found) return found.picture;
      const picture = signal<string | null>(null);
      known.set(name, { film, picture });
      askSoon([name]);
      return picture;
    },
    refresh: () => askSoon([...known.keys()].filter((name) => !waiting.includes(name))),
  };
}
