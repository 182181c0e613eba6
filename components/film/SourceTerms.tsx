import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import type { LiveSourceId } from '../../lib/reviews/sources/types.ts';
import { SafeLink } from '../ui/SafeLink.tsx';

const terms: Record<LiveSourceId, { sentence: MessageKey; url: string }> = {
  wikidata: { sentence: 'sourceTermsWikidata', url: 'https://www.wikidata.org/wiki/Wikidata:Licensing' },
  omdb: { sentence: 'sourceTermsOmdb', url: 'https://www.omdbapi.com/legal.htm' },
  tmdb: { sentence: 'sourceTermsTmdb', url: 'https://www.themoviedb.org/api-terms-of-use' },
};

const isLiveSource = (id: string): id is LiveSourceId => Object.hasOwn(terms, id);

/** The sentence that a service requires, with a link to its terms; nothing if it requires none. */
export function SourceTerms({ source }: { source: string }) {
  if (!isLiveSource(source)) return null;
  return <SafeLink url={terms[source].url}>{t(terms[source].sentence)}</SafeLink>;
}
