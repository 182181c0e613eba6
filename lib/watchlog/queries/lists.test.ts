import { expect, test } from 'vitest';
import { createList, deleteList, rateFilm, setOnList } from '../commands/commands.ts';
import { createLogFixture, her, melancholia } from '../testing/fixture.ts';
import { listListChoices } from './lists.ts';

test('the choices of lists are the user’s, the newest first, with what is on them', async () => {
  const { log, clock } = await createLogFixture();
  const ids: string[] = [];
  for (const name of ['Courtrooms', 'Winter', 'Gone']) {
    clock.ms += 1000;
    const fields = { name, description: '', ranked: name === 'Winter', films: [{ film: melancholia }] };
    await log.write(createList(fields, (id) => ids.push(id)));
  }
  const [courtrooms = '', winter = '', gone = ''] = ids;
  const { filmId } = await log.write(setOnList({ listId: courtrooms, film: her, listed: true }));
  await log.write(deleteList({ id: gone }));
  const choices = (of: string | null) => log.read((db) => listListChoices(db, of));
  expect(await choices(filmId)).toEqual([
    { id: winter, name: 'Winter', ranked: true, films: 1, isOn: false },
    { id: courtrooms, name: 'Courtrooms', ranked: false, films: 2, isOn: true },
  ]);
  expect((await choices(null)).map(({ isOn }) => isOn)).toEqual([false, false]);
  const other = await log.write(rateFilm({ film: { refs: [], title: 'Heat', year: 1995 }, value: 8 }));
  expect((await choices(other.filmId)).map(({ isOn }) => isOn)).toEqual([false, false]);
});
