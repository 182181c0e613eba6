// Acts in the extension's place: sends messages as one of its pages, or as its script in a page.
import type { CDPSession, Page } from 'playwright-core';
import type { ExtensionBrowser } from './browser.ts';

interface Answer {
  res?: unknown;
  err?: { name?: string; message?: string };
}

interface WithRuntime {
  chrome: { runtime: { sendMessage(message: object): Promise<Answer | undefined> } };
}

/** Sends a message as a page of the extension. Returns its result; throws its error. */
export async function sendAsPage(browser: ExtensionBrowser, type: string, data: unknown): Promise<unknown> {
  const address = `chrome-extension://${browser.extensionId}/manifest.json`;
  const open = browser.context.pages().find((page) => page.url() === address);
  const desk = open ?? (await browser.openOwn('manifest.json'));
  const answer = await desk.evaluate(
    (message) => (globalThis as unknown as WithRuntime).chrome.runtime.sendMessage(message),
    { id: 1, type, data, timestamp: Date.now() },
  );
  if (!answer || answer.err) throw new Error(`${type}: ${answer?.err?.message ?? 'no answer'}`);
  return answer.res;
}

/** Sends messages to the background as the extension's script in a page would, all at once. Returns the answers. */
export async function sendAsScript(
  browser: ExtensionBrowser,
  page: Page,
  messages: { type: string; data: unknown }[],
): Promise<(Answer | null)[]> {
  const session = await browser.context.newCDPSession(page);
  try {
    const contextId = await findWorld(session, browser.extensionId);
    const expression = `Promise.all(${JSON.stringify(messages)}.map((message, id) =>
      chrome.runtime.sendMessage({ ...message, id, timestamp: 0 }).then((answer) => answer ?? null, () => null)))`;
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value as (Answer | null)[];
  } finally {
    await session.detach();
  }
}

/** Returns the id of the extension's world in the page's top frame. */
async function findWorld(session: CDPSession, extensionId: string): Promise<number> {
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.endsWith(extensionId)) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  return found;
}
