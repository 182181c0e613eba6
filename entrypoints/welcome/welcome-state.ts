import { signal } from '@preact/signals';
import { formatError } from '../../components/ui/error-words.ts';
import { formatTypedHint } from '../../lib/films/hint-film.ts';
import { labelBadge } from '../../lib/i18n/badge-label.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { FilmDescription } from '../../lib/messaging/protocol.ts';
import type { BadgeView } from '../../lib/messaging/types.ts';
import type { SourceOverview } from '../../lib/messaging/source-protocol.ts';
import { askPermission } from '../../lib/settings/ask-permission.ts';

export type WelcomeState = ReturnType<typeof createWelcomeState>;

/** A film in the built-in catalogue that has a critics' and an audience score. */
export const sampleFilm = { title: 'Inception', year: 2010 };

/** Returns the badge of a described film; null without a match or a score. */
export function formatSampleBadge({ match, summary }: FilmDescription): BadgeView | null {
  if (match.kind !== 'film' || summary === null || summary.scores.length === 0) return null;
  const { refs, title, year, directors, runtimeMinutes } = match.film;
  const film = { refs, title, year, directors, runtimeMinutes };
  return labelBadge({
    kind: 'film',
    film,
    scores: summary.scores,
    own: null,
    quote: null,
    hidesScores: false,
  });
}

/** Creates the state of the welcome page: a badge with local scores, and the state of Wikidata. */
export function createWelcomeState() {
  const sample = signal<BadgeView | null>(null);
  const wikidata = signal<SourceOverview | null>(null);
  const said = signal('');

  const loadSample = async (): Promise<void> => {
    const hint = formatTypedHint(sampleFilm.title, sampleFilm.year);
    sample.value = formatSampleBadge(await sendMessage('describeFilm', { hint }));
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
    sample,
    wikidata,
    /** The result of the last action; empty if there is nothing to report. */
    said,
    async open(): Promise<void> {
      // The parts are independent: a part that cannot be loaded is left out.
      await Promise.allSettled([loadSample(), loadWikidata()]);
    },
    /** Requests the permission, so call it inside the click handler. */
    switchWikidata(on: boolean): Promise<void> {
      const source = wikidata.value;
      if (source === null) return Promise.resolve();
      const granting = on ? askPermission(source.origins) : Promise.resolve(true);
      return setWikidata(source, on, granting);
    },
    openSample: () => sendMessage('showFilm', { film: { ...sampleFilm, refs: [] } }),
  };
}
