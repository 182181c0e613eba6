import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const tests = '*.test.{ts,tsx}';
const stateless = 'components,lib/{detect,films,i18n,reviews,sites,stats,std,transfer}';
const stateful = 'entrypoints,scripts,lib/{background,messaging,settings,shelf,watchlog}';

const unit = {
  setupFiles: ['tests/set-up.ts'],
  // Far more than any test takes: no test is about time, and a busy machine is not a fault.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  mockReset: true,
  restoreMocks: true,
};

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [await WxtVitest()],
        // What keeps no state needs no worker of its own a file, which halves the time.
        test: {
          ...unit,
          name: 'unit',
          include: [`{${stateless}}/**/${tests}`, 'tests/*.test.ts'],
          isolate: false,
        },
      },
      {
        plugins: [await WxtVitest()],
        test: { ...unit, name: 'stateful', include: [`{${stateful}}/**/${tests}`] },
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
