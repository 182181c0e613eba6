import { browser } from 'wxt/browser';

/**
 * Creates a repeating alarm unless there is one. One that fires later than a period from `now` was created while the clock
 * was ahead, and is created again. Rejects if the browser does.
 */
export async function ensureAlarm(
  name: string,
  { periodInMinutes, delayInMinutes }: { periodInMinutes: number; delayInMinutes: number },
  now = Date.now(),
): Promise<void> {
  const alarm = await browser.alarms.get(name);
  const longestMs = 60_000 * (periodInMinutes + delayInMinutes);
  if (alarm !== undefined && alarm.scheduledTime <= now + longestMs) return;
  await browser.alarms.create(name, { periodInMinutes, delayInMinutes });
}
