import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { formatTypedHint } from '../../lib/films/hint-film.ts';
import { makeFilm } from '../../lib/films/make-film.ts';
import { matchFilm } from '../../lib/films/matching.ts';
import { readFiles } from '../../lib/transfer/files/read-files.ts';
import { createPlan } from '../../lib/transfer/plan/plan-import.ts';
import { planImport } from '../../lib/transfer/testing/run-import.ts';
import type { ImportPlan } from '../../lib/transfer/plan/plan-types.ts';
import type { ImportRow } from '../../lib/watchlog/types.ts';
import { ExportList } from './ExportList.tsx';
import { FilePicker } from './FilePicker.tsx';
import { addQuestions, type ImportQuestion } from './import-questions.ts';
import { FilmQuestions } from './FilmQuestions.tsx';
import { ImportList } from './ImportList.tsx';
import { ImportQuestions } from './ImportQuestions.tsx';
import { ListChoice } from './ListChoice.tsx';
import { PlanRows } from './PlanRows.tsx';
import { describeFirst } from './reads-as.ts';

afterEach(cleanup);

// jsdom does not implement dialogs.
beforeAll(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
});

const her = { title: 'Her', year: 2013, refs: [] };

test('accepts dropped files', () => {
  const onFiles = vi.fn();
  const { container } = render(<FilePicker disabled={false} onFiles={onFiles} />);
  const file = new File(['x'], 'diary.csv');
  fireEvent.drop(container.querySelector('.drop')!, { dataTransfer: { files: [file] } });
  expect(onFiles).toHaveBeenCalledExactlyOnceWith([file]);
});

test('shows each row of a plan under its outcome, with the reason and its place in the file', () => {
  const plan: ImportPlan = {
    ...createPlan([
      { file: 'diary.csv', row: 9, column: null, reasonKind: 'series', detail: ['series', 'Dark'] },
    ]),
    rows: [
      { kind: 'added', what: 'entry', film: her, from: { file: 'diary.csv', row: 2 }, reason: 'new-entry' },
      {
        kind: 'unchanged',
        what: 'rating',
        film: her,
        from: { file: 'ratings.csv', row: 3 },
        reason: 'same-rating',
      },
    ],
  };
  render(<PlanRows plan={plan} />);
  const readRow = () => screen.getAllByRole('row').at(-1)?.textContent;
  expect(readRow()).toBe('Her (2013)Diary entrythis entry is not in your diary yetdiary.csv, row 2');
  fireEvent.click(screen.getByRole('button', { name: '1 Already there' }));
  expect(readRow()).toContain('you gave the same rating');
  fireEvent.click(screen.getByRole('button', { name: '1 Skipped' }));
  expect(readRow()).toContain('Row 9: “Dark” is a series.');
  expect(screen.queryByRole('button', { name: /Merged/ })).toBeNull();
});

test('of a Netflix history it shows the year of each film it chose, and asks about a title that many films have', () => {
  const csv = 'Title,Date\n"The Grand Budapest Hotel","12/31/23"\n"Dune","1/14/24"\n';
  const file = { name: 'NetflixViewingHistory.csv', bytes: new TextEncoder().encode(csv) };
  const reading = readFiles([file], { timeZone: 'Europe/Berlin' });
  const films = [
    makeFilm({
      title: 'The Grand Budapest Hotel',
      year: 2014,
      refs: ['imdb:tt2278388', 'wikidata:Q1', 'tmdb:1'],
    }),
    makeFilm({ title: 'Dune', year: 1984, refs: ['imdb:tt0087182', 'wikidata:Q2', 'tmdb:2'] }),
  ];
  const matches = new Map(
    reading.entries.map(({ film }) => [
      film,
      matchFilm(formatTypedHint(film.title, film.year ?? null), films),
    ]),
  );
  const log = { films: [], ratings: [], entries: [], watchlist: [], lists: [], listItems: [] };
  const plan = planImport(reading, { log, matches });
  render(<PlanRows plan={plan} />);
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
    'The Grand Budapest Hotel (2014)',
  ]);
  render(<FilmQuestions questions={plan.questions} suggest={vi.fn()} onDecide={vi.fn()} onAll={vi.fn()} />);
  const question = screen.getByRole('group', { name: 'Which film is “Dune”?' });
  expect(within(question).getByRole('radio', { name: 'Dune 1984' })).toBeTruthy();
});

const row: ImportRow = {
  ...{ id: 'i1', stamps: {}, deleted: null, importId: null, fileNames: ['diary.csv'], format: 'letterboxd' },
  ...{ startedAt: 0, finishedAt: 1, undoneAt: null, counts: { done: 3, total: 3, entries: 2, films: 1 } },
};

test('asks before it undoes an import', () => {
  const onUndo = vi.fn();
  render(<ImportList imports={[row]} undoingId={null} canWrite onUndo={onUndo} />);
  expect(screen.getByRole('listitem').textContent).toContain('2 entries · 1 new film');
  fireEvent.click(screen.getByRole('button', { name: 'Undo the whole import' }));
  expect(onUndo).not.toHaveBeenCalled();
  const dialog = screen.getByRole('dialog', { name: 'Undo this import?' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Undo the whole import' }));
  expect(onUndo).toHaveBeenCalledExactlyOnceWith('i1');
});

test('says that an import was undone or stopped', () => {
  const undone = { ...row, undoneAt: 5, counts: { ...row.counts, kept: 1 } };
  const stopped = { ...row, id: 'i2', finishedAt: null, counts: { done: 500, total: 900 } };
  render(<ImportList imports={[undone, stopped]} undoingId={null} canWrite onUndo={vi.fn()} />);
  const [first, second] = screen.getAllByRole('listitem');
  expect(first!.textContent).toContain('1 row kept because you edited it');
  expect(within(first!).queryByRole('button')).toBeNull();
  render(
    <ImportList imports={[{ ...undone, kept: ['a', 'b'] }]} undoingId={null} canWrite onUndo={vi.fn()} />,
  );
  expect(screen.getByText(/2 rows kept because you edited them/)).toBeTruthy();
  expect(second!.textContent).toContain('stopped after 500 of 900');
});

test('each export format lists the data it does not contain', () => {
  const onSave = vi.fn();
  render(
    <ExportList
      choices={[
        { id: 'marquee', losses: [] },
        {
          id: 'ical',
          losses: [
            { kind: 'notes', count: 12 },
            { kind: 'likes', count: 3 },
          ],
        },
      ]}
      onSave={onSave}
    />,
  );
  const [own, calendar] = screen.getAllByRole('listitem');
  expect(own!.textContent).toContain('Contains everything.');
  expect(calendar!.textContent).toContain('Does not contain: notes (12), likes (3)');
  fireEvent.click(screen.getByRole('button', { name: 'Save as: Diary as a calendar' }));
  expect(onSave).toHaveBeenCalledExactlyOnceWith('ical');
});

test('asks how to import lists that may be the watchlist', () => {
  const onUse = vi.fn();
  render(<ListChoice use="watchlist" onUse={onUse} />);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Add the films to my watchlist' }).checked).toBe(
    true,
  );
  fireEvent.click(screen.getByRole('radio', { name: 'Make a list of each' }));
  expect(onUse).toHaveBeenCalledWith('list');
});

test('asks which day a date is, says that one answer serves all rows, and ticks an answered question', () => {
  const onChoose = vi.fn();
  const questions: ImportQuestion[] = [
    {
      kind: 'date-order',
      text: '11/2/26',
      days: [
        { order: 'mdy', day: '2026-11-02' },
        { order: 'dmy', day: '2026-02-11' },
      ],
    },
    { kind: 'scale', column: 'Rating', bests: [5, 10] },
  ];
  const { container } = render(
    <ImportQuestions questions={questions} choices={{ scale: 10 }} onChoose={onChoose} />,
  );
  fireEvent.click(screen.getByRole('radio', { name: /11 February 2026/ }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith({ dateOrder: 'dmy' });
  const [days, scale] = screen.getAllByRole('group');
  expect(days?.textContent).toContain('Your answer is used for all rows.');
  expect([days, scale].map((group) => group?.querySelector('legend .icon') !== null)).toEqual([false, true]);
  expect(within(scale!).getByRole<HTMLInputElement>('radio', { name: '10 is the best' }).checked).toBe(true);
  expect(container.querySelectorAll('fieldset')).toHaveLength(2);
});

test('asks whose films a file with several profiles has, once, and lists all of them after an answer', () => {
  const history =
    'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Bookmark\n' +
    'Ana,2024-05-20 19:00:00,1:40:00,,Fog,,1:40:00\nBen,2024-05-20 19:00:00,1:40:00,,Reed,,1:40:00\n';
  const file = { name: 'ViewingActivity.csv', bytes: new TextEncoder().encode(history) };
  const asked = addQuestions([], readFiles([file], { timeZone: 'UTC' }));
  expect(asked).toEqual([{ kind: 'profile', profiles: ['Ana', 'Ben'] }]);
  const chosen = readFiles([file], { timeZone: 'UTC', profile: 'Ben' });
  expect(chosen.entries.map(({ film }) => film.title)).toEqual(['Reed']);
  expect(addQuestions(asked, chosen)).toEqual(asked);
  const onChoose = vi.fn();
  render(<ImportQuestions questions={asked} choices={{ profile: 'Ben' }} onChoose={onChoose} />);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Ben' }).checked).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: 'Ana' }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith({ profile: 'Ana' });
});

test.each([
  [
    'Film,Year,Watched on,Rating\nHeat,1995,2026-11-28,9/10',
    'Heat (1995), watched 28 November 2026, 4½ stars',
  ],
  ['Film,Year,My rating\nHeat,1995,9/10', 'Heat (1995), 4½ stars'],
  ['Film,Year,Status\nHeat,1995,planned', 'Heat (1995), on your watchlist'],
  ['Film,Watched\nHeat,yes', 'Heat, watched on an unknown day'],
  ['Film,Status\nHeat,watching', null],
])('says how the first row of a table reads: %j', (text, expected) => {
  const bytes = new TextEncoder().encode(text);
  const reading = readFiles([{ name: 'films.csv', bytes }], { timeZone: 'UTC' });
  expect(describeFirst(reading)).toBe(expected === null ? null : `This reads as: ${expected}.`);
});
