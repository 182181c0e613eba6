import { expect, test } from 'vitest';
import { SourceError } from '../../reviews/sources/errors.ts';
import type { SourceErrorCode } from '../../reviews/sources/types.ts';
import { createCache } from '../cache/cache-database.ts';
import { countOutcome, createUsageQuota, failuresBeforeRest } from './usage-quota.ts';

let names = 0;
function makeQuota(name = `meters-${(names += 1)}`) {
  const clock = { ms: Date.UTC(2026, 10, 22, 12) };
  const now = (): number => clock.ms;
  const quota = createUsageQuota({ use: createCache(name), now });
  const run = (code: SourceErrorCode | null, until: number | null = null) =>
    countOutcome({ quota, id: 'omdb', now }, () =>
      code === null ? Promise.resolve('ok') : Promise.reject(new SourceError(code, 'no', until)),
    ).catch((error: unknown) => error);
  return { quota, clock, run, name };
}

test('a source that fails again and again is left alone, longer each time, also after a restart', async () => {
  const { quota, clock, run, name } = makeQuota();
  for (let turn = 0; turn < failuresBeforeRest; turn += 1) {
    await expect(quota.reserve('omdb', null)).resolves.toBeUndefined();
    await run('failed');
  }
  await expect(makeQuota(name).quota.reserve('omdb', null)).rejects.toMatchObject({ code: 'failed' });
  const first = (await quota.load('omdb')).restUntil - clock.ms;
  clock.ms += first;
  await run('malformed');
  const second = (await quota.load('omdb')).restUntil - clock.ms;
  expect(second).toBe(2 * first);
});

test('an answer ends the count', async () => {
  const { quota, run } = makeQuota();
  await run('failed');
  await run('failed');
  await run(null);
  await run('failed');
  expect(await quota.load('omdb')).toMatchObject({ failures: 1, restUntil: 0 });
});

test('being offline is nobody’s failure', async () => {
  const { quota, run } = makeQuota();
  for (let turn = 0; turn < 10; turn += 1) await run('offline');
  await expect(quota.reserve('omdb', null)).resolves.toBeUndefined();
  expect(await quota.load('omdb')).toMatchObject({ failures: 0, fault: 'offline' });
});

test('a limit is kept until it ends, and a refused key until it is changed', async () => {
  const { quota, clock, run } = makeQuota();
  await run('limit-reached', clock.ms + 1000);
  await expect(quota.reserve('omdb', null)).rejects.toMatchObject({
    code: 'limit-reached',
    until: clock.ms + 1000,
  });
  clock.ms += 1000;
  await run('invalid-key');
  await expect(quota.reserve('omdb', null)).rejects.toMatchObject({ code: 'invalid-key' });
  await quota.rearm('omdb');
  await expect(quota.reserve('omdb', null)).resolves.toBeUndefined();
});

test('requests at the same moment are all counted', async () => {
  const { quota } = makeQuota();
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => quota.reserve('omdb', 5)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  expect((await quota.load('omdb')).used).toBe(5);
});
