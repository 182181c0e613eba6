// Reads the popup of the toolbar button, a page that Playwright does not give access to.
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits for the rating control in the toolbar's popup. Returns its label. */
export async function waitForActionPopup(page: Page, extensionId: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await expect.poll(() => findPopupTarget(session, extensionId), { timeout: 10_000 }).not.toBe('');
  const targetId = await findPopupTarget(session, extensionId);
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const read = () =>
    evaluateIn(
      session,
      sessionId,
      `document.querySelector('[type=range]')?.getAttribute('aria-label') ?? ''`,
    );
  await expect.poll(read, { timeout: 10_000 }).not.toBe('');
  return read();
}

async function findPopupTarget(session: CDPSession, extensionId: string): Promise<string> {
  const { targetInfos } = await session.send('Target.getTargets');
  return (
    targetInfos.find(({ url }) => url.startsWith(`chrome-extension://${extensionId}/popup.html`))?.targetId ??
    ''
  );
}

let lastId = 0;

/** Returns the value of an expression, a string, in the page of another target. */
async function evaluateIn(session: CDPSession, sessionId: string, expression: string): Promise<string> {
  const id = ++lastId;
  const answer = new Promise<string>((done) => {
    const listen = ({ message }: { message: string }) => {
      const parsed = JSON.parse(message) as { id?: number; result?: { result?: { value?: string } } };
      if (parsed.id !== id) return;
      session.off('Target.receivedMessageFromTarget', listen);
      done(parsed.result?.result?.value ?? '');
    };
    session.on('Target.receivedMessageFromTarget', listen);
  });
  const message = JSON.stringify({
    id,
    method: 'Runtime.evaluate',
    params: { expression, returnByValue: true },
  });
  await session.send('Target.sendMessageToTarget', { sessionId, message });
  return answer;
}
