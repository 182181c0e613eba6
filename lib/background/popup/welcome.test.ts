import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerToInstall } from './welcome.ts';

beforeEach(() => fakeBrowser.reset());

test.each([
  [{ reason: 'install' }, 1],
  [{ reason: 'update', previousVersion: '0.1.0' }, 0],
  [{ reason: 'chrome_update' }, 0],
] as const)('after %o the welcome page is opened %i times, in front', async (details, times) => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  registerToInstall();
  await fakeBrowser.runtime.onInstalled.trigger(details);
  expect(create).toHaveBeenCalledTimes(times);
  for (const [options] of create.mock.calls) {
    expect(options.active).toBe(true);
    expect(options.url).toMatch(/\/welcome\.html$/);
  }
});
