import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { makeFilm } from '../../lib/films/make-film.ts';
import type { FilmSuggestion } from '../../lib/messaging/protocol.ts';
import { FilmSearch } from './FilmSearch.tsx';

afterEach(cleanup);

const suggestion = (title: string, year: number): FilmSuggestion => ({
  film: makeFilm({ title, year, refs: [`title:${title}:${year}`], directors: ['Ann Onymous'] }),
  otherTitle: null,
  own: null,
});
const heat = [suggestion('Heat', 1995), suggestion('Heat', 1986)];

function setUp(suggest: (text: string) => Promise<FilmSuggestion[]> = () => Promise.resolve(heat)) {
  const [onChoose, onByHand] = [vi.fn(), vi.fn()];
  render(<FilmSearch suggest={suggest} onChoose={onChoose} onByHand={onByHand} />);
  return { onChoose, onByHand, field: screen.getByRole<HTMLInputElement>('combobox') };
}

const type = (field: HTMLInputElement, value: string): void =>
  void fireEvent.input(field, { target: { value } });
const press = (field: HTMLInputElement, key: string): void => void fireEvent.keyDown(field, { key });
const activeText = (field: HTMLInputElement): string =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';

test('suggests from the second letter on, and says how many films were found', async () => {
  const suggest = vi.fn(() => Promise.resolve(heat));
  const { field } = setUp(suggest);
  type(field, 'h');
  expect(suggest).not.toHaveBeenCalled();
  expect(field.getAttribute('aria-expanded')).toBe('false');
  type(field, 'he');
  expect(await screen.findAllByRole('option')).toHaveLength(3);
  expect(field.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('status').textContent).not.toBe('');
  type(field, '千');
  await waitFor(() => expect(suggest).toHaveBeenLastCalledWith('千'));
});

test('prepares the search when the field gets the focus', () => {
  const suggest = vi.fn(() => Promise.resolve(heat));
  const { field } = setUp(suggest);
  fireEvent.focus(field);
  expect(suggest).toHaveBeenCalledExactlyOnceWith('');
  expect(screen.queryByRole('option')).toBeNull();
});

test('Enter takes the first film, the arrows another', async () => {
  const { field, onChoose, onByHand } = setUp();
  type(field, 'hea');
  await screen.findAllByRole('option');
  press(field, 'Enter');
  expect(onChoose).toHaveBeenLastCalledWith(expect.objectContaining({ year: 1995 }));
  type(field, 'heat');
  await screen.findAllByRole('option');
  press(field, 'ArrowDown');
  expect(activeText(field)).toContain('1986');
  press(field, 'Enter');
  expect(onChoose).toHaveBeenLastCalledWith(expect.objectContaining({ year: 1986 }));
  expect(onByHand).not.toHaveBeenCalled();
});

test('the last row adds the text by hand, only if it is chosen', async () => {
  const { field, onChoose, onByHand } = setUp(() => Promise.resolve([]));
  type(field, ' heta ');
  await screen.findAllByRole('option');
  press(field, 'Enter');
  expect(onByHand).not.toHaveBeenCalled();
  press(field, 'ArrowUp');
  expect(activeText(field)).toContain('heta');
  press(field, 'Enter');
  expect(onByHand).toHaveBeenCalledExactlyOnceWith('heta');
  expect(onChoose).not.toHaveBeenCalled();
});

test('Enter before the answer waits for it, and takes the first film', async () => {
  let answer: (films: FilmSuggestion[]) => void = () => undefined;
  const { field, onChoose, onByHand } = setUp(() => new Promise((resolve) => (answer = resolve)));
  type(field, 'hea');
  press(field, 'Enter');
  expect(onChoose).not.toHaveBeenCalled();
  answer(heat);
  await waitFor(() => expect(onChoose).toHaveBeenCalledTimes(1));
  type(field, 'xyz');
  press(field, 'Enter');
  answer([]);
  await screen.findByRole('option');
  expect(onByHand).not.toHaveBeenCalled();
});

test('drops the answer to an earlier text', async () => {
  const answers = new Map<string, (films: FilmSuggestion[]) => void>();
  const { field } = setUp((text) => new Promise((resolve) => void answers.set(text, resolve)));
  type(field, 'he');
  type(field, 'her');
  answers.get('her')?.([suggestion('Her', 2013)]);
  answers.get('he')?.(heat);
  await screen.findByRole('option', { name: /2013/ });
  expect(screen.queryByRole('option', { name: /1995/ })).toBeNull();
});

test('a click chooses, Escape empties the field, and a failed search leaves the row for adding by hand', async () => {
  const { field, onChoose } = setUp((text) =>
    text === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve(heat),
  );
  type(field, 'hea');
  fireEvent.click((await screen.findAllByRole('option'))[1] ?? field);
  expect(onChoose).toHaveBeenCalledWith(expect.objectContaining({ year: 1986 }));
  type(field, 'bad');
  expect(await screen.findAllByRole('option')).toHaveLength(1);
  press(field, 'Escape');
  expect(field.value).toBe('');
  expect(screen.queryByRole('option')).toBeNull();
});

test('closes the list when the field loses the focus', async () => {
  const { field, onChoose } = setUp();
  type(field, 'hea');
  await screen.findAllByRole('option');
  fireEvent.blur(field);
  expect(screen.queryByRole('option')).toBeNull();
  press(field, 'Enter');
  expect(onChoose).not.toHaveBeenCalled();
});
