import { describe, expect, test } from 'vitest';
import { createFolderRemote } from './folder.ts';
import { createFakeFolder } from './testing/fake-folder.ts';
import { describeFileRemote } from './testing/file-contract.ts';

const options = { signal: new AbortController().signal };
const bytes = new Uint8Array([1, 2, 3]);

describeFileRemote('a folder', () => Promise.resolve(createFolderRemote(createFakeFolder().handle)));

function open() {
  const fake = createFakeFolder();
  return { fake, remote: createFolderRemote(fake.handle) };
}

describe('a folder of this machine', () => {
  test.each(['prompt', 'denied'] as const)(
    'is not touched while the permission is "%s"',
    async (permission) => {
      const { fake, remote } = open();
      await remote.put('a', bytes, options);
      fake.permission = permission;
      const denied = { code: 'no-permission' };
      await expect(remote.list('', options)).rejects.toMatchObject(denied);
      await expect(remote.get('a', options)).rejects.toMatchObject(denied);
      await expect(remote.put('a', bytes, options)).rejects.toMatchObject(denied);
      await expect(remote.remove('a', options)).rejects.toMatchObject(denied);
      fake.permission = 'granted';
      expect(await remote.get('a', options)).toEqual(bytes);
    },
  );

  test('keeps the file as it was when the disk is full', async () => {
    const { fake, remote } = open();
    await remote.put('a', bytes, options);
    fake.room = 3;
    await expect(remote.put('a', new Uint8Array(4), options)).rejects.toMatchObject({ code: 'full' });
    expect(fake.openStreams).toBe(0);
    expect(await remote.get('a', options)).toEqual(bytes);
  });

  test('is not found when it was deleted or its drive was taken out', async () => {
    const { fake, remote } = open();
    fake.isGone = true;
    await expect(remote.list('', options)).rejects.toMatchObject({ code: 'not-found' });
    await expect(remote.put('a', bytes, options)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('lists what other programs leave in it', async () => {
    const { remote } = open();
    const names = ['.syncthing.1-a.seg.tmp', '1-a (conflicted copy 2027-01-02).seg', '1-a.seg', '~1-a.seg'];
    for (const name of names) await remote.put(`log-1/${name}`, bytes, options);
    const listed = await remote.list('log-1', options);
    expect(listed.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(listed[0]).toMatchObject({ size: 3, modifiedAt: 1_000 });
  });

  test('lists a file that another program holds, and says that it cannot be read', async () => {
    const { fake, remote } = open();
    await remote.put('held', bytes, options);
    await remote.put('gone', bytes, options);
    fake.unreadable.set('held', new DOMException('changed', 'NotReadableError'));
    fake.unreadable.set('gone', new DOMException('removed', 'NotFoundError'));
    expect(await remote.list('', options)).toEqual([{ name: 'held', size: null, modifiedAt: null }]);
    await expect(remote.get('held', options)).rejects.toMatchObject({ code: 'bad-answer' });
  });

  test.each([
    ['NoModificationAllowedError', 'locked'],
    ['SecurityError', 'no-permission'],
    ['AbortError', 'no-permission'],
    ['InvalidStateError', 'bad-answer'],
  ])('explains a %s', async (name, code) => {
    const { fake, remote } = open();
    await remote.put('a', bytes, options);
    fake.unreadable.set('a', new DOMException('a fault', name));
    await expect(remote.get('a', options)).rejects.toMatchObject({ code });
  });

  test('does not take a file for a folder, or write a name that the system forbids', async () => {
    const { remote } = open();
    await remote.put('a', bytes, options);
    await expect(remote.list('a', options)).rejects.toMatchObject({ code: 'bad-answer' });
    await expect(remote.put('a/b', bytes, options)).rejects.toMatchObject({ code: 'bad-answer' });
    await expect(remote.put('c:d', bytes, options)).rejects.toMatchObject({ code: 'bad-answer' });
  });
});
