import { batch } from '@preact/signals';
import { createWriting } from '../../../components/ui/writing.ts';
import { onMessage, sendMessage } from '../../../lib/messaging/messages.ts';
import { pageKeysOn } from '../../../lib/settings/page-keys.ts';
import { formatLocalDay } from '../../../lib/dates/partial-date.ts';
import {
  createAddress,
  formatAddress,
  noFilters,
  parseAddress,
  type Address,
  type Filters,
} from '../../../lib/watchlog/search/address.ts';
import { openLogForReading } from '../../../lib/watchlog/queries/reading.ts';
import { createLogModel, type LogModel, type OpenDialog } from './log-model.ts';
import { createLogReading } from './log-reading.ts';
import { registerListing } from './result-cache.ts';
import { createLogWriting } from './log-writing.ts';

export type LogPageState = ReturnType<typeof createLogState>;

/** Where the page's address is kept: `location` and `history`, or what behaves like them. */
export interface AddressBar {
  read: () => string;
  /** `isStep`: whether going back comes back to what was before. */
  write: (hash: string, isStep: boolean) => void;
}

/** So long nothing is typed before the address follows. */
const restMs = 200;

/** Where the page is, and how it goes elsewhere. Whatever was selected is let go. */
function createAddressing(model: LogModel, bar: AddressBar) {
  let writing: ReturnType<typeof setTimeout> | undefined;
  const set = (address: Address): void => {
    clearTimeout(writing);
    batch(() => {
      model.address.value = address;
      model.selecting.value = null;
    });
  };
  const go = (address: Address, isStep: boolean): void => {
    set(address);
    bar.write(formatAddress(address), isStep);
  };
  const change = (changes: Partial<Address>, isStep = false): void =>
    go({ ...model.address.value, ...changes }, isStep);
  return {
    go,
    change,
    search: (query: string): void => {
      const address = { ...model.address.value, query };
      set(address);
      // Browsers refuse an address that changes with every letter of a quick hand.
      writing = setTimeout(() => bar.write(formatAddress(address), false), restMs);
    },
    filter: (changes: Partial<Filters>): void =>
      change({ filters: { ...model.address.value.filters, ...changes } }, true),
    clearSearch: (): void => change({ query: '', filters: noFilters }, true),
    show: (view: Address['view']): void => go(createAddress(view), true),
    /** Shows what stands in the address bar now. */
    applyAddress: (): void => {
      const address = parseAddress(bar.read());
      if (formatAddress(address) !== formatAddress(model.address.value)) set(address);
    },
  };
}

/** What is selected in a list. */
function createSelecting({ selecting }: LogModel) {
  return {
    startSelecting: (): void => void (selecting.value = new Set()),
    endSelecting: (): void => void (selecting.value = null),
    toggleSelected: (id: string): void => {
      const next = new Set(selecting.value);
      if (!next.delete(id)) next.add(id);
      selecting.value = next;
    },
    select: (ids: readonly string[]): void => void (selecting.value = new Set(ids)),
  };
}

/** What the log page shows, and what its controls do. Follows the log from wherever it is written. */
export function createLogState(bar: AddressBar, now: () => Date = () => new Date()) {
  const today = (): string => formatLocalDay(now());
  const model = createLogModel();
  registerListing(model);
  const reader = openLogForReading();
  const reading = createLogReading(model, reader, today);
  const closeDialog = (): void => void (model.dialog.value = null);
  const writing = createWriting({
    sendUndo: (token) => sendMessage('undoWrite', token),
    onDone: () => {
      if (model.dialog.value?.kind !== 'film') closeDialog();
      model.selecting.value = null;
    },
    onAfter: reading.refresh,
  });
  onMessage('logChanged', () => reading.refresh());
  model.address.value = parseAddress(bar.read());
  void pageKeysOn.getValue().then((on) => (model.keysOn.value = on));
  return {
    ...model,
    ...reading,
    ...createLogWriting(writing.write),
    ...createAddressing(model, bar),
    ...createSelecting(model),
    reader,
    status: writing.status,
    undo: writing.undo,
    today,
    switchKeys: (on: boolean): void => {
      model.keysOn.value = on;
      void pageKeysOn.setValue(on);
    },
    openDialog: (dialog: OpenDialog): void => void (model.dialog.value = dialog),
    closeDialog,
  };
}
