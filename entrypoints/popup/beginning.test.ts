import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { RatingsState } from '../../components/ui/ratings-state.ts';
import { onMessage, removeAllListeners } from '../../lib/messaging/messages.ts';
import type { RatingsOverview } from '../../lib/messaging/ratings-protocol.ts';
import { createBeginning } from './beginning.ts';

let isLogEmpty: boolean;

beforeEach(() => {
  fakeBrowser.reset();
  isLogEmpty = true;
  onMessage('getLately', () => ({ entries: [], isLogEmpty }));
});
afterEach(removeAllListeners);

const noRatings = { table: null, progress: null, fault: null } as unknown as RatingsOverview;
const table = { asOf: '2026-11-29' } as unknown as RatingsOverview['table'];

async function open() {
  const parts = {
    hasSource: signal(false),
    ratings: signal<RatingsOverview | null>(noRatings),
    sawProgress: signal(false),
  };
  const beginning = createBeginning(parts, parts as unknown as RatingsState);
  await beginning.openBeginning();
  return { ...parts, ...beginning };
}

test('somebody without a log, scores and sources gets the first words', async () => {
  expect((await open()).isFirstRun()).toBe(true);
});

test('the first words stay while scores are fetched, and when they are here, until the popup closes', async () => {
  const state = await open();
  state.sawProgress.value = true;
  state.ratings.value = { ...noRatings, table };
  expect(state.isFirstRun()).toBe(true);
  const next = await open();
  next.ratings.value = { ...noRatings, table };
  expect(next.isFirstRun()).toBe(false);
});

test('who sends the first words away does not get them again', async () => {
  const state = await open();
  state.skipWelcome();
  expect(state.isFirstRun()).toBe(false);
  expect((await open()).isFirstRun()).toBe(false);
});

test('a log, or a source that is on, is no beginning', async () => {
  const state = await open();
  state.hasSource.value = true;
  expect(state.isFirstRun()).toBe(false);
  isLogEmpty = false;
  expect((await open()).isFirstRun()).toBe(false);
});

test('without an answer about the log there are no first words', async () => {
  removeAllListeners();
  expect((await open()).isFirstRun()).toBe(false);
});
