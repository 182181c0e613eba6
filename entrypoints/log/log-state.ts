import { batch } from '@preact/signals';
import type { Viewing } from '../../components/film/ViewingForm.tsx';
import { createWriting } from '../../components/ui/writing.ts';
import { t } from '../../lib/i18n/messages.ts';
import { onMessage, sendMessage } from '../../lib/messaging/messages.ts';
import { formatLocalDay } from '../../lib/std/partial-date.ts';
import type { FilmSeed } from '../../lib/watchlog/types.ts';
import { createLogModel, shownAtOnce } from './log-model.ts';
import { createLogReading } from './log-reading.ts';

export type LogPageState = ReturnType<typeof createLogState>;

/** What the log page shows, and what its controls do. Follows the log from wherever it is written. */
export function createLogState(now: () => Date = () => new Date()) {
  const today = (): string => formatLocalDay(now());
  const model = createLogModel(today);
  const reading = createLogReading(model);
  const { status, write, undo } = createWriting({
    sendUndo: (token) => sendMessage('undoWrite', token),
    onDone() {
      model.editedId.value = null;
      model.isAdding.value = false;
    },
    onAfter: reading.load,
  });
  onMessage('logChanged', () => reading.open());
  return {
    ...model,
    ...reading,
    status,
    undo,
    today,
    search(text: string): void {
      batch(() => {
        model.query.value = text;
        model.shown.value = shownAtOnce;
      });
    },
    showMore(): void {
      if (model.shown.value < model.found.value.length) model.shown.value += shownAtOnce;
    },
    add: (film: FilmSeed, entry: Viewing) =>
      write(t('statusLogged'), () => sendMessage('logViewing', { film, entry, origin: 'log' })),
    change: (id: string, changes: Viewing) =>
      write(t('statusSaved'), () => sendMessage('changeEntry', { id, changes })),
    remove: (id: string) => write(t('statusDeleted'), () => sendMessage('deleteEntry', { id })),
  };
}
