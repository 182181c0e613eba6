import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage, removeAllListeners } from '../../../lib/messaging/messages.ts';
import { readFiles } from '../../../lib/transfer/files/read-files.ts';
import { openLogForReading } from '../../../lib/watchlog/queries/reading.ts';
import { createImportFlow } from './import-flow.ts';
import { ImportColumns } from './ImportColumns.tsx';

const diary =
  'Date,Name,Year,Letterboxd URI,Rating,Watched Date,Cinema\n2024-02-01,Her,2013,a,4.5,2024-01-31,Astor\n';
const ratings = 'Date,Name,Year,Letterboxd URI,Rating\n2024-02-01,Her,2013,b,4.5\n';

beforeEach(() => {
  fakeBrowser.reset();
  onMessage('matchFilms', ({ data }) =>
    data.films.map(() => ({ kind: 'unknown' as const, reason: 'no-film-of-that-name' as const })),
  );
});
afterEach(() => {
  cleanup();
  removeAllListeners();
});

async function openColumns(...texts: [name: string, text: string][]) {
  const flow = createImportFlow({
    reader: openLogForReading(),
    read: async (files, options) =>
      readFiles(
        await Promise.all(
          files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
        ),
        options,
      ),
    makeId: () => 'i1',
  });
  await flow.readFiles(texts.map(([name, text]) => new File([text], name)));
  render(<ImportColumns flow={flow} />);
  return flow;
}

test('the table of a service shows its columns, and a choice is added to them', async () => {
  const flow = await openColumns(['diary.csv', diary]);
  expect(
    screen.getByText('What is in the columns of diary.csv', { selector: 'summary' }).closest('details')?.open,
  ).toBe(false);
  const cinema = screen.getByRole('combobox', { name: /Cinema/, hidden: true });
  expect(within(cinema).queryByRole('option', { name: 'Times watched', hidden: true })).toBeNull();
  fireEvent.change(cinema, { target: { value: 'place' } });
  await waitFor(() => {
    expect(flow.reading.value?.entries).toMatchObject([
      { place: 'Astor', watchedOn: '2024-01-31', rating: 9 },
    ]);
  });
});

test('several tables of a service are in one fold', async () => {
  await openColumns(['diary.csv', diary], ['ratings.csv', ratings]);
  const fold = screen.getByText('What is in the columns of 2 tables').closest('details');
  expect(fold?.open).toBe(false);
  expect(fold?.querySelectorAll('details')).toHaveLength(2);
});
