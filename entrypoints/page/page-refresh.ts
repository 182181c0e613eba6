import { listChanged, removeBadges, updateBadges, type PlaceState } from './badge-hosts.ts';
import { waitForIdle } from './idle-slices.ts';
import { loadBadgeKit } from './load-script.ts';
import { askStates, hintsPerAsk, mostBadges, type PageVisit } from './page-visit.ts';
import { findBox } from './places.ts';

/**
 * Asks again for all that is on the page: the log, a setting or what sources know has changed. When that happens again
 * meanwhile, it goes round once more.
 */
export async function refresh(visit: PageVisit): Promise<void> {
  visit.isStale = true;
  if (visit.isRefreshing) return;
  visit.isRefreshing = true;
  try {
    while (visit.isStale && !visit.controller.signal.aborted) {
      visit.isStale = false;
      await refreshOnce(visit);
    }
  } finally {
    visit.isRefreshing = false;
  }
}

async function refreshOnce(visit: PageVisit): Promise<void> {
  const { hosts } = visit;
  const places = [...visit.asked].filter((place) => findBox(place)?.isConnected);
  for (let start = 0; start < places.length; start += hintsPerAsk) {
    const batch = places.slice(start, start + hintsPerAsk);
    const states = await askStates(visit, batch);
    if (states?.some((state) => state !== null)) await loadBadgeKit();
    if (visit.controller.signal.aborted) return;
    if (!states) return visit.quietly(() => removeBadges(hosts));
    await updateInSlices(
      visit,
      batch.map((place, index) => ({ place, state: states[index] ?? null })),
    );
  }
}

async function updateInSlices(
  { hosts, controller, quietly }: PageVisit,
  states: PlaceState[],
): Promise<void> {
  const changed = listChanged(hosts, states);
  for (let start = 0; start < changed.length; start += mostBadges) {
    if (start > 0) await waitForIdle();
    if (controller.signal.aborted) return;
    quietly(() => updateBadges(hosts, changed.slice(start, start + mostBadges)));
  }
}
