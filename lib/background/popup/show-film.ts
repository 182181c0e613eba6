import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import type { SightedHint } from '../../films/types.ts';
import type { PopupTask } from '../../messaging/log-protocol.ts';
import { openPopup, savePendingPopupFilm } from './pending-popup-film.ts';

const taskKey = (tabId: number): string => `popupTask:${tabId}`;

const taskSchema = lazySchema(() =>
  v.object({
    act: v.picklist(['show', 'log']),
    origin: v.picklist(['popup', 'menu', 'command']),
  }),
);

/** The tab over which the popup is opened. */
export interface TabLocation {
  tabId: number;
  windowId: number | null;
}

/** The tab in front of the user; null where the browser does not tell. */
export async function findFrontTab(): Promise<TabLocation | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : { tabId: tab.id, windowId: tab.windowId ?? null };
}

async function saveTask(tabId: number, task: PopupTask): Promise<void> {
  await browser.storage.session.set({ [taskKey(tabId)]: task });
}

/** The task that a tab's popup was opened for; returned once. Null when the user opened it. */
export async function takePopupTask(tabId: number): Promise<PopupTask | null> {
  const key = taskKey(tabId);
  const kept: Record<string, unknown> = await browser.storage.session.get(key);
  await browser.storage.session.remove(key);
  const task = v.safeParse(taskSchema, kept[key]);
  return task.success ? task.output : null;
}

/**
 * Opens the popup, or a small window, on a film (null: on that of the page). Called without waiting for anything before:
 * Firefox opens its popup only while it handles what the user did.
 */
export async function showFilm(
  tabLocation: TabLocation,
  hint: SightedHint | null,
  task: PopupTask,
): Promise<void> {
  const saving = [
    saveTask(tabLocation.tabId, task),
    ...(hint === null ? [] : [savePendingPopupFilm(tabLocation.tabId, hint)]),
  ];
  await Promise.all([...saving, openPopup(tabLocation)]);
}

/** Deletes the task of a closed tab. */
export async function forgetTask(tabId: number): Promise<void> {
  await browser.storage.session.remove(taskKey(tabId));
}
