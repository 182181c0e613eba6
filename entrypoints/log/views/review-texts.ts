import { signal } from '@preact/signals';
import type { ReviewText } from '../../../components/review-text/ReviewWords.tsx';
import type { LogReader } from '../../../lib/watchlog/queries/reading.ts';

/**
 * Returns a function that finds the text of a review: undefined until it is read, which the first call starts. `version`
 * is the `Shown` object of one commit; for another one all texts are read again.
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
