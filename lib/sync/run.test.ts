import { describe, expect, test } from 'vitest';
import { createEntryFields } from '../watchlog/entry-fields.ts';
import {
  changeEntry,
  deleteEntry,
  editFilms,
  logEntry,
  purgeTrash,
  rateFilm,
  restoreTrash,
  setLiked,
  undoWrite,
} from '../watchlog/commands/commands.ts';
import { splitFilm } from '../watchlog/commands/merge-commands.ts';
import { filmInput, her } from '../watchlog/testing/fixture.ts';
import { runImport, runUndoImport } from '../watchlog/testing/run-import.ts';
import type { FilmRef } from '../films/types.ts';
import type { ImportStep } from '../watchlog/imports/imports.ts';
import { receiveRows } from '../watchlog/imports/receive-rows.ts';
import { readAllRows } from '../watchlog/store/read-all-rows.ts';
import { stampAfter } from '../watchlog/store/hybrid-clock.ts';
import { createRowLists } from '../watchlog/store/schema.ts';
import { readRows, readVisible } from '../watchlog/testing/visible.ts';
import { createMemoryDatabase, createMemoryDocuments } from './remotes/testing/memory-documents.ts';
import { createMemoryFiles, createMemoryFolder } from './remotes/testing/memory-files.ts';
import { createReplica, type Replica } from './testing/replicas.ts';

const kinds = {
  files: () => createMemoryFiles(createMemoryFolder()),
  documents: () => createMemoryDocuments(createMemoryDatabase(false)),
};

async function settle(...devices: Replica[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const device of devices) await device.sync();
}

async function expectEqual(...devices: Replica[]): Promise<void> {
  const [first, ...others] = await Promise.all(devices.map(({ fixture }) => fixture.log.read(readRows)));
  for (const other of others) expect(other).toEqual(first);
}

describe.each(Object.entries(kinds))('%s', (_kind, createRemote) => {
  async function createTwo() {
    const remote = createRemote();
    return [await createReplica({ remote }), await createReplica({ remote })] as const;
  }

  test('what one device writes, the other has', async () => {
    const [one, other] = await createTwo();
    await one.write(rateFilm({ film: her, value: 9 }));
    await one.write(logEntry({ film: her, entry: { note: 'rain' }, origin: 'log' }));
    expect(await one.sync()).toMatchObject({ received: 0 });
    expect(await other.sync()).toMatchObject({ received: 3 });
    await settle(one, other);
    await expectEqual(one, other);
    expect((await other.fixture.log.read(readVisible)).entries).toMatchObject([{ note: 'rain' }]);
    expect(await one.sync()).toEqual({ sent: 0, received: 0 });
  });

  test('one film made apart on two devices becomes one, with both entries and the later rating', async () => {
    const [one, other] = await createTwo();
    await one.write(logEntry({ film: her, entry: { note: 'first' }, origin: 'log' }));
    await one.write(rateFilm({ film: her, value: 4 }));
    other.fixture.clock.ms += 5000;
    await other.write(
      logEntry({
        film: filmInput('Her', 2013, 'imdb:tt1798709', 'tmdb:152601'),
        entry: { note: 'second' },
        origin: 'log',
      }),
    );
    await other.write(rateFilm({ film: her, value: 8 }));
    await settle(one, other);
    await expectEqual(one, other);
    const { films, ratings, entries } = await one.fixture.log.read(readVisible);
    expect(films).toHaveLength(1);
    expect(films?.[0]?.refs).toContain('tmdb:152601');
    expect(ratings).toMatchObject([{ value: 8 }]);
    expect(entries?.map(({ note }) => note).sort()).toEqual(['first', 'second']);
  });

  test('a split of a wrong join travels, and no device joins the films again', async () => {
    const remote = createRemote();
    const [one, other] = [await createReplica({ remote }), await createReplica({ remote })];
    await one.write(rateFilm({ film: filmInput('Crash', 1996, 'imdb:tt0115964'), value: 4 }));
    await other.write(rateFilm({ film: filmInput('Crash', 1996, 'imdb:tt0115964', 'tmdb:1640'), value: 6 }));
    await settle(one, other);
    const { films = [] } = await one.fixture.log.read(readRows);
    const joined = (films as { id: string; merged?: object }[]).find(({ merged }) => merged);
    // What comes to the joined film after the join changes nothing about what a split brings back.
    await other.write(
      logEntry({ film: filmInput('Crash', 1996, 'imdb:tt0115964'), entry: {}, origin: 'log' }),
    );
    await settle(one, other);
    await one.write(splitFilm({ id: joined?.id ?? '' }));
    await settle(one, other);
    const third = await createReplica({ remote });
    await settle(one, other, third);
    await expectEqual(one, other, third);
    const visible = await third.fixture.log.read(readVisible);
    expect(visible.films).toHaveLength(2);
    expect(visible.ratings?.map(({ value }) => value).sort()).toEqual([4, 6]);
  });

  test('an entry edited on both devices keeps both changes, and one deleted here and edited there later lives', async () => {
    const [one, other] = await createTwo();
    const first = await one.write(logEntry({ film: her, entry: { note: 'a' }, origin: 'log' }));
    const id = first.changes.entries?.[0]?.after.id ?? '';
    await settle(one, other);
    await one.write(changeEntry({ id, changes: { note: 'b' } }));
    await other.write(changeEntry({ id, changes: { place: 'Odeon' } }));
    await settle(one, other);
    expect((await one.fixture.log.read(readVisible)).entries).toMatchObject([{ note: 'b', place: 'Odeon' }]);
    await one.write(deleteEntry({ id }));
    other.fixture.clock.ms += 1000;
    await other.write(changeEntry({ id, changes: { note: 'c' } }));
    await settle(one, other);
    await expectEqual(one, other);
    expect((await one.fixture.log.read(readVisible)).entries).toMatchObject([{ note: 'c' }]);
    other.fixture.clock.ms += 1000;
    await other.write(deleteEntry({ id }));
    await settle(one, other);
    expect((await one.fixture.log.read(readVisible)).entries).toEqual([]);
    await expectEqual(one, other);
  });

  test('what was deleted can be brought back on the other device, and what was emptied stays empty on both', async () => {
    const [one, other] = await createTwo();
    const first = await one.write(logEntry({ film: her, entry: { note: 'kept' }, origin: 'log' }));
    const second = await one.write(logEntry({ film: her, entry: { note: 'secret' }, origin: 'log' }));
    const [kept = '', emptied = ''] = [first, second].map(
      ({ changes }) => changes.entries?.[0]?.after.id ?? '',
    );
    await settle(one, other);
    for (const id of [kept, emptied]) await one.write(deleteEntry({ id }));
    await settle(one, other);
    other.fixture.clock.ms += 1000;
    await other.write(restoreTrash({ rows: [{ store: 'entries', id: kept }] }));
    await one.write(purgeTrash({ rows: [{ store: 'entries', id: emptied }] }, () => undefined));
    await settle(one, other);
    await expectEqual(one, other);
    expect((await one.fixture.log.read(readVisible)).entries).toMatchObject([{ id: kept, note: 'kept' }]);
    expect(JSON.stringify(await other.fixture.log.read(readRows))).not.toContain('secret');
  });

  test('an undo, and the undo of an import, on the device that did not make it', async () => {
    const [one, other] = await createTwo();
    const rated = await one.write(rateFilm({ film: her, value: 9 }));
    await settle(one, other);
    await other.write(undoWrite(rated.changes));
    const film = filmInput('Melancholia', 2011, 'imdb:tt1527186');
    const entry = { fields: { ...createEntryFields(), note: 'imported' }, loggedAt: null, sourceId: null };
    const step = {
      film,
      entries: [entry],
      ...{ changes: [], rating: null, watchlist: null, liked: false, tags: [] },
    };
    const info = { id: 'import-1', fileNames: ['a.csv'], format: 'generic' };
    await runImport({ read: one.fixture.log.read, write: one.write }, info, [step]);
    await settle(one, other);
    expect((await other.fixture.log.read(readVisible)).entries).toMatchObject([{ note: 'imported' }]);
    await runUndoImport({ read: other.fixture.log.read, write: other.write }, info.id);
    await settle(one, other);
    await expectEqual(one, other);
    expect(await one.fixture.log.read(readVisible)).toMatchObject({ entries: [], ratings: [], films: [] });
  });

  test('an import that is undone before all of it has come leaves nothing, but for what was edited', async () => {
    const [one, other] = await createTwo();
    const step = (title: string, ref: FilmRef): ImportStep => ({
      film: filmInput(title, 2011, ref),
      entries: [{ fields: createEntryFields(), loggedAt: null, sourceId: null }],
      rating: { value: 8, criteria: {}, ratedAt: null },
      ...{ changes: [], watchlist: null, liked: false, tags: [] },
    });
    const info = { id: 'import-1', fileNames: ['a.csv'], format: 'generic' };
    const steps = [step('Melancholia', 'imdb:tt1527186'), step('Drive', 'imdb:tt0780504')];
    await runImport({ read: one.fixture.log.read, write: one.write }, info, steps);
    const { entries = [] } = await one.fixture.log.read(readVisible);
    one.fixture.clock.ms += 1000;
    await one.write(changeEntry({ id: String(entries[0]?.id), changes: { note: 'edited' } }));
    // The other device has the import, and of its rows only the films yet.
    const rows = await one.fixture.log.read(readAllRows);
    const early = { ...createRowLists(), films: rows.films, imports: rows.imports };
    other.fixture.clock.ms += 2000;
    await other.write(receiveRows(early));
    await runUndoImport({ read: other.fixture.log.read, write: other.write }, info.id);
    await settle(one, other);
    await expectEqual(one, other);
    const visible = await one.fixture.log.read(readVisible);
    expect(visible).toMatchObject({ ratings: [], entries: [{ note: 'edited' }] });
    expect(visible.films).toHaveLength(1);
  });

  test('what an undone import left because it was edited stays, also where the edit comes later than the undo', async () => {
    const [one, other] = await createTwo();
    const third = createRowLists();
    const info = { id: 'import-1', fileNames: ['a.csv'], format: 'generic' };
    const entry = { fields: createEntryFields(), loggedAt: null, sourceId: null };
    const film = filmInput('Melancholia', 2011, 'imdb:tt1527186');
    const step: ImportStep = {
      ...{ film, entries: [entry, entry], rating: null },
      ...{ changes: [], watchlist: null, liked: false, tags: [] },
    };
    const log = { read: one.fixture.log.read, write: one.write };
    await runImport(log, info, [step]);
    const before = await one.fixture.log.read(readAllRows);
    const [id = '', left = ''] = before.entries.map((row) => row.id);
    one.fixture.clock.ms += 1000;
    await one.write(changeEntry({ id, changes: { note: 'edited' } }));
    await runUndoImport(log, info.id);
    const after = await one.fixture.log.read(readAllRows);
    // The other device gets the undo, and the entries as they were imported; the user edits the second one.
    other.fixture.clock.ms += 5000;
    await other.write(receiveRows({ ...third, films: before.films, entries: before.entries }));
    await other.write(changeEntry({ id: left, changes: { place: 'edited after the undo' } }));
    await other.write(receiveRows({ ...third, imports: after.imports }));
    await settle(one, other);
    await expectEqual(one, other);
    const { entries = [] } = await other.fixture.log.read(readVisible);
    expect(entries).toHaveLength(2);
    expect(entries).toMatchObject(
      [id, left].sort().map((one) => ({
        id: one,
        [one === id ? 'note' : 'place']: expect.stringMatching(/^edited/) as string,
      })),
    );
  });

  test.each([
    ['first', false],
    ['last', true],
  ])(
    'what two devices left when each undid one import stays left, if who did it first syncs %s',
    async (_when, isLast) => {
      const [one, other] = await createTwo();
      const info = { id: 'import-1', fileNames: ['a.csv'], format: 'generic' };
      const entry = { fields: createEntryFields(), loggedAt: null, sourceId: null };
      const step: ImportStep = {
        ...{ film: filmInput('Melancholia', 2011, 'imdb:tt1527186'), entries: [entry, entry], rating: null },
        ...{ changes: [], watchlist: null, liked: false, tags: [] },
      };
      await runImport({ read: one.fixture.log.read, write: one.write }, info, [step]);
      await settle(one, other);
      const ids = (await one.fixture.log.read(readAllRows)).entries.map(({ id }) => id);
      for (const [at, device] of [one, other].entries()) {
        device.fixture.clock.ms += 1000 * (at + 1);
        await device.write(changeEntry({ id: ids[at] ?? '', changes: { note: 'edited' } }));
        await runUndoImport({ read: device.fixture.log.read, write: device.write }, info.id);
      }
      await settle(...(isLast ? [other, one] : [one, other]));
      await expectEqual(one, other);
      const undone = await one.fixture.log.read((db) => db.get('imports', info.id));
      expect(undone).toMatchObject({ kept: ids.sort() });
      for (const device of [one, other]) expect(await device.sync()).toEqual({ sent: 0, received: 0 });
    },
  );

  test.each([
    ['like', (id: string) => editFilms({ ids: [id], edit: { liked: true } })],
    ['tag', (id: string) => editFilms({ ids: [id], edit: { addTags: ['mine'] } })],
  ])(
    'a film that the undo of an import left for its %s stays, also where that comes later than the undo',
    async (_what, edit) => {
      const [one, other] = await createTwo();
      const info = { id: 'import-1', fileNames: ['a.csv'], format: 'generic' };
      const step: ImportStep = {
        film: filmInput('Melancholia', 2011, 'imdb:tt1527186'),
        entries: [{ fields: createEntryFields(), loggedAt: null, sourceId: null }],
        ...{ rating: null, changes: [], watchlist: null, liked: false, tags: [] },
      };
      await runImport({ read: one.fixture.log.read, write: one.write }, info, [step]);
      const before = await one.fixture.log.read(readAllRows);
      one.fixture.clock.ms += 1000;
      await one.write(edit(before.films[0]?.id ?? ''));
      await runUndoImport({ read: one.fixture.log.read, write: one.write }, info.id);
      const after = await one.fixture.log.read(readAllRows);
      other.fixture.clock.ms += 5000;
      await other.write(receiveRows({ ...createRowLists(), imports: after.imports }));
      await other.write(receiveRows({ ...createRowLists(), films: before.films }));
      await settle(one, other);
      await expectEqual(one, other);
      const visible = await other.fixture.log.read(readVisible);
      expect(visible).toMatchObject({ films: [{ title: 'Melancholia' }], entries: [] });
    },
  );

  test('what comes after the undo of its import is deleted as the undo would have, so that a later edit counts', async () => {
    const [one, other] = await createTwo();
    const info = { id: 'import-1', fileNames: ['a.csv'], format: 'generic' };
    const entry = { fields: createEntryFields(), loggedAt: null, sourceId: null };
    const film = filmInput('Melancholia', 2011, 'imdb:tt1527186');
    const step: ImportStep = {
      ...{ film, entries: [entry], rating: null },
      ...{ changes: [], watchlist: null, liked: false, tags: [] },
    };
    await runImport({ read: one.fixture.log.read, write: one.write }, info, [step]);
    const rows = await one.fixture.log.read(readAllRows);
    // The other device undoes the import without the entry; then the first edits it, and a third gets it unedited.
    const third = await createReplica({ remote: createRemote() });
    await other.write(receiveRows({ ...createRowLists(), films: rows.films, imports: rows.imports }));
    await runUndoImport({ read: other.fixture.log.read, write: other.write }, info.id);
    const { imports } = await other.fixture.log.read(readAllRows);
    one.fixture.clock.ms += 60_000;
    await one.write(changeEntry({ id: rows.entries[0]?.id ?? '', changes: { note: 'edited' } }));
    third.fixture.clock.ms += 120_000;
    await third.write(receiveRows(rows));
    await third.write(receiveRows({ ...createRowLists(), imports }));
    expect((await third.fixture.log.read(readVisible)).entries).toEqual([]);
    await third.write(receiveRows(await one.fixture.log.read(readAllRows)));
    expect((await third.fixture.log.read(readVisible)).entries).toMatchObject([{ note: 'edited' }]);
  });

  test('an undo whose stamp is earlier than a row deletes nothing that the next pass brings back', async () => {
    const [one, other] = await createTwo();
    const info = { id: 'import-1', fileNames: ['a.csv'], format: 'generic' };
    const steps = [1, 2].map((nth): ImportStep => ({
      film: filmInput(`Melancholia ${nth}`, 2010 + nth),
      entries: [{ fields: createEntryFields(), loggedAt: null, sourceId: null }],
      ...{ rating: null, changes: [], watchlist: null, liked: false, tags: [] },
    }));
    await runImport({ read: one.fixture.log.read, write: one.write }, info, steps, { maxSteps: 1 });
    await settle(one, other);
    const rows = await one.fixture.log.read(readAllRows);
    const [first, last] = rows.entries.map((entry) => entry.stamps.note ?? '').sort();
    // The clock of who undid it was behind, and the second part had not come there.
    const undoneAt = stampAfter(first, '00000000') ?? '';
    expect(undoneAt < (last ?? '')).toBe(true);
    const imports = rows.imports
      .filter(({ id }) => id === info.id)
      .map((row) => ({ ...row, undoneAt: 1, stamps: { ...row.stamps, undoneAt } }));
    await one.write(receiveRows({ ...createRowLists(), imports }));
    await settle(one, other);
    await expectEqual(one, other);
    const { entries = [] } = await other.fixture.log.read(readVisible);
    expect(entries).toHaveLength(1);
    for (const device of [one, other, one, other])
      expect(await device.sync()).toEqual({ sent: 0, received: 0 });
  });

  test('a device whose clock is a year ahead does not win for ever', async () => {
    const remote = createRemote();
    const one = await createReplica({ remote });
    const ahead = await createReplica({ remote, offset: 365 * 24 * 60 * 60 * 1000 });
    await ahead.write(rateFilm({ film: her, value: 3 }));
    await settle(one, ahead);
    await one.write(rateFilm({ film: her, value: 9 }));
    await one.write(setLiked({ film: her, liked: true }));
    await settle(one, ahead);
    await expectEqual(one, ahead);
    expect((await ahead.fixture.log.read(readVisible)).ratings).toMatchObject([{ value: 9 }]);
  });
});
