import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { CoverFilm } from '../../../lib/messaging/cover-protocol.ts';
import { Cover } from '../Cover.tsx';
import { CoverPicturesContext, createCoverPictures } from './cover-pictures.ts';

afterEach(cleanup);

const films: CoverFilm[] = ['Her', 'Heat', 'Home'].map((title, at) => ({
  title,
  year: 2000 + at,
  refs: [`tmdb:${at + 1}`],
}));
const picture = 'data:image/webp;base64,AAAA';
type Ask = (asked: CoverFilm[]) => Promise<(string | null)[]>;

function mount(ask: Ask, most = 100) {
  const pictures = createCoverPictures(most, ask);
  const { container } = render(
    <CoverPicturesContext.Provider value={pictures}>
      {films.map((film) => (
        <Cover key={film.title} {...film} />
      ))}
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
  expect(container.querySelector('img')?.getAttribute('src')).toBe(picture);
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
