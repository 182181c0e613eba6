import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import type { LiveSourceId } from '../../lib/reviews/sources/types.ts';
import { SafeLink } from '../ui/SafeLink.tsx';

interface Terms {
  sentence: MessageKey;
  url: string;
  /** Whether the service requires the sentence wherever its data is shown. */
  isRequired: boolean;
}

const terms: Record<LiveSourceId | 'imdb', Terms> = {
  wikidata: {
    sentence: 'sourceTermsWikidata',
    url: 'https://www.wikidata.org/wiki/Wikidata:Licensing',
    isRequired: false,
  },
  omdb: { sentence: 'sourceTermsOmdb', url: 'https://www.omdbapi.com/legal.htm', isRequired: true },
  imdb: {
    sentence: 'sourceTermsImdb',
    url: 'https://developer.imdb.com/non-commercial-datasets/',
    isRequired: true,
  },
  tmdb: {
    sentence: 'sourceTermsTmdb',
    url: 'https://www.themoviedb.org/api-terms-of-use',
    isRequired: true,
  },
};

/** Whether there is a sentence about the terms of a source. */
export const hasTerms = (id: string): id is keyof typeof terms => Object.hasOwn(terms, id);

/** Whether a source requires a sentence wherever its data is shown. */
export const requiresTerms = (id: string): boolean => hasTerms(id) && terms[id].isRequired;

/** The sentence about the terms of a service, with a link to them; nothing if there is none. */
export function SourceTerms({ source }: { source: string }) {
  if (!hasTerms(source)) return null;
  return <SafeLink url={terms[source].url}>{t(terms[source].sentence)}</SafeLink>;
}
