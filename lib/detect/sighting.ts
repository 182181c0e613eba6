import type { Evidence, FilmHint, SightingContext } from '../films/types.ts';
import { cleanText, truncateText } from '../text/text.ts';
import type { Sighting } from './types.ts';

/** Longest title that is taken, in UTF-16 units; what is longer is no title. */
const maxTitleLength = 200;

/** Confidence of each evidence that the words name a film, from the corpus: how often it was right there. */
const confidences: Record<Evidence, number> = {
  'json-ld': 0.99,
  microdata: 0.98,
  rdfa: 0.97,
  microformat: 0.95,
  'open-graph': 0.95,
  link: 0.97,
  'data-attribute': 0.95,
  adapter: 0.98,
  'review-box': 0.95,
  heading: 0.85,
  text: 0.6,
};

/** Nothing beside the title. */
const noContext: SightingContext = {
  yearBeside: false,
  setApart: false,
  filmWordsNear: false,
  namesNear: [],
};

/** A title without marks that hide or turn text, in one line; empty for what is too long to be one. */
export function cleanTitle(text: string): string {
  const title = cleanText(truncateText(text, 4 * maxTitleLength));
  return title.length > maxTitleLength ? '' : title;
}

/** A sighting out of what a reader knows of a title, the rest at its default; null where no title is left. */
export function makeSighting(
  fields: Pick<FilmHint, 'title'> &
    Partial<Omit<FilmHint, 'title'>> &
    Pick<Sighting, 'element'> &
    Partial<Pick<Sighting, 'certainty' | 'isTop' | 'isSubject'>> & {
      evidence: Evidence;
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
  };
}

/** The other titles cleaned, each once, at most eight. */
export function listOthers(title: string, others: string[]): string[] {
  const clean = others.map(cleanTitle).filter((other) => other !== '' && other !== title);
  return [...new Set(clean)].slice(0, 8);
}
