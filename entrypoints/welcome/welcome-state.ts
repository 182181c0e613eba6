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

/** A film that the catalogue in the package holds, with a score of the critics and one of the audience. */
export const sampleFilm = { title: 'Inception', year: 2010 };

/** What a badge says of a film that was described; null where nothing is known of it. */
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

/** What the welcome page shows: a badge with what is on this machine, and how Wikidata stands. */
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
    /** What came of the last deed; empty where there is nothing to say. */
    said,
    async open(): Promise<void> {
      // Each part stands without the other: what cannot be had is left out.
      await Promise.allSettled([loadSample(), loadWikidata()]);
    },
    /** Called in the click: the browser is asked for the permission then and there. */
    switchWikidata(on: boolean): Promise<void> {
      const source = wikidata.value;
      if (source === null) return Promise.resolve();
      const granting = on ? askPermission(source.origins) : Promise.resolve(true);
      return setWikidata(source, on, granting);
    },
    openSample: () => sendMessage('showFilm', { film: { ...sampleFilm, refs: [] } }),
  };
}
