import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { countSentRequest, listSentRequests } from './sent-requests.ts';

beforeEach(() => fakeBrowser.reset());

const day = 86_400_000;
const now = Date.UTC(2026, 10, 30, 12);

test('counts requests by host, most first', async () => {
  await Promise.all(['a.example', 'b.example', 'b.example'].map((host) => countSentRequest(host, now)));
  expect(await listSentRequests(now)).toEqual([
    { host: 'b.example', count: 2 },
    { host: 'a.example', count: 1 },
  ]);
});

test('says what left in the last 30 days, and forgets what is older', async () => {
  await countSentRequest('old.example', now - 30 * day);
  await countSentRequest('a.example', now - 29 * day);
  expect(await listSentRequests(now)).toEqual([{ host: 'a.example', count: 1 }]);
  await countSentRequest('a.example', now + day);
  const stored = await fakeBrowser.storage.local.get('sentRequests');
  expect(Object.keys(stored.sentRequests as object)).toEqual(['2026-12-01']);
});
