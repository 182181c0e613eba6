import { browser } from 'wxt/browser';
import type { ProtocolMap } from './protocol.ts';

type MessageName = keyof ProtocolMap;
type Request<Name extends MessageName> = Parameters<ProtocolMap[Name]>[0];
type Answer<Name extends MessageName> = ReturnType<ProtocolMap[Name]>;

/** A message as it travels. `page-messages.ts` writes the same form in page scripts. */
interface Message {
  id: number;
  type: string;
  data: unknown;
  timestamp: number;
}

/** A message as a listener gets it. The sender is what the browser says, unchecked. */
export interface ReceivedMessage<Name extends MessageName> extends Message {
  data: Request<Name>;
  sender: unknown;
}

type Listener = (message: Message & { sender: unknown }) => unknown;

/** What of an error travels: its name, its message and its own fields, but no stack. */
type SentError = Record<string, unknown>;

// A map: an object would also have listeners called `constructor` and `toString`.
const listeners = new Map<string, Listener>();

const packError = (error: unknown): SentError =>
  error instanceof Error
    ? { ...error, name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };

function unpackError(value: unknown): Error {
  const sent: SentError = typeof value === 'object' && value !== null ? { ...value } : {};
  const { message, ...fields } = sent;
  return Object.assign(new Error(typeof message === 'string' ? message : 'No answer'), fields);
}

function isMessage(value: unknown): value is Message {
  const message: Partial<Message> = typeof value === 'object' && value !== null ? value : {};
  return typeof message.type === 'string' && typeof message.timestamp === 'number';
}

/** Answers a message in the background of the call: true tells the browser to wait for the answer. */
function receive(message: unknown, sender: unknown, respond: (answer: object) => void): boolean {
  const listener = isMessage(message) && listeners.get(message.type);
  if (!listener || !isMessage(message)) return false;
  void Promise.resolve()
    .then(() => listener({ ...message, sender }))
    .then(
      (res) => respond({ res }),
      (error: unknown) => respond({ err: packError(error) }),
    );
  return true;
}

/**
 * Sends a message of `ProtocolMap` to the background and the extension's pages, or to the content script of a tab. Returns
 * the answer. Throws where nobody answers, and what the receiver threw: name, message and fields, without its stack.
 */
export async function sendMessage<Name extends MessageName>(
  type: Name,
  data: Request<Name>,
  tabId?: number,
): Promise<Awaited<Answer<Name>>> {
  const timestamp = Date.now();
  const message: Message = { id: timestamp, type, data, timestamp };
  const answer: unknown = await (tabId === undefined
    ? browser.runtime.sendMessage(message)
    : browser.tabs.sendMessage(tabId, message));
  const { res, err }: { res?: unknown; err?: unknown } = answer ?? {
    err: { message: `No answer to ${type}` },
  };
  if (err !== null && err !== undefined) throw unpackError(err);
  return res as Awaited<Answer<Name>>;
}

/** Answers a message with what `act` returns. Throws if the message has a listener here. Returns the way to remove it. */
export function onMessage<Name extends MessageName>(
  type: Name,
  act: (message: ReceivedMessage<Name>) => Answer<Name> | Promise<Answer<Name>>,
): () => void {
  if (listeners.has(type)) throw new Error(`${type} has a listener already`);
  if (listeners.size === 0) browser.runtime.onMessage.addListener(receive as never);
  listeners.set(type, act as Listener);
  return () => {
    listeners.delete(type);
    if (listeners.size === 0) browser.runtime.onMessage.removeListener(receive as never);
  };
}

/**
 * Removes every listener of this context.
 *
 * @internal Only tests start a context twice.
 */
export function removeAllListeners(): void {
  listeners.clear();
  browser.runtime.onMessage.removeListener(receive as never);
}
