import * as v from 'valibot';
import { onMessage } from '../../messaging/messages.ts';
import type { ProtocolMap } from '../../messaging/protocol.ts';
import { reportFault } from './report-fault.ts';
import { findContentSender, isOwnPage, MessageError, type ContentSender } from './senders.ts';

type Name = keyof ProtocolMap;
type Data<K extends Name> = Parameters<ProtocolMap[K]>[0];
type Answer<K extends Name> = ReturnType<ProtocolMap[K]>;

function check<T>(schema: v.GenericSchema<unknown, T>, data: unknown): T {
  const result = v.safeParse(schema, data);
  if (!result.success) throw new MessageError('malformed');
  return result.output;
}

/** Who sent a message, unchecked. */
const senderOf = (message: { sender: unknown }): unknown => message.sender;

/** Answers a message from content scripts only. They do not get details of an error. */
export function registerToContent<K extends Name>(
  name: K,
  schema: v.GenericSchema<unknown, Data<K>>,
  answer: (data: Data<K>, sender: ContentSender) => Promise<Answer<K>>,
): void {
  onMessage(name, async (message) => {
    const content = findContentSender(senderOf(message));
    if (!content) throw new MessageError('refused');
    const checked = check(schema, message.data);
    try {
      return await answer(checked, content);
    } catch (error) {
      if (error instanceof MessageError) throw error;
      reportFault(name, error);
      throw new MessageError('failed');
    }
  });
}

/** Answers a message from the extension's own pages only. */
export function registerToPages<K extends Name>(
  name: K,
  schema: v.GenericSchema<unknown, Data<K>>,
  answer: (data: Data<K>) => Promise<Answer<K>>,
): void {
  onMessage(name, async (message) => {
    if (!isOwnPage(senderOf(message))) throw new MessageError('refused');
    return await answer(check(schema, message.data));
  });
}
