import { withinLimit } from './patient-storage.ts';

/** The parts used of a stored item. */
interface StoredItem<Value> {
  getValue: () => Promise<Value>;
  fallback: Value;
}

/**
 * The value of a stored item, for a change of it. Rejects if the browser cannot read the storage or does not answer: what is
 * made from a default would replace what is stored.
 */
export function requireItem<Value>(item: Pick<StoredItem<Value>, 'getValue'>): Promise<Value> {
  return withinLimit(() => item.getValue());
}

/**
 * The value of a stored item; its default if the browser cannot read the storage or does not answer: badges, the popup and
 * the log must not stop because a setting is out of reach. Never rejects.
 */
export async function readItem<Value>(item: StoredItem<Value>): Promise<Value> {
  try {
    return await requireItem(item);
  } catch {
    return item.fallback;
  }
}
