import { cleanup, render, screen } from '@testing-library/preact';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import english from '../../public/_locales/en/messages.json';
import german from '../../public/_locales/de/messages.json';
import { createPlan } from '../../lib/transfer/plan/plan-import.ts';
import type { RowFaultDetail } from '../../lib/tables/types.ts';
import { rowFaultWords } from './fault-words.ts';

const messages = new Map<string, { message: string }>(Object.entries(german));

/** Makes the fake browser return German messages. */
function speakGerman(): void {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key: string, values) =>
    (messages.get(key)?.message ?? '').replace(/\$([1-9])/g, (_, number: string) =>
      String([values ?? []].flat()[Number(number) - 1] ?? ''),
    ),
  );
}

/** Returns the parts of a message between its placeholders. */
const listWords = (message: string): string[] =>
  message
    .split(/\$\d|[“”„.]/)
    .map((words) => words.trim())
    .filter((words) => words.length > 3);

afterEach(cleanup);
// Modules remember the language and messages they have read: neither may be left to the next file of tests.
afterAll(() => vi.resetModules());

test('the German preview shows every reason in German', async () => {
  speakGerman();
  vi.resetModules();
  const { PlanRows } = await import('./PlanRows.tsx');
  const codes = Object.keys(rowFaultWords) as (keyof typeof rowFaultWords)[];
  const skipped = codes.map((code, at) => ({
    file: 'a.csv',
    row: at + 2,
    column: at % 2 === 0 ? null : 'Titel',
    reasonKind: 'duplicate' as const,
    detail: [code, 'Q', 'Q', 'Q', 'Q'] as unknown as RowFaultDetail,
  }));
  render(<PlanRows plan={createPlan(skipped)} />);
  const lines = screen.getAllByRole('row').slice(1);
  expect(lines).toHaveLength(codes.length);
  for (const [at, code] of codes.entries()) {
    const text = lines[at]?.textContent ?? '';
    expect(text).toContain('Zeile');
    for (const words of listWords(german[rowFaultWords[code]].message)) expect(text).toContain(words);
    for (const words of listWords(english[rowFaultWords[code]].message)) expect(text).not.toContain(words);
  }
});
