import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { formatHintAsFilm } from '../../lib/films/hint-film.ts';
import { Candidates } from './Candidates.tsx';

afterEach(cleanup);

const listIslands = () =>
  [
    { year: 2005, director: 'Michael Bay' },
    { year: 1980, director: 'Michael Ritchie' },
  ].map(({ year, director }) =>
    formatHintAsFilm({
      title: 'The Island',
      year,
      directors: [director],
      alternativeTitles: [],
      refs: [],
      kind: 'film',
      language: null,
    }),
  );

function mount() {
  const onChoose = vi.fn();
  const candidates = listIslands();
  render(<Candidates title="The Island" namedBy="page" candidates={candidates} onChoose={onChoose} />);
  return { onChoose, candidates };
}

const submit = () => screen.getByRole('button', { name: 'Choose this film' });

test('no film is chosen in advance', () => {
  mount();
  expect(screen.getByRole('group', { name: /Which “The Island”/ })).toBeTruthy();
  expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([
    false,
    false,
    false,
  ]);
  expect(submit().hasAttribute('disabled')).toBe(true);
});

test('shows each film with year and director, and returns the chosen one', () => {
  const { onChoose, candidates } = mount();
  fireEvent.click(screen.getByRole('radio', { name: /1980.*Michael Ritchie/ }));
  fireEvent.click(submit());
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(candidates[1]);
});

test('"None of these" returns null', () => {
  const { onChoose } = mount();
  fireEvent.click(screen.getByRole('radio', { name: 'None of these' }));
  fireEvent.click(submit());
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(null);
});
