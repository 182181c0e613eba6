import { sendMessage } from '../../lib/messaging/page-messages.ts';
import type { TabReading } from '../../lib/messaging/protocol.ts';
import { createAsking } from './ask/asking.ts';
import { formatHintForMessage } from './ask/format-hint.ts';
import { loadBadgeKit } from './load-script.ts';
import type { Quietly } from './read/page-changes.ts';
import { readPart } from './read/read-part.ts';
import { createReading } from './read/reading.ts';
import { createShowing } from './show/showing.ts';

const maxMentionsTold = 50;

/** The visit of one page. A change of the route ends it and begins another. */
export interface Visit {
  /** Reads these parts again, or the whole page (null). */
  read(roots: Element[] | null): void;
  /** Records the changed nodes, and the nodes removed without a replacement. */
  touch(touched: Set<Node>, removed: Set<Node>): void;
  /** Requests all places again. */
  refresh(): Promise<void>;
  /** Returns the reading for the popup; null if the visit ends before the page is read. */
  describe(): Promise<TabReading | null>;
  /** Removes every badge. */
  end(): void;
}

/** Reads the page, requests its films and shows their badges. Calls `onSilence` when the background cannot be reached. */
export function beginVisit(quietly: Quietly, onSilence: () => void): Visit {
  const url = location.href;
  const controller = new AbortController();
  const { signal } = controller;
  const showing = createShowing(
    {
      quietly,
      loadBadgeKit,
      onRateOrLog: (hint) => void sendMessage('openPopupFor', formatHintForMessage(hint)).catch(onSilence),
    },
    signal,
  );
  const asking = createAsking(
    { ...showing, identify: (hints) => sendMessage('identifyBatch', { hints }), onSilence },
    signal,
  );
  const reading = createReading(
    {
      readPart: (root) => readPart(url, root, signal),
      onRead(places, root) {
        showing.keep(places, root);
        asking.ask(
          places,
          places.filter((place) => !showing.has(place)),
          root,
        );
      },
    },
    signal,
  );
  reading.read(null);
  return {
    read: reading.read,
    touch(touched, removed) {
      reading.touch(touched);
      showing.drop(touched, removed);
    },
    refresh: asking.refresh,
    async describe() {
      const whole = await reading.findWhole();
      if (!whole) return null;
      const places = showing.list();
      return {
        url,
        subject: whole.subject && formatHintForMessage(whole.subject),
        mentions: places.slice(0, maxMentionsTold).map(formatHintForMessage),
        badgeCount: places.length,
        review: whole.review,
      };
    },
    end: () => controller.abort(),
  };
}
