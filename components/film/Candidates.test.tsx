import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { formatHintAsFilm } from '../../lib/films/hint-film.ts';
import { Candidates } from './Candidates.tsx';

afterEach(cleanup);

const islands = [
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

function mount(namedBy: 'page' | 'user') {
  const on = { onChoose: vi.fn(), onFind: vi.fn() };
  const forPage = namedBy === 'page' ? on : { onChoose: on.onChoose };
  render(<Candidates title="The Island" namedBy={namedBy} candidates={islands} {...forPage} />);
  return on;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('asks which film it is, with the year and the directors of each, and says that the answer is remembered', () => {
  mount('page');
  expect(screen.getByRole('region', { name: 'Which film is it?' })).toBeTruthy();
  expect(screen.getByText(/2 films are called “The Island”\. Your answer is remembered/)).toBeTruthy();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/2005.*Michael Bay/),
    expect.stringMatching(/1980.*Michael Ritchie/),
  ]);
});

test('one press chooses a film', () => {
  const { onChoose } = mount('page');
  press('This one: The Island (1980)');
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(islands[1]);
});

test('a page can mean another film, or none', () => {
  const { onChoose, onFind } = mount('page');
  press('None of these: find it');
  expect(onFind).toHaveBeenCalledOnce();
  expect(onChoose).not.toHaveBeenCalled();
  press('Not about a film');
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(null);
});

test('for a title that the user typed, nothing is remembered and none of the films can be meant', () => {
  const { onChoose } = mount('user');
  expect(screen.queryByText(/remembered/)).toBeNull();
  press('None of these');
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(null);
});
