import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const tests = '**/*.test.{ts,tsx}';

const unit = {
  setupFiles: ['tests/set-up.ts'],
  // Each test makes what it needs anew, so no file needs a worker of its own: half the time.
  isolate: false,
  maxWorkers: '100%',
  // Far more than any test takes: no test is about time, and a busy machine is not a fault.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  mockReset: true,
  restoreMocks: true,
};

export default defineConfig({
  test: {
    // `npm run check` leaves them out.
    tags: [{ name: 'slow', description: 'takes more than a second' }],
    projects: [
      {
        plugins: [await WxtVitest()],
        test: { ...unit, name: 'unit', include: [`{lib/!(detect),scripts}/${tests}`, 'tests/*.test.ts'] },
      },
      {
        plugins: [await WxtVitest()],
        test: {
          ...unit,
          name: 'dom',
          include: [`{components,entrypoints,lib/detect}/${tests}`],
          environment: 'jsdom',
        },
      },
      {
        test: { name: 'corpus', include: ['tests/corpus/**/*.test.ts'], testTimeout: 300_000 },
      },
      // The builds, which `npm test` makes before.
      { test: { name: 'package', include: ['tests/package/*.test.ts'] } },
      // Real servers, which `npm run test:servers` installs.
      {
        test: {
          name: 'servers',
          include: ['tests/servers/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 30_000 } },
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/global-set-up.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A real browser on a busy machine; `report-retries.ts` names each test that needed its second try.
          retry: 1,
          // A second is vitest's own, which a busy machine takes for a click.
          expect: { poll: { timeout: 30_000 } },
          // Each file has its browser and its servers; most of the time they wait.
          maxWorkers: 2,
        },
      },
    ],
  },
});
