import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { makeFilm } from '../../lib/films/make-film.ts';
import { listLeftOut } from '../../lib/transfer/plan/left-out.ts';
import { createPlan } from '../../lib/transfer/plan/plan-import.ts';
import type { FilmQuestion, ImportPlan, PlanRow } from '../../lib/transfer/plan/plan-types.ts';
import { createReading } from '../../lib/transfer/import-builder.ts';
import type { SkippedRow } from '../../lib/tables/types.ts';
import { findTrouble } from './file-trouble.ts';
import { FileTroubleCard } from './FileTroubleCard.tsx';
import { FilmQuestions } from './FilmQuestions.tsx';
import { ImportDock } from './ImportDock.tsx';
import { ImportFigures } from './ImportFigures.tsx';
import { LeftOutList } from './LeftOutList.tsx';
import { PolicyChoice } from './PolicyChoice.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const island = makeFilm({ title: 'The Island', year: 2005, directors: ['Mara Quint'], refs: ['imdb:tt1'] });
const other = makeFilm({ title: 'The Island', year: 1980, directors: ['Jon Albers'], refs: ['imdb:tt2'] });
const question: FilmQuestion = {
  film: { title: 'The Island', year: null, refs: [] },
  candidates: [island, other],
  rows: 6,
  first: { from: { file: 'diary.csv', row: 41 }, watchedOn: '2021-05-03', rating: 7 },
  decision: null,
};

test('asks which film is meant, with its place in the file, what is said there, and what each candidate is', () => {
  const onDecide = vi.fn();
  render(<FilmQuestions questions={[question]} suggest={vi.fn()} onDecide={onDecide} onAll={vi.fn()} />);
  const group = screen.getByRole('group', { name: 'Which film is “The Island”?' });
  expect(group.textContent).toContain(
    'diary.csv, row 41 · watched 3 May 2021 · 3½ stars · no year given · one answer for its 6 rows',
  );
  fireEvent.click(within(group).getByRole('radio', { name: 'The Island 1980 · Jon Albers' }));
  expect(onDecide).toHaveBeenLastCalledWith(question.film, { kind: 'film', film: other });
  fireEvent.click(within(group).getByRole('radio', { name: 'Leave it out' }));
  expect(onDecide).toHaveBeenLastCalledWith(question.film, { kind: 'skip' });
});

test('an answered question stays with a tick, and can be answered again with another film', async () => {
  const found = makeFilm({ title: 'Ostrov', year: 2006, refs: ['imdb:tt3'] });
  const onDecide = vi.fn();
  const answered = { ...question, decision: { kind: 'film' as const, film: island } };
  const suggest = () => Promise.resolve([{ film: found, own: null, score: null } as never]);
  render(<FilmQuestions questions={[answered]} suggest={suggest} onDecide={onDecide} onAll={vi.fn()} />);
  const group = screen.getByRole('group', { name: 'Which film is “The Island”?, answered' });
  expect(within(group).getByRole<HTMLInputElement>('radio', { name: /2005/ }).checked).toBe(true);
  fireEvent.click(within(group).getByRole('radio', { name: 'Another film…' }));
  fireEvent.click(await within(group).findByRole('option', { name: /Ostrov/ }));
  expect(onDecide).toHaveBeenCalledExactlyOnceWith(question.film, { kind: 'film', film: found });
});

test('a film that was found by search is one of the answers', () => {
  const found = makeFilm({ title: 'Ostrov', year: 2006, refs: ['imdb:tt3'] });
  const answered = { ...question, decision: { kind: 'film' as const, film: found } };
  render(<FilmQuestions questions={[answered]} suggest={vi.fn()} onDecide={vi.fn()} onAll={vi.fn()} />);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Ostrov 2006' }).checked).toBe(true);
});

test('all films that are still open can be answered at once, and only while several are', () => {
  const onAll = vi.fn();
  const two = [question, { ...question, film: { ...question.film, title: 'Dune' } }];
  const props = { suggest: vi.fn(), onDecide: vi.fn(), onAll };
  const { rerender } = render(<FilmQuestions questions={two} {...props} />);
  fireEvent.click(screen.getByRole('button', { name: 'Leave all out' }));
  expect(onAll).toHaveBeenCalledExactlyOnceWith({ kind: 'skip' });
  rerender(<FilmQuestions questions={[question]} {...props} />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('asks what wins only where the log and the files differ', () => {
  const { rerender } = render(<PolicyChoice policy="keep-mine" conflicts={0} onPolicy={vi.fn()} />);
  expect(screen.queryByRole('group')).toBeNull();
  rerender(<PolicyChoice policy="keep-mine" conflicts={11} onPolicy={vi.fn()} />);
  expect(screen.getByRole('group').textContent).toContain('11 films');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Keep mine/ }).checked).toBe(true);
});

test('figures say how many are new, but not where all are', () => {
  render(
    <ImportFigures
      figures={[
        { words: 'logFilmsWord', figure: { count: 300, added: 107 } },
        { words: 'statsEntriesWord', figure: { count: 1, added: 1 } },
        { words: 'importRatingsWord', figure: { count: 4, added: 0 } },
      ]}
    />,
  );
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
    'films, 107 of them new',
    'diary entry',
    'ratings, none of them new',
  ]);
});

const skip = (
  row: number,
  reasonKind: SkippedRow['reasonKind'],
  ...detail: SkippedRow['detail']
): SkippedRow => ({
  file: 'diary.csv',
  row,
  column: null,
  reasonKind,
  detail,
});
const unchanged = (reason: PlanRow['reason'], row: number): PlanRow => ({
  kind: 'unchanged',
  what: 'entry',
  film: { title: 'Her', year: 2013 },
  from: { file: 'diary.csv', row },
  reason,
});

test('lists what is left out by reason, the most frequent first, with an example and every row in words', () => {
  const plan: ImportPlan = {
    ...createPlan([
      skip(2, 'series', 'series', 'Dark'),
      skip(3, 'episode', 'series', 'Dark: 2'),
      skip(4, 'season', 'series', 'Dark: 3'),
      skip(88, 'missing-title', 'missing-title'),
    ]),
    rows: [unchanged('same-entry', 5), unchanged('same-rating', 6)],
    questions: [{ ...question, decision: { kind: 'skip' } }, question],
  };
  const onSave = vi.fn();
  render(<LeftOutList groups={listLeftOut(plan)} onSave={onSave} />);
  expect(screen.getByRole('heading').textContent).toBe('Left out 12 rows');
  const reasons = [...document.querySelectorAll('summary')].map(({ textContent }) => textContent);
  expect(reasons).toEqual([
    'Left out by you such as “The Island”6',
    'Series and episodes such as “Dark”3',
    'Already in your log such as “Her”2',
    'No title in the row1',
  ]);
  const text = document.body.textContent;
  expect(text).toContain('diary.csv: Row 88: The title is missing.');
  expect(text).toContain('diary.csv, rows 5 and 6');
  fireEvent.click(screen.getAllByRole('button', { name: 'Save these rows as a file' })[1]!);
  expect(onSave.mock.calls[0]?.[0]).toMatchObject({ reason: 'series', count: 3 });
});

test('the bar speaks a second after its last change, and only the last text', async () => {
  vi.useFakeTimers();
  const on = { onWrite: vi.fn(), onCancel: vi.fn(), action: 'Add', disabled: false };
  const { rerender } = render(<ImportDock ready="1 film is ready" more="2 more wait" {...on} />);
  const spoken = () => screen.getByRole('status').textContent;
  await act(() => void vi.advanceTimersByTime(900));
  rerender(<ImportDock ready="2 films are ready" more="1 more waits" {...on} />);
  await act(() => void vi.advanceTimersByTime(900));
  expect(spoken()).toBe('');
  await act(() => void vi.advanceTimersByTime(100));
  expect(spoken()).toBe('2 films are ready. 1 more waits');
});

const none = createReading(null, ['a']);
test.each([
  [
    'a damaged file',
    { errorClass: 'bad-zip', detail: ['cut-off'] },
    'This file cannot be read',
    'is incomplete',
  ],
  [
    'an empty file',
    { errorClass: 'empty', detail: ['empty'] },
    'There are no films in this file',
    'is empty',
  ],
  ['no rows', null, 'There are no films in this file', 'Marquee reads CSV'],
] as const)('%s is called what it is, and nothing was changed', (_what, fault, title, more) => {
  const error = fault && ({ ...fault, file: null } as never);
  const reading = { ...none, format: fault ? null : ('imdb' as const), error };
  const trouble = findTrouble(reading);
  render(<FileTroubleCard trouble={trouble!} reading={reading} files={[]} onFiles={vi.fn()} />);
  const text = screen.getByRole('alert').textContent;
  for (const part of [title, more, 'Nothing was changed.', 'Choose another file'])
    expect(text).toContain(part);
});

test('a picture is called a picture, and an open question is no trouble', () => {
  const error = { errorClass: 'unknown-format', file: 'photo.jpg', detail: ['not-text'] } as never;
  const picked = [{ name: 'photo.jpg', type: 'image/jpeg' }];
  render(
    <FileTroubleCard trouble="no-films" reading={{ ...none, error }} files={picked} onFiles={vi.fn()} />,
  );
  expect(screen.getByRole('alert').textContent).toContain('“photo.jpg” is a picture.');
  const asked = { errorClass: 'ambiguous-date', file: 'a', detail: ['ambiguous-date', '1/2/24', 'a', 'b'] };
  expect(findTrouble({ ...none, error: asked as never })).toBeNull();
});
