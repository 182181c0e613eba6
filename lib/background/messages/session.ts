import { browser } from 'wxt/browser';

const key = 'session';

/** A name of this session of the browser: it stays until the browser ends, however often the background does. */
export async function findSession(): Promise<string> {
  const { [key]: known } = await browser.storage.session.get(key);
  if (typeof known === 'string') return known;
  const name = crypto.randomUUID();
  await browser.storage.session.set({ [key]: name });
  return name;
}
