import type { TextParts } from '../../components/badge/text-parts.ts';
import type { PageReading, Sighting } from '../../lib/detect/types.ts';
import type { SightedHint } from '../../lib/films/types.ts';
import { sendMessage } from '../../lib/messaging/page-messages.ts';
import type { TabReading } from '../../lib/messaging/protocol.ts';
import { createAsking } from './ask/asking.ts';
import { formatHintForMessage } from './ask/format-hint.ts';
import { createLookedAt } from './ask/in-view.ts';
import { describeFilms } from './ask/describe-films.ts';
import type { Quietly } from './read/page-changes.ts';
import type { Root } from './page-sightings.ts';
import { badgeKit } from './show/badge-kit.ts';
import { noteGesture } from './show/gesture.ts';
import { createShowing } from './show/showing.ts';

export interface PageFilmsTasks {
  quietly: Quietly;
  /** Called when the background cannot be reached. */
  onSilence: () => void;
  /** Returns the code that cuts running text for badges; undefined if the page's text was not read. */
  findTextParts: () => TextParts | undefined;
}

/** The films found on a page, and their badges. */
export interface PageFilms {
  /** Takes the sightings read in `root` (null: the page), requests those without a badge, and shows the answers. */
  take: (sightings: Sighting[], root: Root | null) => void;
  /**
   * Removes the badges whose words have just changed (null: any may have). `removed`: with nothing in their place.
   */
  drop: (touched: Set<Node> | null, removed: Set<Node>) => void;
  /** Requests all sightings again. */
  refresh: () => Promise<void>;
  /** Returns the subject and the films of the page, with or without a badge, for the popup. */
  describe: (whole: PageReading) => Pick<TabReading, 'subject' | 'films'>;
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
      onRateOrLog(hint) {
        noteGesture();
        void sendMessage('openPopupFor', formatHintForMessage(hint)).catch(onSilence);
      },
    },
    signal,
  );
  const report = (hints: SightedHint[]) => void sendMessage('lookedAt', { hints }).catch(onSilence);
  const asking = createAsking(
    {
      ...showing,
      ...createLookedAt(report, signal),
      identify: (hints) => sendMessage('identifyBatch', { hints }),
      readOwn: (hints) => sendMessage('readOwnBatch', { hints }),
      onSilence,
    },
    signal,
  );
  return {
    take(sightings, root) {
      showing.keep(sightings, root);
      asking.ask(
        sightings,
        sightings.filter((sighting) => !showing.has(sighting)),
        root,
      );
    },
    drop: showing.drop,
    refresh: asking.refresh,
    describe: (whole) => describeFilms(whole, asking.list()),
  };
}
