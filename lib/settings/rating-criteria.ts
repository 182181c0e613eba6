import { readItem } from './read-item.ts';
import * as v from 'valibot';
import { lazySchema } from '../text/schemas.ts';
import { storage } from 'wxt/utils/storage';

const schema = lazySchema(() =>
  v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100))), v.maxLength(30)),
);
const item = storage.defineItem<unknown>('local:ratingCriteria', { fallback: null });

/** The names of the user's criteria; null while they have not changed the list. */
export async function loadRatingCriteria(): Promise<string[] | null> {
  const stored = v.safeParse(schema, await readItem(item));
  return stored.success ? stored.output : null;
}

/** Saves the user's list of criteria. Throws if it has more than 30 names, an empty one, or one over 100 letters. */
export async function saveRatingCriteria(names: readonly string[]): Promise<void> {
  await item.setValue(v.parse(schema, names));
}
