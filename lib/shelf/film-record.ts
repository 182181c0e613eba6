import { titleRefsOf } from './keys.ts';
import type { CheckedFilmRecord, FilmRecord, ScoreKindRecord } from './format.ts';
import type { ShelfFilm } from './types.ts';
import type { SourceScore } from '../reviews/types.ts';

type ScoreRow = CheckedFilmRecord['scores'][number];

function toSourceScores(rows: ScoreRow[], kinds: ScoreKindRecord[]): SourceScore[] {
  return rows.flatMap(([kindIndex, value, count, url]) => {
    const kind = kinds[kindIndex];
    return kind && value >= kind.worst && value <= kind.best ? [{ ...kind, value, count, url }] : [];
  });
}

/** The film and the scores of a record; a score off its own scale is left out. */
export function toShelfFilm(record: CheckedFilmRecord, kinds: ScoreKindRecord[]): ShelfFilm {
  const { scores, ...film } = record;
  return {
    film: { ...film, refs: [...film.refs, ...titleRefsOf(film)] },
    scores: toSourceScores(scores, kinds),
  };
}

/** What the scores of one kind have in common. */
export function scoreKindOf(score: SourceScore): ScoreKindRecord {
  const { source, sourceName, kind, worst, best, licence, asOf, note } = score;
  return { source, sourceName, kind, worst, best, licence, asOf, note };
}

/** The record of a film: ids only (names follow from the titles), and nothing that is empty. */
export function toFilmRecord(
  { film, scores }: ShelfFilm,
  findKindIndex: (score: SourceScore) => number,
): FilmRecord {
  const record: FilmRecord = {
    ...film,
    refs: film.refs.filter((ref) => !ref.startsWith('title:')),
    scores: scores.map((score): ScoreRow => [findKindIndex(score), score.value, score.count, score.url]),
  };
  const kept = Object.entries(record).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return { ...(Object.fromEntries(kept) as Partial<FilmRecord>), title: film.title };
}
