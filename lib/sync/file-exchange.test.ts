import { expect, test } from 'vitest';
import { rateFilm } from '../watchlog/commands/commands.ts';
import { her } from '../watchlog/testing/fixture.ts';
import { createMemoryFiles, createMemoryFolder } from './remotes/testing/memory-files.ts';
import { createReplica } from './testing/replicas.ts';

const options = { signal: new AbortController().signal };

/** A device that has written a file, and its folder with another file of that name and ending. */
async function createWriter(ending: string) {
  const folder = createMemoryFolder();
  const remote = createMemoryFiles(folder);
  const device = await createReplica({ remote });
  await device.write(rateFilm({ film: her, value: 9 }));
  await device.sync();
  const [path = ''] = [...folder.files.keys()].filter((name) => name.endsWith('.seg'));
  const other = path.replace(/\.seg$/, ending);
  await remote.put(other, new Uint8Array([1, 2, 3]), options);
  return { folder, device, path, other };
}

test('what an interrupted upload left is not taken for a twin’s file, and is deleted', async () => {
  const { folder, device, path, other } = await createWriter('.seg.0123456789ab.tmp');
  expect(await device.sync()).toEqual({ sent: 0, received: 0 });
  expect((await device.store.loadSetUp())?.device).toBe(device.device);
  expect(folder.files.has(other)).toBe(false);
  expect(folder.files.has(path)).toBe(true);
});

test('an interrupted upload of another device stays: it may be under way', async () => {
  const { folder, device, other } = await createWriter('.seg.0123456789ab.tmp');
  const bytes = new Uint8Array([1]);
  const theirs = other.replace(device.device, 'another1');
  folder.files.set(theirs, { bytes, modifiedAt: 0 });
  await device.sync();
  expect(folder.files.has(theirs)).toBe(true);
});

test.each([' (conflicted copy 2027-01-05).seg', '.sync-conflict-20270105-100000-ABCDEFG.seg', '.seg~'])(
  'a copy of ours that another program made ("%s") is not taken for a twin’s file, and stays',
  async (ending) => {
    const { folder, device, other } = await createWriter(ending);
    expect(await device.sync()).toEqual({ sent: 0, received: 0 });
    expect((await device.store.loadSetUp())?.device).toBe(device.device);
    expect(folder.files.has(other)).toBe(true);
  },
);

test('a whole file of our name that this device did not write is a twin’s, and it takes another name', async () => {
  const { folder, device, path } = await createWriter('.txt');
  const theirs = path.replace(/-\d{8}-[0-9a-f]{64}/, `-00000002-${'a'.repeat(64)}`);
  folder.files.set(theirs, { bytes: new Uint8Array([1]), modifiedAt: 0 });
  await device.sync();
  expect((await device.store.loadSetUp())?.device).not.toBe(device.device);
  expect(folder.files.has(theirs)).toBe(true);
});
