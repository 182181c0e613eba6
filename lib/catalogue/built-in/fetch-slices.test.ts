import { expect, test } from 'vitest';
import { createSliceFetcher } from './fetch-slices.ts';

const file = Uint8Array.from({ length: 1000 }, (_, at) => at % 251);

function serve(answer: (start: number, end: number) => Response) {
  const asked: string[] = [];
  const read = createSliceFetcher((_url, { headers: { range = '' } }) => {
    asked.push(range);
    const [, start = '', end = ''] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    return Promise.resolve(answer(Number(start), Number(end) + 1));
  }, 'catalogue');
  return { read, asked };
}

test('asks for the bytes of a slice only', async () => {
  const { read, asked } = serve((start, end) => new Response(file.slice(start, end)));
  expect(await read(10, 14)).toEqual(file.slice(10, 14));
  expect(await read(900, 1000)).toEqual(file.slice(900, 1000));
  expect(asked).toEqual(['bytes=10-13', 'bytes=900-999']);
});

test('where the whole file comes each time, keeps it and fetches it once', async () => {
  const { read, asked } = serve(() => new Response(file.slice()));
  expect(await read(0, 14)).toEqual(file.slice(0, 14));
  expect(await read(500, 700)).toEqual(file.slice(500, 700));
  expect(asked).toHaveLength(1);
});

test('a slice beyond the end of the file is shorter', async () => {
  const { read } = serve((start, end) => new Response(file.slice(start, end)));
  expect(await read(0, 5000)).toHaveLength(1000);
});

test('a file that is not there is a CatalogueError', async () => {
  const { read } = serve(() => new Response(null, { status: 404 }));
  await expect(read(0, 1)).rejects.toMatchObject({ reason: 'missing' });
});
