import { maxRowsPerEdit } from '../../../lib/watchlog/commands/edit-types.ts';

/** Sends a long list in as many messages as needed, of at most `most`, one after another. Returns their results in order. */
export async function sendInParts<Item, Answer>(
  items: readonly Item[],
  send: (part: Item[]) => Promise<Answer>,
  most = maxRowsPerEdit,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < items.length; from += most)
    answers.push(await send(items.slice(from, from + most)));
  return answers;
}
