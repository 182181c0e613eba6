import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'unit',
          include: ['{lib,components,entrypoints,scripts}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          setupFiles: ['tests/set-up.ts'],
          // Far more than any test takes: no test is about time, and a busy machine is not a fault.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          mockReset: true,
          restoreMocks: true,
        },
      },
      {
        test: { name: 'corpus', include: ['tests/corpus/**/*.test.ts'], testTimeout: 300_000 },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/global-set-up.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
