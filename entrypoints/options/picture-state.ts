import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { PicturesState } from '../../components/settings/TmdbPictures.tsx';
import { t } from '../../lib/i18n/messages.ts';
import { pictureOrigins } from '../../lib/reviews/sources/tmdb-pictures.ts';
import { askPermission } from '../../lib/settings/ask-permission.ts';
import { readItem } from '../../lib/settings/read-item.ts';
import { tmdbPicturesOn } from '../../lib/settings/source-settings.ts';

async function loadState(): Promise<PicturesState> {
  if (!(await readItem(tmdbPicturesOn))) return 'off';
  return (await browser.permissions.contains({ origins: pictureOrigins })) ? 'on' : 'not-allowed';
}

/** Creates the state of the switch for TMDB's pictures. */
export function createPictureState() {
  const pictures = signal<PicturesState>('off');
  const picturesAnswer = signal('');
  const refreshPictures = async (): Promise<void> => void (pictures.value = await loadState());

  /** Asks for the permission, so call it inside the click handler. Switching off gives the permission back. */
  async function switchPictures(on: boolean): Promise<void> {
    const granting = on
      ? askPermission(pictureOrigins)
      : browser.permissions.remove({ origins: pictureOrigins });
    // The switch shows at once what was pressed, and then what is.
    pictures.value = on ? 'on' : 'off';
    const isDone = await granting.catch(() => false);
    if (isDone || !on) await tmdbPicturesOn.setValue(on);
    picturesAnswer.value = on && !isDone ? t('picturesDeclined') : '';
    await refreshPictures();
  }
  return { pictures, picturesAnswer, refreshPictures, switchPictures };
}
