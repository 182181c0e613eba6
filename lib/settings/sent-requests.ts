import { storage } from 'wxt/utils/storage';
import { readItem } from './read-item.ts';

/** How many requests went to each host on each day: `{ '2026-11-30': { 'www.wikidata.org': 3 } }`. Nothing else of them. */
type SentRequests = Record<string, Record<string, number>>;

const item = storage.defineItem<SentRequests>('local:sentRequests', { fallback: {}, version: 1 });

/** The days that are kept. */
const sentDays = 30;

/** The last writing; each waits for the one before. */
let writing = Promise.resolve();

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** Counts a request to a host, and forgets days that are too old. Never rejects: a request is sent whether it is counted or not. */
export function countSentRequest(host: string, atMs: number): Promise<void> {
  writing = writing
    .then(async () => {
      const day = dayOf(atMs);
      const kept = await keepRecent(atMs);
      const ofDay = kept[day] ?? {};
      await item.setValue({ ...kept, [day]: { ...ofDay, [host]: (ofDay[host] ?? 0) + 1 } });
    })
    .catch(() => undefined);
  return writing;
}

async function keepRecent(atMs: number): Promise<SentRequests> {
  const first = dayOf(atMs - (sentDays - 1) * 86_400_000);
  const all = Object.entries(await readItem(item));
  return Object.fromEntries(all.filter(([day]) => day >= first && day <= dayOf(atMs)));
}

/** The number of requests to each host in the last 30 days, most first. Never rejects. */
export async function listSentRequests(nowMs: number): Promise<{ host: string; count: number }[]> {
  await writing;
  const counts = new Map<string, number>();
  for (const hosts of Object.values(await keepRecent(nowMs)))
    for (const [host, count] of Object.entries(hosts)) counts.set(host, (counts.get(host) ?? 0) + count);
  return [...counts]
    .map(([host, count]) => ({ host, count }))
    .sort((a, b) => b.count - a.count || a.host.localeCompare(b.host));
}
