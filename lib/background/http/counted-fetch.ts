import { countSentRequest } from '../../settings/sent-requests.ts';

/** The browser's `fetch`, with each request counted by its host. Whatever the background sends to the network goes through it. */
export const countedFetch: typeof globalThis.fetch = (input, init) => {
  const { host } = new URL(input instanceof Request ? input.url : input);
  void countSentRequest(host, Date.now());
  return fetch(input, init);
};
