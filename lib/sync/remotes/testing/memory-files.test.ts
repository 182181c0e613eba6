import { describe, expect, test } from 'vitest';
import { RemoteError } from '../errors.ts';
import { createRandom } from './faults.ts';
import { describeFileRemote } from './file-contract.ts';
import { createMemoryFiles, createMemoryFolder } from './memory-files.ts';

const options = { signal: new AbortController().signal };

describeFileRemote('memory', () => Promise.resolve(createMemoryFiles(createMemoryFolder())));

test('a folder that was never made is not found until something is written', async () => {
  const remote = createMemoryFiles(createMemoryFolder(false));
  await expect(remote.list('', options)).rejects.toMatchObject({ code: 'not-found' });
  await remote.put('a', new Uint8Array([1]), options);
  expect(await remote.list('', options)).toEqual([{ name: 'a', size: 1, modifiedAt: 0 }]);
});

describe('with faults', () => {
  /** Calls each method often and collects what happened. */
  async function run(seed: number): Promise<Record<string, number>> {
    const folder = createMemoryFolder();
    const faults = { random: createRandom(seed), rate: 0.5 };
    const remote = createMemoryFiles(folder, { faults });
    const counts: Record<string, number> = {};
    const count = (what: string): void => {
      counts[what] = (counts[what] ?? 0) + 1;
    };
    for (let at = 0; at < 400; at += 1) {
      const path = `log/${at}`;
      const put = await remote.put(path, new Uint8Array(8), options).catch((error: unknown) => error);
      const written = folder.files.get(path)?.bytes.length ?? 'nothing';
      count(`put ${put instanceof RemoteError ? 'failed' : 'done'}: ${written}`);
      await createMemoryFiles(folder).put('log/8', new Uint8Array(8), options);
      const got = await remote.get('log/8', options).catch((error: RemoteError) => error.code);
      count(`get ${typeof got === 'string' ? got : got.length}`);
      const there = [...folder.files.keys()].length;
      const listed = await remote.list('log', options).catch((error: RemoteError) => error.code);
      if (typeof listed === 'string') count(`list ${listed}`);
      else count(`list ${listed.length === there ? 'whole' : listed.length === 0 ? 'empty' : 'partial'}`);
    }
    return counts;
  }

  test('has every kind of them, and calls without', async () => {
    const counts = await run(1);
    expect(Object.keys(counts)).toEqual(
      expect.arrayContaining([
        'put done: 8',
        'put done: 4',
        'put failed: 8',
        'put failed: 4',
        'put failed: nothing',
        'get 8',
        'get 4',
        'get not-found',
        'get broken',
        'get not-a-remote',
        'list whole',
        'list partial',
        'list empty',
        'list not-found',
        'list broken',
      ]),
    );
  });

  test('repeats them with the same numbers', async () => {
    expect(await run(7)).toEqual(await run(7));
    expect(await run(7)).not.toEqual(await run(8));
  });
});
