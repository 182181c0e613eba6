import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addToList,
  changeList,
  changeListItem,
  correctMatch,
  createList,
  deleteList,
  editFilms,
  moveListItem,
  purgeTrash,
  removeFromList,
  restoreTrash,
  setOnList,
  turnTagIntoList,
  undoWrite,
} from './commands.ts';
import { maxFilmsPerListing, maxRowsPerEdit } from './edit-types.ts';
import { countTrash, listTrash } from '../queries/trash.ts';
import { countItemsOfList, findList, listItemsOfList, listLists, listListsOfFilm } from '../queries/lists.ts';
import { createLogFixture, filmInput, her, melancholia } from '../testing/fixture.ts';
import type { FilmInput } from '../types.ts';

type Fixture = Awaited<ReturnType<typeof createLogFixture>>;

const fields = { name: 'Best of the decade', description: '', ranked: true };
const numbered = (count: number): FilmInput[] =>
  Array.from({ length: count }, (_, at) => filmInput(`Film ${at}`, 2000, `imdb:tt000000${at}`));

async function makeList({ log }: Fixture, films: FilmInput[]): Promise<string> {
  let id = '';
  await log.write(createList({ ...fields, films: films.map((film) => ({ film })) }, (made) => (id = made)));
  return id;
}

/** The titles of a list's films, in order. */
function readTitles({ log }: Fixture, listId: string): Promise<string[]> {
  return log.read(async (db) => {
    const items = await listItemsOfList(db, listId);
    return Promise.all(items.map(async ({ filmId }) => (await db.get('films', filmId))?.title ?? ''));
  });
}

const readIds = ({ log }: Fixture, listId: string): Promise<string[]> =>
  log.read(async (db) => (await listItemsOfList(db, listId)).map(({ id }) => id));

describe('createList', () => {
  test('keeps the order of the films and says the id', async () => {
    const fixture = await createLogFixture();
    const id = await makeList(fixture, [melancholia, her]);
    expect(await readTitles(fixture, id)).toEqual([melancholia.title, her.title]);
    expect(await fixture.log.read((db) => findList(db, id))).toMatchObject(fields);
    expect(await fixture.log.read((db) => countItemsOfList(db, id))).toBe(2);
  });

  test('has a film once, whatever name it is given under', async () => {
    const fixture = await createLogFixture();
    const id = await makeList(fixture, [her, melancholia, { ...her, refs: her.refs.slice(0, 1) }]);
    expect(await readTitles(fixture, id)).toEqual([her.title, melancholia.title]);
  });

  test('takes films of the log by their ids, and leaves out those that are gone', async () => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    await makeList(fixture, [her, melancholia, ...numbered(2)]);
    const ids = (await log.read((db) => db.getAll('films'))).map((row) => row.id).reverse();
    await log.write(editFilms({ ids: ids.slice(1, 2), edit: { isDeleted: true } }));
    let id = '';
    const films = [...ids, 'nobody', ...ids].map((filmId) => ({ filmId }));
    await log.write(createList({ ...fields, films }, (made) => (id = made)));
    expect(await readTitles(fixture, id)).toEqual(['Film 1', melancholia.title, her.title]);
    const [kept] = await log.read((db) => db.getAll('films'));
    expect(kept?.title).toBe(her.title);
  });

  test('refuses more films than one commit takes: fewer by what is known of them than by their ids', async () => {
    const { log } = await createLogFixture();
    const byFilm = Array.from({ length: maxRowsPerEdit + 1 }, () => ({ film: her }));
    const byId = Array.from({ length: maxFilmsPerListing + 1 }, () => ({ filmId: 'nobody' }));
    for (const films of [byFilm, byId])
      await expect(log.write(createList({ ...fields, films }))).rejects.toMatchObject({ code: 'bad-value' });
    await log.write(createList({ ...fields, films: byId.slice(1) }));
    expect(await log.read(listLists)).toHaveLength(1);
  });

  test.each([
    [{ name: ' ' }, 'bad-value'],
    [{ name: 'x'.repeat(201) }, 'too-long'],
    [{ description: 'x'.repeat(20_001) }, 'too-long'],
  ])('rejects %o', async (wrong, code) => {
    const { log } = await createLogFixture();
    await expect(log.write(createList({ ...fields, ...wrong, films: [] }))).rejects.toMatchObject({ code });
    expect(await log.read(listLists)).toEqual([]);
  });

  test('is undone whole, with the films that only it had', async () => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    let id = '';
    const receipt = await log.write(createList({ ...fields, films: [{ film: her }] }, (made) => (id = made)));
    await log.write(undoWrite(receipt.changes));
    expect(await log.read(listLists)).toEqual([]);
    expect(await readTitles(fixture, id)).toEqual([]);
    expect((await log.read((db) => db.getAll('films')))[0]?.deleted).not.toBeNull();
  });
});

describe('moveListItem', () => {
  test.each([
    [0, 3, ['1', '2', '0', '3']],
    [3, 0, ['3', '0', '1', '2']],
    [1, null, ['0', '2', '3', '1']],
    [2, 2, ['0', '1', '2', '3']],
    [1, 2, ['0', '1', '2', '3']],
  ])('moves item %s before item %s', async (from, before, expected) => {
    const fixture = await createLogFixture();
    const id = await makeList(fixture, numbered(4));
    const ids = await readIds(fixture, id);
    await fixture.log.write(
      moveListItem({ id: ids[from] ?? '', before: before === null ? null : (ids[before] ?? '') }),
    );
    expect(await readTitles(fixture, id)).toEqual(expected.map((at) => `Film ${at}`));
  });

  test('changes one row', async () => {
    const fixture = await createLogFixture();
    const id = await makeList(fixture, numbered(4));
    const [first = '', , third = ''] = await readIds(fixture, id);
    const receipt = await fixture.log.write(moveListItem({ id: first, before: third }));
    expect(receipt.changes.listItems).toHaveLength(1);
  });

  test('separates items to which two devices have given one position', async () => {
    const fixture = await createLogFixture();
    const id = await makeList(fixture, numbered(4));
    const [first = '', second = '', third = ''] = await readIds(fixture, id);
    await fixture.log.write(async (commit) => {
      const row = await commit.find('listItems', second);
      const other = await commit.find('listItems', third);
      if (row && other) await commit.save('listItems', { ...other, position: row.position });
      return null;
    });
    await fixture.log.write(moveListItem({ id: first, before: third }));
    expect(await readTitles(fixture, id)).toEqual(['Film 1', 'Film 0', 'Film 2', 'Film 3']);
  });

  test('any moves leave the list as moving in an array would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(5), fc.option(fc.nat(5))), { maxLength: 12 }),
        async (moves) => {
          const fixture = await createLogFixture();
          const listId = await makeList(fixture, numbered(6));
          const model = await readIds(fixture, listId);
          for (const [from, to] of moves) {
            const id = model[from] ?? '';
            const before = to === null ? null : (model[to] ?? null);
            await fixture.log.write(moveListItem({ id, before }));
            if (before === id) continue;
            model.splice(from, 1);
            model.splice(before === null ? model.length : model.indexOf(before), 0, id);
          }
          expect(await readIds(fixture, listId)).toEqual(model);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('films of a list', () => {
  test('are added at the end or before another, and stay where they are if they are on it', async () => {
    const fixture = await createLogFixture();
    const [first, second, third, fourth] = numbered(4);
    if (!first || !second || !third || !fourth) throw new Error('no films');
    const listId = await makeList(fixture, [first, second]);
    await fixture.log.write(addToList({ listId, films: [{ film: third }, { film: first }], before: null }));
    const [top = ''] = await readIds(fixture, listId);
    await fixture.log.write(addToList({ listId, films: [{ film: fourth, note: 'see it' }], before: top }));
    expect(await readTitles(fixture, listId)).toEqual(['Film 3', 'Film 0', 'Film 1', 'Film 2']);
    const [added] = await fixture.log.read((db) => listItemsOfList(db, listId));
    expect(added?.note).toBe('see it');
  });

  test('say which lists a film is on, and leave one', async () => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    const [one, two] = [await makeList(fixture, [her]), await makeList(fixture, [melancholia, her])];
    const [item] = await log.read((db) => listItemsOfList(db, one));
    const on = () => log.read((db) => listListsOfFilm(db, item?.filmId ?? ''));
    expect((await on()).map(({ list }) => list.id)).toEqual([two, one]);
    await log.write(setOnList({ listId: two, film: her, listed: false }));
    expect((await on()).map(({ list }) => list.id)).toEqual([one]);
    await log.write(setOnList({ listId: two, film: her, listed: true }));
    expect(await readTitles(fixture, two)).toEqual([melancholia.title, her.title]);
    await log.write(deleteList({ id: one }));
    expect((await on()).map(({ list }) => list.id)).toEqual([two]);
  });

  test('have a note, which a removed item keeps for the trash', async () => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    const listId = await makeList(fixture, [her]);
    const [id = ''] = await readIds(fixture, listId);
    await log.write(changeListItem({ id, note: 'the voice' }));
    await log.write(removeFromList({ ids: [id] }));
    expect(await readTitles(fixture, listId)).toEqual([]);
    const { items } = await log.read((db) => listTrash(db, { now: fixture.clock.ms, limit: 9 }));
    expect(items).toMatchObject([{ store: 'listItems', title: 'Her', text: 'the voice' }]);
    await log.write(restoreTrash({ rows: [{ store: 'listItems', id }] }));
    expect(await readTitles(fixture, listId)).toEqual(['Her']);
  });

  test('two films that turn out to be one are one item, the first', async () => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    const plain = filmInput('Her', 2013, 'tmdb:152601');
    const other = filmInput('Her', 2013, 'letterboxd:her');
    const listId = await makeList(fixture, [plain, melancholia]);
    await log.write(correctMatch({ keys: ['title:her'], film: null }));
    await log.write(addToList({ listId, films: [{ film: other }], before: null }));
    await log.write(
      addToList({
        listId,
        films: [{ film: filmInput('Her', 2013, 'tmdb:152601', 'letterboxd:her') }],
        before: null,
      }),
    );
    expect(await readTitles(fixture, listId)).toEqual(['Her', melancholia.title]);
  });

  test('leave their lists with a film that is taken out of the log, and come back with it', async () => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    const listId = await makeList(fixture, [her, melancholia]);
    const [item] = await log.read((db) => listItemsOfList(db, listId));
    const receipt = await log.write(editFilms({ ids: [item?.filmId ?? ''], edit: { isDeleted: true } }));
    expect(await readTitles(fixture, listId)).toEqual([melancholia.title]);
    await log.write(undoWrite(receipt.changes));
    expect(await readTitles(fixture, listId)).toEqual([her.title, melancholia.title]);
  });
});

describe('a deleted list', () => {
  test('is in the trash under its name, and comes back whole', async () => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    const id = await makeList(fixture, [her, melancholia]);
    await log.write(deleteList({ id }));
    expect(await log.read(listLists)).toEqual([]);
    const { items } = await log.read((db) => listTrash(db, { now: fixture.clock.ms, limit: 9 }));
    expect(items).toMatchObject([{ store: 'lists', filmId: null, title: fields.name }]);
    await log.write(restoreTrash({ rows: [{ store: 'lists', id }] }));
    expect(await readTitles(fixture, id)).toEqual([her.title, melancholia.title]);
  });

  test('comes back with a film that was removed from it before', async () => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    const listId = await makeList(fixture, [her, melancholia]);
    const [id = ''] = await readIds(fixture, listId);
    await log.write(removeFromList({ ids: [id] }));
    await log.write(deleteList({ id: listId }));
    await log.write(restoreTrash({ rows: [{ store: 'listItems', id }] }));
    expect((await log.read(listLists)).map(({ id: one }) => one)).toEqual([listId]);
    expect(await readTitles(fixture, listId)).toEqual([her.title, melancholia.title]);
  });

  test('is emptied with its films, and none of it can be restored', async () => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    const listId = await makeList(fixture, [her, melancholia]);
    const [id = ''] = await readIds(fixture, listId);
    await log.write(changeListItem({ id, note: 'private' }));
    await log.write(removeFromList({ ids: [id] }));
    await log.write(deleteList({ id: listId }));
    await log.write(purgeTrash({ rows: [{ store: 'lists', id: listId }] }, () => undefined));
    await expect(log.write(restoreTrash({ rows: [{ store: 'listItems', id }] }))).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await log.read((db) => db.get('lists', listId))).toMatchObject({ name: '', purged: true });
    expect(await readTitles(fixture, listId)).toEqual([]);
    await log.write(purgeTrash({ rows: [{ store: 'listItems', id }] }, () => undefined));
    expect(JSON.stringify(await log.read((db) => db.getAll('listItems')))).not.toContain('private');
    expect(await log.read((db) => countTrash(db, fixture.clock.ms))).toBe(0);
  });

  test.each([
    ['changed', (id: string) => changeList({ id, changes: { name: 'Other' } })],
    ['added to', (listId: string) => addToList({ listId, films: [{ film: her }], before: null })],
    ['deleted', (id: string) => deleteList({ id })],
  ])('cannot be %s', async (_what, command) => {
    const fixture = await createLogFixture();
    const id = await makeList(fixture, []);
    await fixture.log.write(deleteList({ id }));
    await expect(fixture.log.write(command(id))).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('a tag becomes a list, and an undo brings the tag back', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  await makeList(fixture, [melancholia, her]);
  const ids = (await log.read((db) => db.getAll('films'))).map(({ id }) => id);
  await log.write(editFilms({ ids, edit: { addTags: ['Cinema 2013', 'other'] } }));
  let listId = '';
  const receipt = await log.write(turnTagIntoList({ tag: 'cinema 2013' }, (id) => (listId = id)));
  expect(await readTitles(fixture, listId)).toEqual([melancholia.title, her.title]);
  const tags = async () => (await log.read((db) => db.getAll('films'))).map((film) => film.tags);
  expect(await tags()).toEqual([['other'], ['other']]);
  await log.write(undoWrite(receipt.changes));
  expect(await tags()).toEqual([
    ['Cinema 2013', 'other'],
    ['Cinema 2013', 'other'],
  ]);
  expect((await log.read(listLists)).map(({ id }) => id)).not.toContain(listId);
  await expect(log.write(turnTagIntoList({ tag: 'none' }))).rejects.toMatchObject({ code: 'not-found' });
});
