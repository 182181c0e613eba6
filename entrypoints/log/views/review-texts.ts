import { signal } from '@preact/signals';
import type { ReviewText } from '../../../components/lists/ReviewCards.tsx';
import type { LogReader } from '../../../lib/watchlog/queries/reading.ts';

/**
 * Words of reviews, each read when it is first shown: undefined until then. `version` is the shell around the index at
 * one commit; at another all are read anew.
 */
export function createReviewTexts(reader: LogReader) {
  const texts = signal<ReadonlyMap<string, ReviewText>>(new Map());
  let asked = new Set<string>();
  let known: object | null = null;
  const read = async (id: string, version: object | null): Promise<void> => {
    const row = await reader.read((db) => db.get('entries', id));
    if (version !== known) return;
    const text = { review: row?.review ?? '', hasSpoilers: row?.reviewHasSpoilers ?? false };
    texts.value = new Map([...texts.value, [id, text]]);
  };
  return (id: string, version: object | null): ReviewText | undefined => {
    if (version !== known) {
      known = version;
      asked = new Set();
    }
    if (!asked.has(id)) {
      asked.add(id);
      void read(id, version);
    }
    return texts.value.get(id);
  };
}
