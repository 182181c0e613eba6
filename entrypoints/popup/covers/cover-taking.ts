import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { pickPoster } from '../../../lib/detect/poster/pick-poster.ts';
import type { ShownPoster } from '../../../lib/detect/poster/types.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import type { Film } from '../../../lib/films/types.ts';
import { cropPicture } from './crop-picture.ts';
import { runPosterScript } from '../page-scripts.ts';
import { findShownFilm, type PopupModel } from '../popup-model.ts';

const length = v.pipe(v.number(), v.minValue(0), v.maxValue(20_000));
const posters = v.array(
  v.object({
    box: v.object({ x: length, y: length, width: length, height: length }),
    view: v.object({ width: length, height: length }),
    names: v.array(v.string()),
    isDeclared: v.boolean(),
  }),
);

/** The film that the page is about, if that is the one that the popup shows; otherwise null. */
function findSubject(model: PopupModel): Film | null {
  const view = model.view.value;
  const subject = model.reading.value?.subject;
  if (view.kind !== 'film' || view.namedBy !== 'page' || !subject) return null;
  const [shown, named] = [view.hint.hint, subject.hint];
  return shown.title === named.title && shown.year === named.year ? findShownFilm(model) : null;
}

/** The picture of what a tab shows; null if it is not in front, is private, or the browser does not allow it. */
async function captureTab(tabId: number): Promise<string | null> {
  const { active, incognito, windowId } = await browser.tabs.get(tabId);
  if (!active || incognito || windowId === undefined) return null;
  return browser.tabs.captureVisibleTab(windowId, { format: 'png' });
}

async function findPoster(tabId: number, film: Film): Promise<ShownPoster | null> {
  const found = v.safeParse(posters, await runPosterScript(tabId));
  return found.success ? pickPoster(found.output, film) : null;
}

/** Takes the picture of the film's poster from the screen. Null where it is not wholly there, or moves meanwhile. */
async function takePicture(tabId: number, film: Film, crop: typeof cropPicture): Promise<string | null> {
  const before = await findPoster(tabId, film);
  const screen = before && (await captureTab(tabId));
  const after = screen && (await findPoster(tabId, film));
  if (!before || !screen || JSON.stringify(before) !== JSON.stringify(after)) return null;
  return crop(screen, before);
}

/**
 * Keeps the poster of the popup's film as its cover, out of what the page has on the screen. Nothing is fetched, and the page
 * is only read. Never rejects: without the picture the cover is drawn.
 */
export async function takeCover(model: PopupModel, crop = cropPicture): Promise<void> {
  const tabId = model.tabId.value;
  const film = findSubject(model);
  if (tabId === null || film === null || !model.settings.value?.keepsCovers) return;
  try {
    const picture = await takePicture(tabId, film, crop);
    if (picture !== null) await sendMessage('keepCover', { film, picture });
  } catch {
    // The browser does not let us look at every page.
  }
}
