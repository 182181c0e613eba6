import { listCorrectionKeys } from '../../films/hint-film.ts';
import type { SightedHint } from '../../films/types.ts';
import type { BadgeView, BatchAnswer, BatchRequest, OwnAnswer } from '../../messaging/types.ts';
import { hasBadgesOn, loadSettings } from '../../settings/settings.ts';
import type { ContentSender } from '../messages/senders.ts';
import { makeBadgeView, makeOwnView } from './badge-views.ts';
import type { Identified, Identify } from './identify.ts';
import { takeFromBudget } from './own-data-budget.ts';

type Views = Map<SightedHint, BadgeView | null>;

const isReadable = (hint: SightedHint | null): hint is SightedHint => hint !== null;
const putInOrder = ({ hints }: BatchRequest, views: Views): (BadgeView | null)[] =>
  hints.map((hint) => (hint && views.get(hint)) ?? null);

/** What a film counts as in a tab's budget: hints of one film are one film, however they name it. */
const formatBudgetKey = ({ match, sighted }: Identified): string =>
  (match.kind === 'film' ? match.film.refs : listCorrectionKeys(sighted.hint)).join(' ');

interface BatchTasks {
  identify: Identify;
  /** Whether a service is on that is asked for films of lists only when they are looked at. */
  asksInView: () => Promise<boolean>;
  /** Gets what was found for a batch, to refresh and keep it. */
  onFound: (found: Identified[], sender: ContentSender) => void;
}

/** Creates the answers to a page's requests for badges. */
export function createBadgeBatches({ identify, asksInView, onFound }: BatchTasks) {
  return {
    /** The badges of a batch, from catalogues, sources and settings alone: a page sees which titles have one. */
    identifyBatch: async (request: BatchRequest, sender: ContentSender): Promise<BatchAnswer> => {
      const settings = await loadSettings();
      if (!hasBadgesOn(settings, sender.host)) return { views: [], badgesOn: false, asksInView: false };
      const isPassing = sender.isPrivate;
      const found = await identify(request.hints.filter(isReadable), { withoutLog: true, isPassing });
      onFound(found, sender);
      const views: Views = new Map(found.map((one) => [one.sighted, makeBadgeView(one, settings)]));
      return { views: putInOrder(request, views), badgesOn: true, asksInView: await asksInView() };
    },

    /** The user's own data about films of a batch that have a badge, as far as the tab's budget goes. */
    readOwnBatch: async (request: BatchRequest, sender: ContentSender): Promise<OwnAnswer> => {
      const settings = await loadSettings();
      if (!hasBadgesOn(settings, sender.host)) return { views: [], withheld: [] };
      const isPassing = sender.isPrivate;
      const found = await identify(request.hints.filter(isReadable), { withoutLog: true, isPassing });
      const shown = found.filter((one) => makeBadgeView(one, settings) !== null);
      const allowed = await takeFromBudget(sender, shown.map(formatBudgetKey));
      const open = shown.filter((_, at) => allowed[at]);
      const known = await identify(
        open.map(({ sighted }) => sighted),
        { isPassing },
      );
      const views: Views = new Map();
      open.forEach((one, at) => known[at] && views.set(one.sighted, makeOwnView(one, known[at], settings)));
      const over = new Set(shown.filter((_, at) => !allowed[at]).map(({ sighted }) => sighted));
      const withheld = request.hints.flatMap((hint, at) => (hint && over.has(hint) ? [at] : []));
      return { views: putInOrder(request, views), withheld };
    },
  };
}
