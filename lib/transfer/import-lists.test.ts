import { describe, expect, test } from 'vitest';
import { logEntry, rateFilm } from '../watchlog/commands/commands.ts';
import { editFilms } from '../watchlog/commands/edit-commands.ts';
import { runUndoImport } from '../watchlog/testing/run-import.ts';
import { listImports } from '../watchlog/imports/imports.ts';
import { listItemsOfList } from '../watchlog/queries/lists.ts';
import type { Log } from '../watchlog/log.ts';
import { createLogFixture, her, type LogFixture } from '../watchlog/testing/fixture.ts';
import { writeList } from './exports/list-file.ts';
import { marqueeExport } from './exports/marquee.ts';
import { exportFormats } from './exports/registry.ts';
import { textFile } from './fixtures/load.ts';
import { createRowLists } from './log-rows.ts';
import { readFiles } from './files/read-files.ts';
import { countWrittenFilms, isAllThere } from './plan/plan-figures.ts';
import { bringIn, timeZone, viewLog } from './testing/run-import.ts';
import type { ListUse } from './types.ts';

describe('a film of which a file knew only that it was seen', () => {
  const watched = 'Date,Name,Year,Letterboxd URI\n2024-03-12,Her,2013,https://boxd.it/2aNK\n';
  const diary =
    'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2024-03-12,Her,2013,https://boxd.it/x,4,REWATCH,,2024-03-10\n';
  const bring = (log: Log, id: string, name: string, text: string) =>
    bringIn(log, readFiles([textFile(name, text)], { timeZone }), id);

  test('has one entry once a file knows the day, and no day again when that import is undone', async () => {
    const { log } = await createLogFixture();
    await bring(log, 'one', 'watched.csv', watched);
    const plan = await bring(log, 'two', 'diary.csv', diary.replace('REWATCH', ''));
    expect(plan.rows).toMatchObject([{ kind: 'merged', reason: 'entry-filled' }]);
    expect((await viewLog(log)).entries).toMatchObject([{ watchedOn: '2024-03-10', rating: 8 }]);
    for (const [id, name, text] of [
      ['three', 'watched.csv', watched],
      ['four', 'diary.csv', diary.replace('REWATCH', '')],
    ] as const)
      expect((await bring(log, id, name, text)).steps).toEqual([]);
    await runUndoImport(log, 'two');
    expect((await viewLog(log)).entries).toMatchObject([{ watchedOn: null, rating: null }]);
  });

  test('has a second entry where the file calls it one, or where the first is the user’s own word', async () => {
    const rewatched = await createLogFixture();
    await bring(rewatched.log, 'one', 'watched.csv', watched);
    await bring(rewatched.log, 'two', 'diary.csv', diary.replace('REWATCH', 'Yes'));
    expect((await viewLog(rewatched.log)).entries).toHaveLength(2);
    const own = await createLogFixture();
    await own.log.write(logEntry({ film: her, entry: { watchedOn: null }, origin: 'log' }));
    await bring(own.log, 'one', 'diary.csv', diary.replace('REWATCH', ''));
    expect((await viewLog(own.log)).entries).toHaveLength(2);
  });
});

const listOf = (name: string, ...films: string[]): string =>
  `Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-01-01,${name},,https://boxd.it/l,\n\n` +
  `Position,Name,Year,URL,Description\n${films.map((film, at) => `${at + 1},${film},,`).join('\n')}\n`;

describe('lists of films', () => {
  const bringList = async (fixture: LogFixture, id: string, text: string) => {
    fixture.clock.ms += 1000;
    const reading = readFiles([textFile('lists/mine.csv', text)], { timeZone });
    return bringIn(fixture.log, reading, id, { policy: 'keep-mine' });
  };
  /** Each list with its films in order, as "name: title, title". */
  const listAll = async (log: Log): Promise<string[]> => {
    const { films, lists } = await viewLog(log);
    return Promise.all(
      lists.map(async ({ id, name }) => {
        const items = await log.read((db) => listItemsOfList(db, id));
        const titles = items.map(({ filmId }) => films.find((film) => film.id === filmId)?.title);
        return `${name}: ${titles.join(', ')}`;
      }),
    );
  };

  test('become lists with their films in order, seen or not, and the same list again is no news', async () => {
    const fixture = await createLogFixture();
    await fixture.log.write(rateFilm({ film: her, value: 9 }));
    const text = listOf('For winter', 'Up,2009', 'Her,2013');
    const plan = await bringList(fixture, 'one', text);
    expect([isAllThere(plan), countWrittenFilms(plan)]).toEqual([false, 2]);
    expect(plan.rows).toMatchObject([
      { kind: 'added', what: 'list', reason: 'new-list-item', film: { title: 'Up' }, from: { row: 6 } },
      { kind: 'added', what: 'list', reason: 'new-list-item', film: { title: 'Her' } },
    ]);
    expect(await listAll(fixture.log)).toEqual(['For winter: Up, Her']);
    const again = await bringList(fixture, 'two', text.replace('For winter', 'FOR WINTER'));
    expect(again).toMatchObject({ steps: [], lists: [] });
    expect(isAllThere(again)).toBe(true);
    expect(again.rows.map(({ reason }) => reason)).toEqual(['on-list', 'on-list']);
    expect((await fixture.log.read(listImports)).at(-1)?.counts).toMatchObject({
      lists: 1,
      listItems: 2,
      films: 1,
    });
  });

  test('keep their description and the notes on their films', async () => {
    const fixture = await createLogFixture();
    const text = listOf('A', 'Her,2013')
      .replace('https://boxd.it/l,', 'https://boxd.it/l,What I saw')
      .replace('Her,2013,,', 'Her,2013,,twice');
    await bringList(fixture, 'one', text);
    const { lists, listItems } = await viewLog(fixture.log);
    expect(lists).toMatchObject([{ name: 'A', description: 'What I saw', ranked: false }]);
    expect(listItems).toMatchObject([{ note: 'twice' }]);
  });

  test('get the films that they lack at their end', async () => {
    const fixture = await createLogFixture();
    await bringList(fixture, 'one', listOf('A', 'Her,2013', 'Up,2009'));
    await bringList(fixture, 'two', listOf('a', 'Heat,1995', 'Up,2009', 'Jaws,1975'));
    expect(await listAll(fixture.log)).toEqual(['A: Her, Up, Heat, Jaws']);
  });

  test.each([
    ['one', 'two', ['B: Her, Up']],
    ['two', 'one', ['A: Her']],
  ])('undone in any order, %s before %s, go alone', async (first, second, between) => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    await log.write(rateFilm({ film: her, value: 9 }));
    await bringList(fixture, 'one', listOf('A', 'Her,2013'));
    await bringList(fixture, 'two', listOf('B', 'Her,2013', 'Up,2009'));
    await runUndoImport(log, first);
    expect(await listAll(log)).toEqual(between);
    await runUndoImport(log, second);
    expect(await listAll(log)).toEqual([]);
    expect((await viewLog(log)).films.map(({ title }) => title)).toEqual(['Her']);
  });

  test('a film of a list stays when the import is undone, where the user has tagged it, too', async () => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    await bringList(fixture, 'one', listOf('A', 'Her,2013', 'Up,2009'));
    const [film] = (await viewLog(log)).films;
    await log.write(editFilms({ ids: [film?.id ?? ''], edit: { addTags: ['my own'] } }));
    await runUndoImport(log, 'one');
    expect((await viewLog(log)).films).toMatchObject([{ title: 'Her', tags: ['my own'] }]);
    expect(await listAll(log)).toEqual([]);
  });

  test('names that are too long, too many, or none at all stop no import', async () => {
    const { log } = await createLogFixture();
    const many = Array.from({ length: 600 }, (_, at) => `tag ${at}`).join(', ');
    const text = `Title,Year,Film tags\nHer,2013,"${'x'.repeat(300)}, #, ok"\nUp,2009,"${many}"\n`;
    const reading = readFiles([textFile('films.csv', text)], { timeZone });
    const plan = await bringIn(log, reading, 'one');
    expect(plan.rows.filter(({ reason }) => reason === 'too-many-tags')).toHaveLength(100);
    const films = new Map((await viewLog(log)).films.map(({ title, tags }) => [title, tags]));
    expect(films.get('Her')).toEqual(['x'.repeat(100), 'ok']);
    expect(films.get('Up')).toHaveLength(500);
    expect((await bringIn(log, reading, 'two')).steps).toEqual([]);
  });

  test('a table’s column of lists says nothing of an entry, and only a table without one else does', () => {
    const readRow = (text: string) => readFiles([textFile('films.csv', text)], { timeZone });
    expect(readRow('Title,Year,Lists\nHer,2013,For winter\n')).toMatchObject({
      entries: [],
      tags: [{ tag: 'For winter', from: { row: 2 } }],
    });
    expect(readRow('Title,Year,Lists\nHer,2013,\n')).toMatchObject({
      entries: [{ watchedOn: null, isSeenMark: true }],
      tags: [],
    });
  });

  test('go out whole in our own file, and every other form says that it loses them', async () => {
    const fixture = await createLogFixture();
    await bringList(fixture, 'one', listOf('A', 'Her,2013', 'Up,2009'));
    const rows = createRowLists();
    await fixture.log.read(async (db) => {
      rows.films = await db.getAll('films');
      rows.lists = await db.getAll('lists');
      rows.listItems = await db.getAll('listItems');
    });
    const [file] = marqueeExport.write(rows, { now: 0, timeZone });
    const reading = readFiles([textFile('marquee-log.json', file?.text ?? '')], { timeZone });
    expect(reading.log?.lists).toEqual(rows.lists);
    expect(reading.log?.listItems).toEqual(rows.listItems);
    const losing = exportFormats.filter(({ losses }) => losses(rows).some(({ kind }) => kind === 'lists'));
    expect(losing.map(({ id }) => id)).toEqual(
      exportFormats.map(({ id }) => id).filter((id) => id !== 'marquee'),
    );
  });
});

describe('a file of one list', () => {
  const list = {
    name: 'Courtrooms',
    description: 'People in rooms',
    isRanked: true,
    films: [
      { title: '12 Angry Men', year: 1957, refs: ['imdb:tt0050083' as const], note: 'the lenses' },
      { title: 'Her', year: 2013, refs: [], note: '' },
    ],
  };
  const readText = (text: string) => readFiles([textFile('list.json', text)], { timeZone });

  test('is read back as it was, and says nothing of what was seen', () => {
    const reading = readText(writeList(list, 'json').text);
    expect(reading).toMatchObject({ entries: [], ratings: [], watchlist: [], skipped: [], error: null });
    expect(reading.lists).toMatchObject([
      {
        name: 'Courtrooms',
        description: 'People in rooms',
        ranked: true,
        items: [
          { film: { title: '12 Angry Men', refs: ['imdb:tt0050083'] }, note: 'the lenses' },
          { film: { title: 'Her', year: 2013 } },
        ],
      },
    ]);
  });

  test('as a table is read back in its order with notes and ids, by the file’s name', () => {
    const { name, text } = writeList({ ...list, films: list.films.toReversed() }, 'csv');
    const reading = readFiles([textFile(name, text)], { timeZone });
    expect(reading).toMatchObject({ entries: [], ratings: [], watchlist: [], skipped: [], error: null });
    expect(reading.lists).toMatchObject([
      {
        ...{ name: 'courtrooms', description: '', ranked: false },
        items: [
          { film: { title: 'Her', year: 2013 }, position: 1, note: '' },
          { film: { title: '12 Angry Men', refs: ['imdb:tt0050083'] }, position: 2, note: 'the lenses' },
        ],
      },
    ]);
  });

  test('a table with a column more or less is another table', () => {
    for (const header of ['Position,Title,Year,imdbID,tmdbID,Note,Rating', 'Position,Title,Year,imdbID,Note'])
      expect(
        readFiles([textFile('list.csv', `${header}\n1,Her,2013,tt1798709,,`)], { timeZone }).lists,
      ).toEqual([]);
  });

  test('becomes a ranked list of the log', async () => {
    const { log } = await createLogFixture();
    await bringIn(log, readText(writeList(list, 'json').text), 'one');
    const { lists, listItems, entries } = await viewLog(log);
    expect(lists).toMatchObject([{ name: 'Courtrooms', description: 'People in rooms', ranked: true }]);
    expect(listItems.map(({ note }) => note)).toEqual(['the lenses', '']);
    expect(entries).toEqual([]);
  });

  test.each([
    ['of a newer version', { version: 99, films: [] }],
    ['without a version', { films: [] }],
  ])('%s is refused', (_what, rest) => {
    expect(readText(JSON.stringify({ format: 'marquee-list', ...rest })).error).not.toBeNull();
  });

  test('names the films that cannot be read', () => {
    const films = [
      { title: '' },
      { title: 'Her', year: 'soon' },
      { title: 'Up', refs: ['javascript:1', 5, 'imdb:tt1049413'] },
    ];
    const reading = readText(JSON.stringify({ format: 'marquee-list', version: 1, name: 'A', films }));
    expect(reading.skipped.map(({ row, reasonKind }) => [row, reasonKind])).toEqual([
      [1, 'missing-title'],
      [2, 'bad-year'],
    ]);
    expect(reading.lists[0]?.items.map(({ film }) => film.refs)).toEqual([['imdb:tt1049413']]);
  });
});

describe('a list of IMDb', () => {
  const text =
    'Position,Const,Created,Modified,Description,Title,Title Type,Year,Your Rating,Date Rated\n' +
    '1,tt1798709,2024-01-01,2024-01-01,to see again,Her,Movie,2013,9,2024-01-02\n' +
    '2,tt0944947,2024-01-01,2024-01-01,,Game of Thrones,TV Series,2011,,\n' +
    '3,tt1798709,2024-01-01,2024-01-01,,Her,Movie,2013,,\n';
  const read = (name: string, imdbLists?: ListUse) =>
    readFiles([textFile(name, text)], { timeZone, ...(imdbLists && { imdbLists }) });
  const told = { ratings: [{ value: 9 }], skipped: [{ reasonKind: 'series' }, { reasonKind: 'duplicate' }] };

  test('may be the watchlist, as long as nobody says otherwise', () => {
    expect(read('noir.csv')).toMatchObject({
      ...told,
      watchlist: [{ film: { title: 'Her' }, reason: 'to see again' }],
      tags: [],
      lists: [],
      doubtfulLists: 'watchlist',
    });
  });

  test('becomes a list of the file’s name where the user says that it is another one', () => {
    expect(read('noir.csv', 'list')).toMatchObject({
      ...told,
      watchlist: [],
      tags: [{ film: { title: 'Her' }, list: { name: 'noir', note: 'to see again' } }],
      lists: [{ name: 'noir' }],
      doubtfulLists: 'list',
    });
  });

  test('of the watchlist’s own name, and ratings, leave no doubt', () => {
    expect(read('WATCHLIST.csv', 'list')).toMatchObject({
      watchlist: [{}],
      tags: [],
      doubtfulLists: null,
    });
    expect(read('ratings.csv', 'list')).toMatchObject({ watchlist: [], tags: [], doubtfulLists: null });
  });
});
