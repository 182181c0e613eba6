import type { TextParts } from '../../components/badge/text-parts.ts';
import type { Sighting } from '../../lib/detect/types.ts';
import { sendMessage } from '../../lib/messaging/page-messages.ts';
import type { TabReading } from '../../lib/messaging/protocol.ts';
import { createAsking } from './ask/asking.ts';
import { formatHintForMessage } from './ask/format-hint.ts';
import type { Quietly } from './read/page-changes.ts';
import { badgeKit } from './show/badge-kit.ts';
import { createShowing } from './show/showing.ts';

/** Most mentions that the popup is told. */
const maxMentions = 50;

export interface PageFilmsTasks {
  quietly: Quietly;
  /** Called when the background cannot be reached. */
  onSilence: () => void;
  /** What cuts running text, where the page's text was read. */
  findTextParts: () => TextParts | undefined;
}

/** The films found on a page: what the background knows of them, and their badges. */
export interface PageFilms {
  /** Takes in the places read in `root` (null: the page), asks for those that have no badge, and shows what is answered. */
  take: (places: Sighting[], root: Element | null) => void;
  /** Removes the badges whose words have just changed. `removed`: with nothing in their place. */
  drop: (touched: Set<Node>, removed: Set<Node>) => void;
  /** Asks again for all places. */
  refresh: () => Promise<void>;
  /** What the popup is told of the page's subject and of the places that have a badge. */
  describe: (subject: Sighting | null) => Pick<TabReading, 'subject' | 'mentions' | 'badgeCount'>;
}

/** Asks for the films of one visit and shows their badges until `signal` is aborted. */
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
