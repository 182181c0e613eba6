import { browser } from 'wxt/browser';
import type { ProtocolMap } from './protocol.ts';

type MessageName = keyof ProtocolMap;
type Request<Name extends MessageName> = Parameters<ProtocolMap[Name]>;
type Answer<Name extends MessageName> = ReturnType<ProtocolMap[Name]>;

/** A message as `messages.ts` writes it, which the background and the other pages use. */
interface Message {
  id: number;
  type: string;
  data: unknown;
  timestamp: number;
}

/**
 * Sends a message of `ProtocolMap` to the background, as `messages.ts` does. Page scripts use this instead of that
 * module, to load less. Throws where the background does not answer, or answers with an error.
 */
export async function sendMessage<Name extends MessageName>(
  type: Name,
  ...[data]: Request<Name>
): Promise<Answer<Name>> {
  const timestamp = Date.now();
  const message: Message = { id: timestamp, type, data, timestamp };
  const answer = await browser.runtime.sendMessage<Message, { res?: Answer<Name>; err?: unknown }>(message);
  if (!answer || answer.err) throw new Error(`No answer to ${type}`);
  return answer.res as Answer<Name>;
}

/** Answers the messages of these names with what the functions return, until `signal` is aborted. */
export function answerMessages(
  answers: { [Name in MessageName]?: () => Answer<Name> | Promise<Answer<Name>> },
  signal: AbortSignal,
): void {
  const { onMessage } = browser.runtime;
  const answer = (message: Message | null, _sender: unknown, respond: (answer: object) => void) => {
    const act = message && Object.hasOwn(answers, message.type) && answers[message.type as MessageName];
    if (!act) return false;
    void Promise.resolve(act()).then(
      (res) => respond({ res }),
      (error: unknown) => respond({ err: { message: String(error) } }),
    );
    return true;
  };
  onMessage.addListener(answer);
  signal.addEventListener('abort', () => onMessage.removeListener(answer));
}
