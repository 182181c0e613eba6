import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { CoverFilm, FoundCover } from '../../../lib/messaging/cover-protocol.ts';
import { CoverTerms } from '../../film/CoverTerms.tsx';
import { Cover } from '../Cover.tsx';
import { CoverPicturesContext, createCoverPictures, type CoverAsking } from './cover-pictures.ts';

afterEach(cleanup);

const films: CoverFilm[] = ['Her', 'Heat', 'Home'].map((title, at) => ({
  title,
  year: 2000 + at,
  refs: [`tmdb:${at + 1}`],
}));
const picture: FoundCover = { picture: 'data:image/webp;base64,AAAA', isFromTmdb: false };
const tmdbPicture: FoundCover = { picture: 'data:image/jpeg;base64,BBBB', isFromTmdb: true };
type Ask = CoverAsking['find'];
type Fetch = CoverAsking['fetch'];

function mount(find: Ask, most = 100, fetch: Fetch = () => Promise.resolve(null)) {
  const pictures = createCoverPictures({ find, most, fetch, mostFetched: 2 });
  const { container } = render(
    <CoverPicturesContext.Provider value={pictures}>
      {films.map((film) => (
        <Cover key={film.title} {...film} />
      ))}
      <CoverTerms />
    </CoverPicturesContext.Provider>,
  );
  const kinds = (): string[] => [...container.querySelectorAll('.cover')].map(({ tagName }) => tagName);
  return { pictures, container, kinds };
}

const only = (title: string): Ask =>
  vi.fn<Ask>((asked) => Promise.resolve(asked.map((film) => (film.title === title ? picture : null))));

test('the pictures of all covers are asked for together, and a cover without one is drawn', async () => {
  const ask = only('Heat');
  const { kinds, container } = mount(ask);
  expect(kinds()).toEqual(['svg', 'svg', 'svg']);
  await waitFor(() => expect(kinds()).toEqual(['svg', 'IMG', 'svg']));
  expect(container.querySelector('img')?.getAttribute('src')).toBe(picture.picture);
  expect(container.querySelector('img')?.alt).toBe('');
  expect(ask).toHaveBeenCalledExactlyOnceWith(films);
});

test('no more than allowed are asked for at once', async () => {
  const ask = vi.fn<Ask>((asked) => Promise.resolve(asked.map(() => picture)));
  const { kinds } = mount(ask, 2);
  await waitFor(() => expect(kinds()).toEqual(['IMG', 'IMG', 'IMG']));
  expect(ask.mock.calls.map(([asked]) => asked.length)).toEqual([2, 1]);
});

test('a cover that was kept meanwhile, or given up, is shown after a refresh', async () => {
  let shown = 'Her';
  const { kinds, pictures } = mount((asked) => only(shown)(asked));
  await waitFor(() => expect(kinds()).toEqual(['IMG', 'svg', 'svg']));
  shown = 'Home';
  pictures.refresh();
  await waitFor(() => expect(kinds()).toEqual(['svg', 'svg', 'IMG']));
});

test('without an answer the drawn covers stay', async () => {
  const ask = vi.fn<Ask>(() => Promise.reject(new Error('no answer')));
  const { kinds } = mount(ask);
  await waitFor(() => expect(ask).toHaveBeenCalledOnce());
  expect(kinds()).toEqual(['svg', 'svg', 'svg']);
});

test('covers that are missing are fetched a few at a time, the last ones first, and TMDB’s terms are shown with them', async () => {
  const fetch = vi.fn<Fetch>((asked) => Promise.resolve(asked.map(() => tmdbPicture)));
  const { kinds, container } = mount(only('Her'), 100, fetch);
  await waitFor(() => expect(kinds()).toEqual(['IMG', 'IMG', 'IMG']));
  expect(fetch).toHaveBeenCalledExactlyOnceWith(films.slice(1));
  const shown = [...container.querySelectorAll('img')].map(({ src }) => src);
  expect(shown).toEqual([picture.picture, tmdbPicture.picture, tmdbPicture.picture]);
  expect(container.textContent).toContain('not endorsed, certified, or otherwise approved by TMDB');
});

test('without a picture of TMDB its terms are not shown', async () => {
  const { kinds, container } = mount(only('Her'));
  await waitFor(() => expect(kinds()).toEqual(['IMG', 'svg', 'svg']));
  expect(container.textContent).not.toContain('TMDB');
});

test.each<[string, Fetch]>([
  ['says that nothing is fetched', () => Promise.resolve(null)],
  ['does not answer', () => Promise.reject(new Error('no answer'))],
])('no more is asked once the background %s, until a refresh', async (_what, answer) => {
  const fetch = vi.fn<Fetch>(answer);
  const { kinds, pictures } = mount(only(''), 100, fetch);
  await waitFor(() => expect(fetch).toHaveBeenCalledOnce());
  pictures.refresh();
  await waitFor(() => expect(fetch).toHaveBeenCalledTimes(2));
  expect(kinds()).toEqual(['svg', 'svg', 'svg']);
});

test('the cover of a film that merely passes is never fetched', async () => {
  const fetch = vi.fn<Fetch>((asked) => Promise.resolve(asked.map(() => tmdbPicture)));
  const find = vi.fn<Ask>((asked) => only('Her')(asked));
  const pictures = createCoverPictures({ find, most: 100, fetch, mostFetched: 2 });
  const { container } = render(
    <CoverPicturesContext.Provider value={pictures}>
      {films.map((film) => (
        <Cover key={film.title} {...film} isPassing />
      ))}
    </CoverPicturesContext.Provider>,
  );
  await waitFor(() => expect(container.querySelectorAll('img')).toHaveLength(1));
  expect(fetch).not.toHaveBeenCalled();
});

test('a drawn cover has the title only where nothing beside it does', () => {
  const { container } = render(
    <>
      <Cover title="The Long Harbour" year={2025} />
      <Cover title="The Long Harbour" year={2025} hasTitle />
      <Cover title="…" year={null} />
    </>,
  );
  const texts = [...container.querySelectorAll('.cover')].map(({ textContent }) => textContent);
  expect(texts).toEqual(['T2025', 'TheLongHarbour2025', '']);
});
