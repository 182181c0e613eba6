import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ImportResult } from './catalogues/ImportResult.tsx';
import { ImportChoices, ImportRunning, UnfinishedImports } from './catalogues/CatalogueImport.tsx';
import { TableMapping, type TableDraft } from './catalogues/TableMapping.tsx';

afterEach(cleanup);

const draft: TableDraft = {
  name: 'My films',
  asOf: '2026-11-22',
  licence: '',
  columns: [
    { field: 'title', best: 5 },
    { field: 'critics', best: 5 },
  ],
};

function showMapping(given: TableDraft) {
  const on = { onChange: vi.fn(), onStart: vi.fn(), onCancel: vi.fn() };
  const choices = [
    { value: 'title', label: 'Title', hasScale: false },
    { value: 'critics', label: 'Score: Critics', hasScale: true },
  ];
  const table = { header: ['Film', 'Punkte'], rows: [['Her', '4.1']] };
  render(<TableMapping fileName="films.csv" {...table} choices={choices} draft={given} {...on} />);
  return on;
}

test('shows the first rows under the meaning of each column, and a scale only for a score', () => {
  const on = showMapping(draft);
  expect(screen.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['Her', '4.1']);
  expect(screen.getAllByRole('combobox')).toHaveLength(3);
  fireEvent.change(screen.getByRole('combobox', { name: 'Scale of the column Punkte' }), {
    target: { value: '10' },
  });
  expect(on.onChange).toHaveBeenCalledExactlyOnceWith({
    ...draft,
    columns: [
      { field: 'title', best: 5 },
      { field: 'critics', best: 10 },
    ],
  });
});

test('a table cannot be imported until one column is the title', () => {
  const on = showMapping({ ...draft, columns: draft.columns.map((column) => ({ ...column, field: '' })) });
  expect(screen.getByText('One column has to be the title.')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import' }).disabled).toBe(true);
  fireEvent.change(screen.getByRole('combobox', { name: 'Meaning of the column Film' }), {
    target: { value: 'title' },
  });
  expect(on.onChange).toHaveBeenCalledOnce();
});

test('the import starts only with the button', () => {
  const on = showMapping(draft);
  expect(on.onStart).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Import' }));
  expect(on.onStart).toHaveBeenCalledOnce();
});

test('passes on the chosen files', () => {
  const on = { onImdb: vi.fn(), onTable: vi.fn(), onFolder: vi.fn() };
  render(<ImportChoices isBusy={false} {...on} />);
  const files = [new File(['a'], 'title.basics.tsv.gz'), new File(['b'], 'title.ratings.tsv.gz')];
  fireEvent.change(screen.getByLabelText('Choose IMDb’s files…'), { target: { files } });
  fireEvent.change(screen.getByLabelText('Choose a table (CSV, JSON)…'), {
    target: { files: files.slice(0, 1) },
  });
  expect(on.onImdb).toHaveBeenCalledExactlyOnceWith(files);
  expect(on.onTable).toHaveBeenCalledExactlyOnceWith(files[0]);
});

test('an import shows its progress and can be cancelled', () => {
  const onCancel = vi.fn();
  const progress = { phase: 'reading', done: 4100, of: 11_200, films: 412, isResumed: true } as const;
  render(<ImportRunning name="IMDb" progress={progress} onCancel={onCancel} />);
  expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Importing IMDb' }).value).toBe(4100);
  expect(
    screen.getByText('Rows read: 4,100 of about 11,200 · 412 films · continues where it stopped'),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledOnce();
});

test('a stopped import names the files it needs to continue', () => {
  const onDiscard = vi.fn();
  const files = [{ name: 'title.basics.tsv.gz', size: 1, lastModified: 2 }];
  const unfinished = { id: 'imdb', name: 'IMDb', files, rowsRead: 4100, startedAt: 0 };
  render(<UnfinishedImports imports={[unfinished]} onDiscard={onDiscard} />);
  expect(screen.getByText(/^IMDb stopped after 4,100 rows/)).toBeTruthy();
  expect(screen.getByText('title.basics.tsv.gz')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Discard: IMDb' }));
  expect(onDiscard).toHaveBeenCalledExactlyOnceWith(unfinished);
});

test('the result of an import says what was skipped and why', () => {
  const skipped = { 'not-a-film': 10_400, adult: 0 };
  const catalogue = { id: 'imdb', name: 'IMDb', films: 742, asOf: '2026-11-20', rowsRead: 11_200 };
  render(<ImportResult end={{ type: 'done', ...catalogue, skipped }} />);
  expect(screen.getByRole('status').textContent).toBe(
    'IMDb: 742 films11,200 rows read10,400 skipped: not films (series, episodes, games and the like)',
  );
});

test.each([
  [{ reason: 'cut-off', file: 'a.gz', row: 120 }, /^Import failed\. a\.gz, row 120: The file is incomplete/],
  [{ reason: 'not-imdb', file: 'b.gz', row: 0 }, /^Import failed\. b\.gz: This is not one of IMDb’s/],
  [{ reason: 'failed', file: null, row: null }, /^Import failed\. Something unexpected/],
] as const)('a failure with %o names the place and the reason', (fault, words) => {
  render(<ImportResult end={{ type: 'failed', ...fault, message: 'no worker' }} />);
  expect(screen.getByText(words)).toBeTruthy();
});
