import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as messages from './messages.ts';
import { answerMessages, sendMessage } from './page-messages.ts';

let controller: AbortController;

beforeEach(() => {
  fakeBrowser.reset();
  messages.removeAllListeners();
  controller = new AbortController();
});
afterEach(() => messages.removeAllListeners());

test('a page script is answered by the background', async () => {
  messages.onMessage('loadScript', ({ data }) => {
    if (data.name !== 'reader') throw new Error('another script');
  });
  await expect(sendMessage('loadScript', { name: 'reader' })).resolves.toBeUndefined();
});

test('an error of the background, and its silence, are thrown', async () => {
  await expect(sendMessage('loadScript', { name: 'reader' })).rejects.toThrow();
  messages.onMessage('loadScript', () => {
    throw new Error('no such tab');
  });
  await expect(sendMessage('loadScript', { name: 'reader' })).rejects.toThrow('loadScript');
});

/** What a page script answers to a message as it is sent to a tab; undefined where it does not. */
async function ask(message: unknown): Promise<unknown> {
  const [answer] = await fakeBrowser.runtime.onMessage.trigger(message, {}, () => undefined);
  return answer;
}

test('a page script answers the messages that it names, until its life ends', async () => {
  answerMessages({ readTab: () => null }, controller.signal);
  await expect(messages.sendMessage('readTab', undefined)).resolves.toBeNull();
  expect([await ask({ type: 'toString' }), await ask(null), await ask({ type: 'logChanged' })]).toEqual([
    false,
    false,
    false,
  ]);
  controller.abort();
  await expect(messages.sendMessage('readTab', undefined)).rejects.toThrow();
});

test('what a page script throws is thrown to whoever asked', async () => {
  answerMessages({ readTab: () => Promise.reject(new Error('torn')) }, controller.signal);
  await expect(messages.sendMessage('readTab', undefined)).rejects.toThrow('torn');
});
