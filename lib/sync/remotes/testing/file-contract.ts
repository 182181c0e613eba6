import { describe, expect, test } from 'vitest';
import type { FileRemote } from '../types.ts';

const options = { signal: new AbortController().signal };
const toBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const allBytes = new Uint8Array(300_000).map((_zero, at) => (at * 7 + (at >> 8)) % 256);

/** Names as no file of ours has them, but a folder that people choose may. */
const oddNames = [
  'with space',
  'Über größe ñ',
  '100% sure',
  'a+b=c',
  'hash#mark',
  "it's (here)",
  'a&b;c',
  '%41',
  '映画',
];

type Open = () => Promise<FileRemote>;

const list = async (remote: FileRemote, folder: string): Promise<string[]> =>
  (await remote.list(folder, options)).map((file) => file.name).sort();

function testReading(open: Open): void {
  test('lists an empty folder that is there, and throws for one that is not', async () => {
    const remote = await open();
    expect(await list(remote, '')).toEqual([]);
    await expect(remote.list('log', options)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('writes files, makes the folders above them, and reads the same bytes', async () => {
    const remote = await open();
    await remote.put('marquee-sync.json', toBytes('{}'), options);
    await remote.put('log/device-one/1-a.seg', allBytes, options);
    await remote.put('log/device-two/1-b.seg', new Uint8Array(), options);
    expect(Buffer.compare(await remote.get('log/device-one/1-a.seg', options), allBytes)).toBe(0);
    expect(await remote.get('log/device-two/1-b.seg', options)).toEqual(new Uint8Array());
    expect(new TextDecoder().decode(await remote.get('marquee-sync.json', options))).toBe('{}');
  });

  test('lists the files of one folder, with sizes, without folders and what is in them', async () => {
    const remote = await open();
    await remote.put('log-1/one.seg', toBytes('12345'), options);
    await remote.put('log-1/two.seg', toBytes('1'), options);
    await remote.put('log-1/deeper/three.seg', toBytes('1'), options);
    await remote.put('log-12/four.seg', toBytes('1'), options);
    expect(await list(remote, 'log-1')).toEqual(['one.seg', 'two.seg']);
    expect(await list(remote, '')).toEqual([]);
    const one = (await remote.list('log-1', options)).find((file) => file.name === 'one.seg');
    expect([5, null]).toContain(one?.size);
  });

  test('throws `not-found` for a file that is not there', async () => {
    const remote = await open();
    await expect(remote.get('none', options)).rejects.toMatchObject({ code: 'not-found' });
    await expect(remote.get('no/folder/none', options)).rejects.toMatchObject({ code: 'not-found' });
  });
}

function testWriting(open: Open): void {
  test('replaces a file, by a shorter one too', async () => {
    const remote = await open();
    await remote.put('a/file', toBytes('the first and longer one'), options);
    await remote.put('a/file', toBytes('second'), options);
    expect(new TextDecoder().decode(await remote.get('a/file', options))).toBe('second');
    expect(await list(remote, 'a')).toEqual(['file']);
  });

  test('removes a file, a folder with all that is in it, and nothing where nothing is', async () => {
    const remote = await open();
    await remote.put('a/one', toBytes('1'), options);
    await remote.put('a/b/two', toBytes('2'), options);
    await remote.put('ab', toBytes('3'), options);
    await remote.remove('a/one', options);
    await expect(remote.get('a/one', options)).rejects.toMatchObject({ code: 'not-found' });
    await remote.remove('a', options);
    await expect(remote.get('a/b/two', options)).rejects.toMatchObject({ code: 'not-found' });
    await expect(remote.list('a', options)).rejects.toMatchObject({ code: 'not-found' });
    await remote.remove('a', options);
    await remote.remove('none/at/all', options);
    expect(await list(remote, '')).toEqual(['ab']);
  });

  test('writes again into a folder that another device has removed', async () => {
    const remote = await open();
    await remote.put('log/one', toBytes('1'), options);
    await remote.remove('log', options);
    await remote.put('log/two', toBytes('2'), options);
    expect(await list(remote, 'log')).toEqual(['two']);
  });

  test('writes several files into a new folder at the same time', async () => {
    const remote = await open();
    const names = ['1', '2', '3', '4', '5', '6'];
    await Promise.all(names.map((own) => remote.put(`new/folder/${own}`, toBytes(own), options)));
    expect(await list(remote, 'new/folder')).toEqual(names);
  });
}

function testOddCalls(open: Open): void {
  test('keeps odd names as they are', async () => {
    const remote = await open();
    for (const odd of oddNames) await remote.put(`odd/${odd}`, toBytes(odd), options);
    expect((await list(remote, 'odd')).map((odd) => odd.normalize())).toEqual([...oddNames].sort());
    for (const odd of oddNames)
      expect(new TextDecoder().decode(await remote.get(`odd/${odd}`, options))).toBe(odd);
  });

  test('touches nothing outside the folder, nor the folder itself', async () => {
    const remote = await open();
    await expect(remote.get('../secret', options)).rejects.toMatchObject({ code: 'bad-answer' });
    await expect(remote.put('a//b', toBytes('1'), options)).rejects.toMatchObject({ code: 'bad-answer' });
    await expect(remote.remove('', options)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('does nothing once a call is no longer wanted', async () => {
    const remote = await open();
    const signal = AbortSignal.abort();
    await expect(remote.put('a', toBytes('1'), { signal })).rejects.toMatchObject({ code: 'aborted' });
    await expect(remote.list('', { signal })).rejects.toMatchObject({ code: 'aborted' });
    expect(await list(remote, '')).toEqual([]);
  });
}

/** Tests that a remote of files does what `FileRemote` says. `open` returns one of a folder that is there and empty. */
export function describeFileRemote(name: string, open: Open): void {
  describe(`${name}, a remote of files,`, () => {
    testReading(open);
    testWriting(open);
    testOddCalls(open);
  });
}
