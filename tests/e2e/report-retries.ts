import type { Reporter, TestCase } from 'vitest/node';

/** Prints each test that passed only at its second try, with the fault of the first: it may be a fault that is seldom seen. */
export default class ReportRetries implements Reporter {
  onTestCaseResult(test: TestCase): void {
    if (!test.diagnostic()?.flaky) return;
    const [first] = test.result().errors ?? [];
    console.log(
      `\npassed at its second try: ${test.module.relativeModuleId} > ${test.fullName}\n${first?.stack ?? first?.message ?? ''}`,
    );
  }
}
