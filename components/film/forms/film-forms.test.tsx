import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { makeFilm } from '../../../lib/films/make-film.ts';
import { CriteriaForm } from './CriteriaForm.tsx';
import { FilmFactsForm } from './FilmFactsForm.tsx';
import { TagsForm } from './TagsForm.tsx';
import { EntryForm } from './EntryForm.tsx';
import type { EntryValues } from './entry-draft.ts';

afterEach(cleanup);

const film = makeFilm({ title: 'Her', year: 2013, directors: ['Spike Jonze'], runtimeMinutes: 126 });

test('rates one criterion and clears one, and keeps the others', () => {
  const on = { onRate: vi.fn(), onNew: vi.fn() };
  render(
    <CriteriaForm criteria={['Story', 'Acting']} values={{ Story: 8, Light: 6 }} disabled={false} {...on} />,
  );
  expect(screen.getAllByRole('slider').map((slider) => slider.getAttribute('aria-label'))).toEqual([
    'Rating: Story',
    'Rating: Acting',
    'Rating: Light',
  ]);
  fireEvent.keyDown(screen.getByRole('slider', { name: 'Rating: Acting' }), { key: '5' });
  expect(on.onRate).toHaveBeenLastCalledWith({ Story: 8, Light: 6, Acting: 10 });
  fireEvent.keyDown(screen.getByRole('slider', { name: 'Rating: Story' }), { key: '0' });
  expect(on.onRate).toHaveBeenLastCalledWith({ Light: 6 });
});

test('saves only the facts that changed', () => {
  const onSave = vi.fn();
  render(<FilmFactsForm film={film} known={null} disabled={false} onSave={onSave} onCancel={vi.fn()} />);
  const save = screen.getByText('Save changes').closest('button');
  expect(save?.disabled).toBe(true);
  fireEvent.input(screen.getByLabelText('Directors, separated by commas'), {
    target: { value: 'Spike Jonze, A. N. Other' },
  });
  fireEvent.input(screen.getByLabelText('Length in minutes'), { target: { value: '' } });
  fireEvent.submit(save!.form!);
  expect(onSave).toHaveBeenCalledExactlyOnceWith({
    directors: ['Spike Jonze', 'A. N. Other'],
    runtimeMinutes: null,
  });
});

test('takes over the facts of the catalogue where the user asks for them', () => {
  const onSave = vi.fn();
  const known = makeFilm({
    title: 'Her',
    year: 2014,
    genres: ['Romance'],
    originalTitle: 'Her, a love story',
  });
  render(<FilmFactsForm film={film} known={known} disabled={false} onSave={onSave} onCancel={vi.fn()} />);
  fireEvent.click(screen.getByRole('button', { name: 'Use the facts in the film data' }));
  fireEvent.submit(screen.getByText('Save changes').closest('form')!);
  expect(onSave).toHaveBeenCalledExactlyOnceWith({
    year: 2014,
    genres: ['Romance'],
    originalTitle: 'Her, a love story',
    directors: [],
    runtimeMinutes: null,
  });
});

test('saves only added and removed tags, and ignores a change of case', () => {
  const onSave = vi.fn();
  render(<TagsForm tags={['Her year', 'to see']} disabled={false} onSave={onSave} />);
  const field = screen.getByLabelText(/^Tags of the film/);
  const save = screen.getByText('Save changes').closest('button');
  fireEvent.input(field, { target: { value: 'her year, To See' } });
  expect(save?.disabled).toBe(true);
  fireEvent.input(field, { target: { value: 'to see, #winter' } });
  fireEvent.submit(save!.form!);
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ addTags: ['winter'], removeTags: ['Her year'] });
});

const seen: EntryValues = {
  ...{ watchedOn: '2026-01-02', rewatch: false, finished: true, tags: [], note: '', rating: null },
  ...{ place: 'Odeon', company: '', review: 'Fine.', reviewHasSpoilers: false },
};

test('the full form saves place, company and review, and asks about spoilers when there is a review', () => {
  const onSave = vi.fn();
  render(<EntryForm entry={seen} today="2026-11-22" saveLabel="Save" onSave={onSave} onCancel={vi.fn()} />);
  fireEvent.input(screen.getByLabelText('With whom'), { target: { value: 'my sister' } });
  fireEvent.click(screen.getByLabelText('My review has spoilers'));
  fireEvent.submit(screen.getByText('Save').closest('form')!);
  expect(onSave).toHaveBeenCalledExactlyOnceWith({
    ...seen,
    company: 'my sister',
    reviewHasSpoilers: true,
  });
});
