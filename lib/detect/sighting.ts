import type { Evidence, FilmHint, SightingContext, SiteScore } from '../films/types.ts';
import { cleanText, truncateText } from '../text/text.ts';
import type { Sighting } from './types.ts';

/** Maximum length of a title, in UTF-16 units; a longer text is not a title. */
const maxTitleLength = 200;

/** How sure each kind of evidence is that the words name a film, from 0 to 1: its precision in the corpus. */
const confidences: Record<Evidence, number> = {
  'json-ld': 0.99,
  microdata: 0.98,
  rdfa: 0.97,
  microformat: 0.95,
  'open-graph': 0.95,
  link: 0.97,
  adapter: 0.98,
  'review-box': 0.95,
  heading: 0.85,
  text: 0.6,
};

/** The context of a title with nothing around it. */
const noContext: SightingContext = {
  yearBeside: false,
  setApart: false,
  filmWordsNear: false,
  namesNear: [],
};

/** A title as one line, without marks that hide or turn text; empty if the text is too long for a title. */
export function cleanTitle(text: string): string {
  const title = cleanText(truncateText(text, 4 * maxTitleLength));
  return title.length > maxTitleLength ? '' : title;
}

/** Makes a sighting from a reader's fields and defaults for the rest; null if the cleaned title is empty. */
export function makeSighting(
  fields: Pick<FilmHint, 'title'> &
    Partial<Omit<FilmHint, 'title'>> &
    Pick<Sighting, 'element'> &
    Partial<Pick<Sighting, 'certainty' | 'isTop' | 'isSubject'>> & {
      evidence: Evidence;
      siteScore?: SiteScore | null;
      context?: Partial<SightingContext>;
    },
): Sighting | null {
  const title = cleanTitle(fields.title);
  if (title === '') return null;
  return {
    hint: {
      title,
      alternativeTitles: listOthers(title, fields.alternativeTitles ?? []),
      year: fields.year ?? null,
      directors: fields.directors ?? [],
      refs: fields.refs ?? [],
      kind: fields.kind ?? null,
      language: fields.language ?? null,
      facts: fields.facts,
    },
    element: fields.element,
    evidence: [fields.evidence],
    confidence: confidences[fields.evidence],
    certainty: fields.certainty ?? 'stated',
    isSubject: fields.isSubject ?? false,
    context: {
      ...noContext,
      yearBeside: fields.year !== undefined && fields.year !== null,
      ...fields.context,
    },
    isTop: fields.isTop ?? false,
    ...(fields.siteScore && { siteScore: fields.siteScore }),
  };
}

/** The other titles, cleaned, each once, at most eight. */
export function listOthers(title: string, others: string[]): string[] {
  const clean = others.map(cleanTitle).filter((other) => other !== '' && other !== title);
  return [...new Set(clean)].slice(0, 8);
}
