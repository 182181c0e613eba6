import { expect, test } from 'vitest';
import { coalesce } from './coalesce.ts';

/** Returns a task, and a function per run that ends it. */
function createRuns() {
  const ends: ((fault?: Error) => void)[] = [];
  const task = (): Promise<void> =>
    new Promise((resolve, reject) => {
      ends.push((fault) => (fault ? reject(fault) : resolve()));
    });
  return { ends, task };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('calls during a run share one run after it', async () => {
  const { ends, task } = createRuns();
  const look = coalesce(task);
  const first = look();
  const [second, third] = [look(), look()];
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await first;
  await settle();
  expect(ends).toHaveLength(2);
  const fourth = look();
  ends[1]?.();
  await Promise.all([second, third]);
  await settle();
  expect(ends).toHaveLength(3);
  ends[2]?.();
  await fourth;
});

test('a failed run does not block the next one', async () => {
  const { ends, task } = createRuns();
  const look = coalesce(task);
  const first = look();
  const second = look();
  ends[0]?.(new Error('no database'));
  await expect(first).rejects.toThrow('no database');
  await settle();
  ends[1]?.();
  await second;
  const third = look();
  ends[2]?.();
  await third;
  expect(ends).toHaveLength(3);
});
