import type { TextParts } from '../../components/badge/text-parts.ts';
import type { Sighting } from '../../lib/detect/types.ts';
import { sendMessage } from '../../lib/messaging/page-messages.ts';
import type { TabReading } from '../../lib/messaging/protocol.ts';
import { createAsking } from './ask/asking.ts';
import { formatHintForMessage } from './ask/format-hint.ts';
import type { Quietly } from './read/page-changes.ts';
import { badgeKit } from './show/badge-kit.ts';
import { createShowing } from './show/showing.ts';

/** The most mentions that the popup gets. */
const maxMentions = 50;

export interface PageFilmsTasks {
  quietly: Quietly;
  /** Called when the background cannot be reached. */
  onSilence: () => void;
  /** Returns the code that cuts running text for badges; undefined if the page's text was not read. */
  findTextParts: () => TextParts | undefined;
}

/** The films found on a page, and their badges. */
export interface PageFilms {
  /** Takes the places read in `root` (null: the page), requests those without a badge, and shows the answers. */
  take: (places: Sighting[], root: Element | null) => void;
  /** Removes the badges whose words have just changed. `removed`: with nothing in their place. */
  drop: (touched: Set<Node>, removed: Set<Node>) => void;
  /** Requests all places again. */
  refresh: () => Promise<void>;
  /** Returns the subject and the places with a badge, for the popup. */
  describe: (subject: Sighting | null) => Pick<TabReading, 'subject' | 'mentions' | 'badgeCount'>;
}

/** Requests the films of one visit and shows their badges until `signal` is aborted. */
export function createPageFilms(
  { quietly, onSilence, findTextParts }: PageFilmsTasks,
  signal: AbortSignal,
): PageFilms {
  const showing = createShowing(
    {
      quietly,
      kit: badgeKit,
      findTextParts,
      onRateOrLog: (hint) => void sendMessage('openPopupFor', formatHintForMessage(hint)).catch(onSilence),
    },
    signal,
  );
  const asking = createAsking(
    { ...showing, identify: (hints) => sendMessage('identifyBatch', { hints }), onSilence },
    signal,
  );
  return {
    take(places, root) {
      showing.keep(places, root);
      asking.ask(
        places,
        places.filter((place) => !showing.has(place)),
        root,
      );
    },
    drop: showing.drop,
    refresh: asking.refresh,
    describe(subject) {
      const places = showing.list();
      return {
        subject: subject && formatHintForMessage(subject),
        mentions: places.slice(0, maxMentions).map(formatHintForMessage),
        badgeCount: places.length,
      };
    },
  };
}
