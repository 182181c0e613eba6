import { signal } from '@preact/signals';
import { formatKeyCheck } from '../../components/settings/source-words.ts';
import { formatError } from '../../components/ui/error-words.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { SourceOverview } from '../../lib/messaging/source-protocol.ts';
import type { LiveSourceId } from '../../lib/reviews/sources/types.ts';
import { askPermission } from '../../lib/settings/ask-permission.ts';
import { createLoaded } from './loaded.ts';
import { createPictureState } from './picture-state.ts';

/** Creates the state of the live sources, and the actions for their switches and keys. */
export function createSourceState() {
  const sources = createLoaded(() => sendMessage('listSources', undefined));
  const busySource = signal<LiveSourceId | null>(null);
  const sourceAnswers = signal<Partial<Record<LiveSourceId, string>>>({});

  const run = async ({ id }: SourceOverview, task: () => Promise<string>): Promise<void> => {
    const say = (text: string) => void (sourceAnswers.value = { ...sourceAnswers.value, [id]: text });
    busySource.value = id;
    say('');
    try {
      say(await task());
    } catch (error) {
      say(t('statusNotSaved', formatError(error)));
    }
    await sources.refresh();
    busySource.value = null;
  };
  /** Requests the permission, so call it inside the click handler. Runs the task if it is granted. */
  const runAllowed = (source: SourceOverview, task: () => Promise<string>): Promise<void> => {
    const granting = askPermission(source.origins);
    return run(source, async () => ((await granting) ? task() : t('sourceDeclined')));
  };

  const pictureState = createPictureState();
  return {
    ...pictureState,
    sources,
    busySource,
    sourceAnswers,
    switchSource(source: SourceOverview, on: boolean): Promise<void> {
      const send = async (): Promise<string> => {
        await sendMessage('switchSource', { source: source.id, on });
        // Its pictures are of no use without it, and their permission goes, too.
        if (source.id === 'tmdb' && !on) await pictureState.switchPictures(false);
        return '';
      };
      return on ? runAllowed(source, send) : run(source, send);
    },
    setKey: (source: SourceOverview, key: string): Promise<void> =>
      runAllowed(source, async () =>
        formatKeyCheck(await sendMessage('setSourceKey', { source: source.id, key }), source.name),
      ),
    removeKey: (source: SourceOverview): Promise<void> =>
      run(source, async () => {
        await sendMessage('setSourceKey', { source: source.id, key: null });
        return t('keyRemoved');
      }),
  };
}
