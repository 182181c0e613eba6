import { expect, test } from 'vitest';
import { packText, unpackText } from './packing.ts';

test.each(['', 'Her', 'Amélie 🎬 \u0000 \u202e שלום', '{"a":1}'.repeat(100_000)])(
  'unpacks a packed text unchanged (%#)',
  async (text) => {
    expect(await unpackText(await packText(text))).toBe(text);
  },
);

test('packs the rows of a log to a fraction of their size', async () => {
  const rows = Array.from({ length: 2000 }, (_, at) => ({ id: `01hm6hzzzz${at}`, value: at % 10, note: '' }));
  const text = JSON.stringify(rows);
  expect((await packText(text)).length).toBeLessThan(text.length / 4);
});

test('rejects damaged data', async () => {
  const packed = await packText('{"a":1}'.repeat(100));
  await expect(unpackText(packed.slice(0, packed.length / 2))).rejects.toThrow();
  await expect(unpackText('not base 64!')).rejects.toThrow();
});
