import { onMessage } from '../../lib/messaging/messages.ts';
import type { TabReading } from '../../lib/messaging/protocol.ts';
import { dropChanged, listMounted } from './badge-hosts.ts';
import { watchPage } from './page-changes.ts';
import { refresh } from './page-refresh.ts';
import { beginVisit, endVisit, readParts, type PageVisit } from './page-visit.ts';
import { formatHintForMessage } from './places.ts';
import type { ScriptLife } from './script-life.ts';

const maxMentionsTold = 50;

/**
 * Reads the page in idle slices, asks the background for its films, those near the window first, and mounts what comes
 * back; follows the page as it grows, changes its route or comes back. Ends without a trace when its life ends.
 */
export function annotatePage(life: ScriptLife): void {
  if (!(document instanceof HTMLDocument) && document.contentType !== 'application/xhtml+xml') return;
  const { signal } = life;
  if ((document as { prerendering?: boolean }).prerendering) {
    // The background would not know the tab yet.
    const options = { once: true, signal };
    return document.addEventListener('prerenderingchange', () => annotatePage(life), options);
  }
  // After an update the old script can no longer reach the background; there is nobody to tell.
  const onSilence = () => void life.isInvalid;
  const quietly = watchPage(
    {
      onTouch(touched, removed) {
        for (const node of touched) visit.touched.add(node);
        dropChanged(visit.hosts, touched, removed);
      },
      onChange(roots) {
        if (!life.isInvalid) readParts(visit, roots);
      },
      onRoute() {
        endVisit(visit);
        visit = beginVisit(quietly, onSilence);
      },
      onReturn: () => void refresh(visit),
    },
    signal,
  );
  let visit = beginVisit(quietly, onSilence);
  const stops = [
    onMessage('readTab', async () => {
      await visit.firstReading.promise;
      return tellReading(visit);
    }),
    onMessage('logChanged', () => refresh(visit)),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
    endVisit(visit);
  });
}

function tellReading(visit: PageVisit): TabReading | null {
  if (!visit.reading) return null;
  const places = listMounted(visit.hosts);
  return {
    url: visit.url,
    subject: visit.subject,
    mentions: places.slice(0, maxMentionsTold).map(formatHintForMessage),
    badgeCount: places.length,
    review: visit.reading.review,
  };
}
