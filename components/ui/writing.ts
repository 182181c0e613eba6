import { batch, signal } from '@preact/signals';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import type { BackupFault, LogReceipt, UndoToken, WriteReceipt } from '../../lib/watchlog/types.ts';
import { findLogErrorCode, formatError } from './error-words.ts';
import type { Status } from './StatusLine.tsx';

const faultWords = {
  'storage-full': 'statusNotBackedUpFull',
  'storage-broken': 'statusNotBackedUp',
  failed: 'statusNotBackedUp',
} as const satisfies Record<BackupFault, MessageKey>;

/** What is said in place of the result of a write that is durable, but in no backup yet. */
export const formatNotBackedUp = (fault: BackupFault): string => t(faultWords[fault]);

/** What is said when an entry was logged, and what that did to the watchlist. */
export const formatLogged = (receipts: Pick<LogReceipt, 'leftWatchlist'>[]): string =>
  t(receipts.some(({ leftWatchlist }) => leftWatchlist) ? 'statusLoggedUnlisted' : 'statusLogged');

interface WriteOptions {
  canUndo?: boolean;
  failure?: 'statusNotSaved' | 'statusNotUndone';
  /** What the write is a part of, such as the editing of one entry: writes of one name in a row are undone together. */
  partOf?: string;
}

interface WritingParts {
  sendUndo: (undo: UndoToken) => Promise<WriteReceipt>;
  /** Called, in one batch with the status, when a write is durable: closes what it came from. */
  onDone: () => void;
  /** Called after each try, to show what is now stored. */
  onAfter: () => Promise<void>;
}

export type Writing = ReturnType<typeof createWriting>;

/** Wraps a task so that a call while it runs joins the run: a double click submits once. */
export function preventDoubleSubmit<Given extends unknown[]>(
  task: (...given: Given) => Promise<void>,
): (...given: Given) => Promise<void> {
  let running: Promise<void> | null = null;
  return (...given) => (running ??= task(...given).finally(() => (running = null)));
}

/** Sends writes, shows the result of each, and can undo the last one, once. One action may be many writes. */
export function createWriting({ sendUndo, onDone, onAfter }: WritingParts) {
  const status = signal<Status | null>(null);
  let undoTokens: UndoToken[] = [];
  let lastAction: string | undefined;

  /** `text`: what is said when the write is durable, or a function that tells it from what came back. */
  const write = async <Receipt extends WriteReceipt>(
    text: string | ((receipts: Receipt[]) => string),
    send: () => Promise<Receipt | Receipt[]>,
    { canUndo = true, failure = 'statusNotSaved', partOf }: WriteOptions = {},
  ): Promise<void> => {
    try {
      const answer = await send();
      const receipts = Array.isArray(answer) ? answer : [answer];
      batch(() => {
        const before = partOf !== undefined && partOf === lastAction ? undoTokens : [];
        undoTokens = canUndo ? [...before, ...receipts.map(({ undo }) => undo)] : [];
        lastAction = partOf;
        const fault = receipts.find(({ notBackedUp }) => notBackedUp !== undefined)?.notBackedUp;
        const words = typeof text === 'string' ? text : text(receipts);
        status.value = {
          kind: 'done',
          text: fault === undefined ? words : formatNotBackedUp(fault),
          canUndo,
        };
        onDone();
      });
    } catch (error) {
      status.value = { kind: 'failed', text: t(failure, formatError(error)), canUndo: false };
    }
    await onAfter();
  };

  return {
    status,
    write,
    undo: async (): Promise<void> => {
      const tokens = undoTokens.reverse();
      undoTokens = [];
      if (tokens.length === 0) return;
      const undoAll = async (): Promise<WriteReceipt[]> => {
        const receipts: WriteReceipt[] = [];
        let refusal: unknown = null;
        for (const token of tokens) {
          try {
            receipts.push(await sendUndo(token));
          } catch (error) {
            // What was changed since stays; the other writes of the action are still undone.
            if (findLogErrorCode(error) !== 'changed-since') throw error;
            refusal = error;
          }
        }
        if (receipts.length === 0) throw refusal;
        return receipts;
      };
      await write(t('statusUndone'), undoAll, { canUndo: false, failure: 'statusNotUndone' });
    },
  };
}
