import { signal } from '@preact/signals';
import { createRatingsState } from '../../components/ui/ratings-state.ts';
import { formatError } from '../../components/ui/error-words.ts';
import { formatTypedHint } from '../../lib/films/hint-film.ts';
import { labelBadge } from '../../lib/i18n/badge-label.ts';
import { t } from '../../lib/i18n/messages.ts';
import { onMessage, sendMessage } from '../../lib/messaging/messages.ts';
import { ratingsActions } from '../../lib/messaging/ratings-actions.ts';
import type { FilmDescription } from '../../lib/messaging/protocol.ts';
import type { BadgeView } from '../../lib/messaging/types.ts';
import type { SourceOverview } from '../../lib/messaging/source-protocol.ts';
import { askPermission } from '../../lib/settings/ask-permission.ts';

export type WelcomeState = ReturnType<typeof createWelcomeState>;

/** A film of the sample, and what the sample shows as the user's own. */
interface SampleFilm {
  title: string;
  year: number;
  own: { rating: number | null; watched: boolean } | null;
  note: 'welcomeSeenNote' | 'welcomeRatedNote' | null;
}

/** Two films with the scores that come with Marquee, and a newer one, which has one once today's scores are here. */
export const sampleFilms: SampleFilm[] = [
  { title: 'Heat', year: 1995, own: { rating: null, watched: true }, note: 'welcomeSeenNote' },
  { title: 'Parasite', year: 2019, own: { rating: 9, watched: true }, note: 'welcomeRatedNote' },
  { title: 'Anatomy of a Fall', year: 2023, own: null, note: null },
];

/** Returns the badge of a described film; null without a match. */
export function formatSampleBadge(
  { match, summary }: FilmDescription,
  own: SampleFilm['own'],
): BadgeView | null {
  if (match.kind !== 'film') return null;
  const { refs, title, year, directors, runtimeMinutes } = match.film;
  const film = { refs, title, year, directors, runtimeMinutes };
  const scores = summary?.scores ?? [];
  const parts = { film, own, isUnsure: false };
  return scores.length > 0
    ? labelBadge({ kind: 'film', ...parts, scores, hidesScores: false })
    : labelBadge({ kind: 'no-score', ...parts, stated: [] });
}

/** Creates the state of the welcome page: a badge with local scores, and the state of Wikidata. */
export function createWelcomeState() {
  const samples = signal<(BadgeView | null)[]>([]);
  const wikidata = signal<SourceOverview | null>(null);
  const said = signal('');
  const ofRatings = createRatingsState(ratingsActions);

  const describe = async ({ title, year, own }: SampleFilm): Promise<BadgeView | null> => {
    const hint = formatTypedHint(title, year);
    return formatSampleBadge(await sendMessage('describeFilm', { hint }), own);
  };
  const loadSamples = async (): Promise<void> => {
    samples.value = await Promise.all(sampleFilms.map(describe));
  };
  const loadWikidata = async (): Promise<void> => {
    const sources = await sendMessage('listSources', undefined);
    wikidata.value = sources.find(({ id }) => id === 'wikidata') ?? null;
  };
  const setWikidata = async (
    source: SourceOverview,
    on: boolean,
    granting: Promise<boolean>,
  ): Promise<void> => {
    said.value = '';
    try {
      if (await granting) wikidata.value = await sendMessage('switchSource', { source: source.id, on });
      else said.value = t('sourceDeclined');
    } catch (error) {
      said.value = t('statusNotSaved', formatError(error));
    }
  };

  return {
    ...ofRatings,
    samples,
    wikidata,
    /** The result of the last action; empty if there is nothing to report. */
    said,
    async open(): Promise<void> {
      // The badges get their scores here once these are fetched.
      onMessage('logChanged', () => loadSamples().catch(() => undefined));
      // The parts are independent: a part that cannot be loaded is left out.
      await Promise.allSettled([loadSamples(), loadWikidata(), ofRatings.openRatings()]);
    },
    /** Requests the permission, so call it inside the click handler. */
    switchWikidata(on: boolean): Promise<void> {
      const source = wikidata.value;
      if (source === null) return Promise.resolve();
      const granting = on ? askPermission(source.origins) : Promise.resolve(true);
      return setWikidata(source, on, granting);
    },
    openSample: ({ title, year }: SampleFilm) => sendMessage('showFilm', { film: { title, year, refs: [] } }),
  };
}
