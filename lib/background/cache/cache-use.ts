import { browser } from 'wxt/browser';
import type { StorageUse } from '../../messaging/source-protocol.ts';
import { reviewSources } from '../../reviews/sources/registry.ts';
import type { UseCache } from './cache-database.ts';
import { reportFault } from '../messages/report-fault.ts';

/** The bytes in the extension's own storage area; null where the browser does not tell. */
async function countSettingsBytes(): Promise<number | null> {
  try {
    const area = browser.storage.local as { getBytesInUse?: (keys: null) => Promise<number> };
    return (await area.getBytesInUse?.(null)) ?? null;
  } catch (error) {
    return reportFault('storage use', error);
  }
}

/** The bytes that the browser says are used in all; null where it does not tell. */
async function estimateBytes(): Promise<number | null> {
  const { usage } = (await navigator.storage?.estimate?.()) ?? {};
  return usage === undefined ? null : usage + ((await countSettingsBytes()) ?? 0);
}

/** How much the cache holds. */
export async function getStorageUse(use: UseCache): Promise<StorageUse> {
  const [counts, totalBytes] = await Promise.all([
    use(async (db) => ({
      catalogueAnswers: await db.count('answers'),
      posts: await db.count('posts'),
      siteScores: await db.count('statedScores'),
      covers: await db.count('covers'),
      sourceAnswers: await Promise.all(
        reviewSources.map(async ({ id, name }) => ({
          source: id,
          name,
          count: await db.countFromIndex('sourceAnswers', 'bySource', id),
        })),
      ),
    })),
    estimateBytes(),
  ]);
  return { ...counts, totalBytes };
}

/** Empties the cache and returns what is left in it. */
export async function clearCache(use: UseCache): Promise<StorageUse> {
  await use(async (db) => {
    // Usage counts stay: clearing the cache does not renew the budget, nor retry a failing service.
    const tx = db.transaction(
      ['answers', 'sourceAnswers', 'posts', 'sites', 'statedScores', 'covers'],
      'readwrite',
    );
    for (const store of ['answers', 'sourceAnswers', 'sites', 'statedScores', 'covers'] as const)
      await tx.objectStore(store).clear();
    let cursor = await tx.objectStore('posts').openCursor();
    // Which film a post is about, where the user has said so, cannot be fetched again.
    for (; cursor; cursor = await cursor.continue()) if (!cursor.value.isAssigned) await cursor.delete();
    await tx.done;
  });
  return getStorageUse(use);
}

/** Deletes the scores that pages stated, and returns what is left in the cache. */
export async function clearSiteScores(use: UseCache): Promise<StorageUse> {
  await use((db) => db.clear('statedScores'));
  return getStorageUse(use);
}
