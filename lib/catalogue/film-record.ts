import { findPageAt } from '../films/id-pages.ts';
import { isTitleRef } from '../films/titles/title-key.ts';
import { listTitleRefs } from './keys.ts';
import type { CheckedFilmRecord, FilmRecord, ScoreKindRecord } from './format.ts';
import type { CatalogueFilm } from './types.ts';
import type { SourceScore } from '../films/review-types.ts';

type ScoreRow = CheckedFilmRecord['scores'][number];

function listScores({ scores, refs }: CheckedFilmRecord, kinds: ScoreKindRecord[]): SourceScore[] {
  return scores.flatMap(([kindIndex, value, count, url]) => {
    const kind = kinds[kindIndex];
    if (!kind || value < kind.worst || value > kind.best) return [];
    return [{ ...kind, value, count, url: url ?? findPageAt(kind.source, refs) }];
  });
}

/** The film and the scores of a record; scores outside their scale are skipped. */
export function toCatalogueFilm(record: CheckedFilmRecord, kinds: ScoreKindRecord[]): CatalogueFilm {
  const { scores: _scores, ...film } = record;
  return {
    film: { ...film, refs: [...film.refs, ...listTitleRefs(film)] },
    scores: listScores(record, kinds),
  };
}

/** The fields that all scores of one kind have in common. */
export function scoreKindOf(score: SourceScore): ScoreKindRecord {
  const { source, sourceName, kind, worst, best, licence, asOf, note } = score;
  return { source, sourceName, kind, worst, best, licence, asOf, note };
}

/** The record of a film. Its refs are ids only, because title refs follow from the titles; empty fields are omitted. */
export function toFilmRecord(
  { film, scores }: CatalogueFilm,
  findKindIndex: (score: SourceScore) => number,
): FilmRecord {
  const record: FilmRecord = {
    ...film,
    refs: film.refs.filter((ref) => !isTitleRef(ref)),
    scores: scores.map((score): ScoreRow => [findKindIndex(score), score.value, score.count, score.url]),
  };
  const kept = Object.entries(record).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return { ...(Object.fromEntries(kept) as Partial<FilmRecord>), title: film.title };
}
