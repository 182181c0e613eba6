import type { FilmScores } from '../../messaging/log-protocol.ts';
import { narrowAnswer } from '../../reviews/answers.ts';
import { listScores } from '../../reviews/summary.ts';
import { listRatingsAnswers, type RatingsLookUp } from '../catalogues/ratings-lookup.ts';
import type { LogDatabase } from '../../watchlog/store/schema.ts';
import { toFilm } from './log-films.ts';
import type { CatalogueLookUp } from './catalogue-lookup.ts';

/** The scores of films of the log in the catalogues and in IMDb's ratings, by row id; films without one are left out. */
export async function findScoresOfFilms(
  db: LogDatabase,
  ids: readonly string[],
  { lookUp, ratings }: { lookUp: CatalogueLookUp; ratings: RatingsLookUp },
): Promise<FilmScores[]> {
  const { store } = db.transaction('films');
  const rows = await Promise.all(ids.map((id) => store.get(id)));
  const films = rows.flatMap((row) => (row === undefined || row.deleted !== null ? [] : [row]));
  const refLists = films.map(({ refs }) => refs);
  const [answers, rated] = await Promise.all([lookUp.find(refLists), ratings.findScores(refLists)]);
  return films.flatMap((row, at) => {
    const film = toFilm(row);
    const scores = listScores([
      ...(answers[at] ?? []).map((answer) => narrowAnswer(film, answer)),
      ...listRatingsAnswers(film, rated[at]),
    ]);
    return scores.length === 0 ? [] : [{ filmId: row.id, scores }];
  });
}
