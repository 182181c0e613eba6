import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeSighting } from '../../lib/detect/sighting.ts';
import { createBadgeHosts } from './badge-hosts.ts';
import { refresh } from './page-refresh.ts';
import type { PageVisit } from './page-visit.ts';

/** Questions that are still to be answered. */
const asked: (() => void)[] = [];
let mostAtOnce = 0;

vi.mock('../../lib/messaging/messages.ts', () => ({
  sendMessage: (_type: string, { hints }: { hints: unknown[] }) =>
    new Promise((answer) => {
      asked.push(() => answer({ badgesOn: true, views: hints.map(() => null) }));
      mostAtOnce = Math.max(mostAtOnce, asked.length);
    }),
}));

beforeEach(() => {
  asked.length = 0;
  mostAtOnce = 0;
});
afterEach(() => document.body.replaceChildren());

/** Answers the question under way, and lets what follows happen. */
async function answer(): Promise<void> {
  asked.shift()?.();
  await new Promise((resolve) => setTimeout(resolve));
}

function visitPage(): PageVisit {
  const element = document.createElement('h3');
  element.textContent = 'Her';
  document.body.append(element);
  const place = makeSighting({ title: 'Her', element, evidence: 'link' });
  const controller = new AbortController();
  const hosts = createBadgeHosts(() => undefined, controller.signal);
  const visit: Partial<PageVisit> = {
    asked: new Set(place ? [place] : []),
    controller,
    hosts,
    quietly: (change) => change(),
    isRefreshing: false,
    isStale: false,
    onSilence: () => undefined,
  };
  // The rest of a visit is of no use here.
  return visit as PageVisit;
}

test('changes that come while the page is asked for again lead to one more round, not to one each', async () => {
  const visit = visitPage();
  const first = refresh(visit);
  await Promise.all([refresh(visit), refresh(visit)]);
  expect(asked).toHaveLength(1);
  await answer();
  expect(asked).toHaveLength(1);
  await answer();
  await first;
  expect(asked).toEqual([]);
  expect(mostAtOnce).toBe(1);
});

test('once the visit has ended, nothing more is asked', async () => {
  const visit = visitPage();
  const first = refresh(visit);
  void refresh(visit);
  visit.controller.abort();
  await answer();
  await first;
  expect(asked).toEqual([]);
});
