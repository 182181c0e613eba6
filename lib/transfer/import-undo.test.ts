import { expect, test } from 'vitest';
import { changeEntry } from '../watchlog/commands/commands.ts';
import { runImport, runUndoImport } from '../watchlog/testing/run-import.ts';
import { createLogFixture } from '../watchlog/testing/fixture.ts';
import { textFile } from './fixtures/load.ts';
import { readFiles } from './files/read-files.ts';
import { bringIn, info, manySteps, readOwn, timeZone, twoEntries, viewLog } from './testing/run-import.ts';

test('the undo keeps what the user has changed since, and says how much', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  await runImport(log, info, manySteps(3));
  const [entry] = (await viewLog(log)).entries;
  if (entry === undefined) throw new Error('no entry');
  fixture.clock.ms += 1000;
  await log.write(changeEntry({ id: entry.id, changes: { note: 'my own words' } }));
  const undone = await runUndoImport(log, info.id);
  expect(undone?.counts.kept).toBe(1);
  const view = await viewLog(log);
  expect(view.entries.map(({ note }) => note)).toEqual(['my own words']);
  expect(view.films).toHaveLength(1);
  await expect(runImport(log, info, manySteps(9))).rejects.toMatchObject({ code: 'bad-value' });
});

test('imports that were taken back one after the other leave nothing of either', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  const bring = async (id: string, text: string): Promise<void> => {
    fixture.clock.ms += 1000;
    await bringIn(log, readFiles([textFile('diary.csv', text)], { timeZone }), id, { policy: 'take-theirs' });
  };
  await bring('one', twoEntries);
  const once = await readOwn(log);
  await bring('two', twoEntries.replaceAll(',5,', ',3,').replace('cinema', 'home'));
  fixture.clock.ms += 1000;
  await runUndoImport(log, 'two');
  expect(await readOwn(log)).toEqual(once);
  fixture.clock.ms += 1000;
  const undone = await runUndoImport(log, 'one');
  expect(undone?.counts.kept).toBe(0);
  expect(await viewLog(log)).toMatchObject({ films: [], entries: [] });
});

test.each([
  ['one', 'two'],
  ['two', 'one'],
])(
  'imports of one entry that are undone in any order, %s before %s, leave nothing',
  async (first, second) => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    const bring = async (id: string, text: string): Promise<void> => {
      fixture.clock.ms += 1000;
      await bringIn(log, readFiles([textFile('diary.csv', text)], { timeZone }), id, {
        policy: 'take-theirs',
      });
    };
    await bring('one', twoEntries);
    await bring('two', twoEntries.replaceAll(',5,', ',3,').replace('cinema', 'home'));
    fixture.clock.ms += 1000;
    await runUndoImport(log, first);
    expect((await viewLog(log)).films).toHaveLength(1);
    fixture.clock.ms += 1000;
    await runUndoImport(log, second);
    expect(Object.values(await viewLog(log)).flat()).toEqual([]);
  },
);

test('what the user said of an entry of two imports stays when both are undone, the older one first', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  const bring = (id: string, text: string) =>
    bringIn(log, readFiles([textFile('diary.csv', text)], { timeZone }), id, { policy: 'take-theirs' });
  await bring('one', twoEntries);
  fixture.clock.ms += 1000;
  await bring('two', twoEntries.replace('cinema', 'home'));
  fixture.clock.ms += 1000;
  const [entry] = (await viewLog(log)).entries.filter(({ tags }) => tags.includes('home'));
  await log.write(changeEntry({ id: entry?.id ?? '', changes: { note: 'my own words' } }));
  for (const id of ['one', 'two']) {
    fixture.clock.ms += 1000;
    await runUndoImport(log, id);
  }
  expect((await viewLog(log)).entries).toMatchObject([{ note: 'my own words', tags: ['cinema'] }]);
});
