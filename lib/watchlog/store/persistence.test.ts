import { expect, test, vi } from 'vitest';
import { askForPersistence, loadPersistence } from './persistence.ts';

const yes = () => Promise.resolve(true);
const no = () => Promise.resolve(false);

test.each([
  [undefined, { state: 'unknown', usage: null, quota: null }],
  [{}, { state: 'unknown', usage: null, quota: null }],
  [{ persisted: yes }, { state: 'kept', usage: null, quota: null }],
  [
    { persisted: no, estimate: () => Promise.resolve({ usage: 5, quota: 9 }) },
    { state: 'evictable', usage: 5, quota: 9 },
  ],
])('what the browser says of keeping the log: %#', async (manager, state) => {
  expect(await loadPersistence(manager)).toEqual(state);
});

test('the browser is asked only where it might throw the log away', async () => {
  const persist = vi.fn(yes);
  expect(await askForPersistence({ persisted: no, persist })).toMatchObject({ state: 'kept' });
  expect(await askForPersistence({ persisted: no, persist: no })).toMatchObject({ state: 'evictable' });
  expect(await askForPersistence({ persisted: no })).toMatchObject({ state: 'evictable' });
  persist.mockClear();
  await askForPersistence({ persisted: yes, persist });
  expect(persist).not.toHaveBeenCalled();
});
