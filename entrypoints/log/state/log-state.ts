import { readItem } from '../../../lib/settings/read-item.ts';
import { batch } from '@preact/signals';
import { createFilmLists } from '../../../components/film/film-lists.ts';
import { createCoverPictures } from '../../../components/ui/cover/cover-pictures.ts';
import { createWriting } from '../../../components/ui/writing.ts';
import { coverActions } from '../../../lib/messaging/cover-actions.ts';
import { listActions } from '../../../lib/messaging/list-actions.ts';
import { onMessage, sendMessage } from '../../../lib/messaging/messages.ts';
import { pageKeysOn } from '../../../lib/settings/page-keys.ts';
import { formatLocalDay } from '../../../lib/dates/partial-date.ts';
import {
  createAddress,
  createPageAddress,
  formatAddress,
  noFilters,
  parseAddress,
  type Address,
  type Filters,
  type PageName,
  type ViewName,
} from '../../../lib/watchlog/search/address.ts';
import { openLogForReading } from '../../../lib/watchlog/queries/reading.ts';
import { createReadLists } from './read-lists.ts';
import { createLogModel, type LogModel, type OpenDialog } from './log-model.ts';
import { createLogReading } from './log-reading.ts';
import { registerListing } from './result-cache.ts';
import { createListWriting } from './list-writing.ts';
import { createLogWriting } from './log-writing.ts';

export type LogPageState = ReturnType<typeof createLogState>;

/** Reads and writes the page's address: `location` and `history`, or a replacement in tests. */
export interface AddressBar {
  read: () => string;
  /** `isStep`: whether this adds an entry to the browser's history. */
  write: (hash: string, isStep: boolean) => void;
  /** The address that led to the present one by a step; null if none did, as with a bookmark. */
  from: () => string | null;
  /** Goes one step back in the browser's history. */
  back: () => void;
}

/** The pause in typing, in ms, after which the address is updated. */
const typingPauseMs = 200;

/** Returns the functions that change the page's address. Each change ends the selection. */
function createAddressing(model: LogModel, bar: AddressBar) {
  let writing: ReturnType<typeof setTimeout> | undefined;
  const set = (address: Address, isFromBrowser = false): void => {
    clearTimeout(writing);
    batch(() => {
      model.isFromBrowser.value = isFromBrowser;
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
      // Browsers limit how often the address may change, so it does not follow every letter.
      writing = setTimeout(() => bar.write(formatAddress(address), false), typingPauseMs);
    },
    filter: (changes: Partial<Filters>): void =>
      change({ filters: { ...model.address.value.filters, ...changes } }, true),
    clearSearch: (): void => change({ query: '', filters: noFilters }, true),
    show: (view: ViewName): void => go(createAddress(view), true),
    openPage: (page: PageName, id: string): void => go(createPageAddress(page, id), true),
    /** The address from which the present one was opened; null if it was opened by itself. */
    cameFrom: (): Address | null => {
      const from = bar.from();
      return from === null ? null : parseAddress(from);
    },
    /** Goes back to where the page of a film or list was opened; to the given view if it was opened by itself. */
    leavePage: (parent: ViewName): void => {
      if (bar.from() === null) go(createAddress(parent), true);
      else bar.back();
    },
    /** Shows the view of the current address. */
    applyAddress: (): void => {
      const address = parseAddress(bar.read());
      if (formatAddress(address) !== formatAddress(model.address.value)) set(address, true);
    },
  };
}

/** Returns the functions that change the selection in a list. */
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

/** Creates the state of the log page and the actions of its controls. Loads changes of the log, wherever they are made. */
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
      closeDialog();
      model.selecting.value = null;
    },
    onAfter: reading.refresh,
  });
  const pictures = createCoverPictures(coverActions);
  onMessage('logChanged', () => {
    pictures.refresh();
    model.news.value += 1;
    return reading.refresh();
  });
  model.address.value = parseAddress(bar.read());
  void readItem(pageKeysOn).then((on) => (model.keysOn.value = on));
  return {
    ...model,
    ...reading,
    ...createLogWriting(writing.write),
    ...createListWriting(writing.write),
    ...createFilmLists(listActions, writing),
    ...createAddressing(model, bar),
    ...createSelecting(model),
    reader,
    readLists: createReadLists(),
    pictures,
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
