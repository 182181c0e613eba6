import { parseScore } from '../../../review-text/parse-score.ts';
import type { ScoreKind, SourceScore } from '../../../films/review-types.ts';
import {
  findSnak,
  listStatements,
  parseAmountValue,
  parseItemValue,
  parseTextValue,
  parseTimeValue,
  type Entity,
  type Statement,
} from './claims.ts';
import { parseAmount } from '../answers.ts';

interface Reviewer {
  source: string;
  sourceName: string;
  kind: ScoreKind;
}

const makeReviewer = (source: string, sourceName: string, kind: ScoreKind): Reviewer => ({
  source,
  sourceName,
  kind,
});

/** Reviewers of scores (P447). Scores of other reviewers are skipped, so that critics and audience are never mixed. */
const reviewers: Record<string, Reviewer> = {
  Q105584: makeReviewer('rottentomatoes', 'Rotten Tomatoes', 'critics'),
  Q150248: makeReviewer('metacritic', 'Metacritic', 'critics'),
  Q37312: makeReviewer('imdb', 'IMDb', 'audience'),
  Q18709181: makeReviewer('letterboxd', 'Letterboxd', 'audience'),
};

/** Methods of scores (P459) that identify the score better than its reviewer does. */
const methods: Record<string, Reviewer> = {
  Q108403393: makeReviewer('rottentomatoes', 'Rotten Tomatoes', 'critics'),
  Q108403540: makeReviewer('rottentomatoes-average', 'Rotten Tomatoes (average)', 'critics'),
  Q131100566: makeReviewer('rottentomatoes', 'Rotten Tomatoes', 'audience'),
  Q106515043: makeReviewer('metacritic', 'Metacritic', 'critics'),
};

/**
 * Finds the reviewer of a score. An average out of ten is not the share of positive reviews, even if it is recorded as
 * one.
 */
function findReviewer({ qualifiers }: Statement, best: number): Reviewer | null {
  const method = findSnak(qualifiers, 'P459', parseItemValue);
  const by = findSnak(qualifiers, 'P447', parseItemValue);
  const reviewer = methods[method ?? ''] ?? reviewers[by ?? ''] ?? null;
  const isAverage = reviewer?.source === 'rottentomatoes' && reviewer.kind === 'critics' && best <= 10;
  return isAverage ? (methods['Q108403540'] ?? null) : reviewer;
}

/** The date of a score: point in time (P585), or the date on which its source was read (P813). */
function findDay({ qualifiers, references }: Statement): string | null {
  const stated = findSnak(qualifiers, 'P585', parseTimeValue);
  const read = references.map(({ snaks }) => findSnak(snaks, 'P813', parseTimeValue));
  return stated ?? read.find((day) => day !== null) ?? null;
}

/** The review scores (P444) of an item; those without a known reviewer or a date are skipped. */
export function listWikidataScores(item: Entity): SourceScore[] {
  return listStatements(item, 'P444').flatMap((statement): SourceScore[] => {
    const text = parseTextValue(statement.mainsnak.datavalue.value);
    const score = text === null ? null : parseScore(text);
    const reviewer = score && findReviewer(statement, score.best);
    const asOf = findDay(statement);
    if (score === null || reviewer === null || asOf === null) return [];
    return [
      {
        ...reviewer,
        ...score,
        count: parseAmount(findSnak(statement.qualifiers, 'P7887', parseAmountValue)),
        url: `https://www.wikidata.org/wiki/${item.id}#P444`,
        licence: 'CC0-1.0',
        asOf,
        note: null,
      },
    ];
  });
}
