import { createRequestQueue, type RequestQueue } from '../http/request-queue.ts';

type QueueOptions = Parameters<typeof createRequestQueue>[0];

/** A queue that may ask for anything, is online, and does not wait; the options say otherwise. */
export const createTestQueue = (
  options: Pick<QueueOptions, 'fetch' | 'now' | 'quota'> & Partial<QueueOptions>,
): RequestQueue =>
  createRequestQueue({
    isOnline: () => true,
    sleep: () => Promise.resolve(),
    random: () => 0.5,
    hasPermission: () => Promise.resolve(true),
    ...options,
  });
