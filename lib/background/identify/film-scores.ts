import type { FilmScores } from '../../messaging/log-protocol.ts';
import { narrowAnswer } from '../../reviews/answers.ts';
import { listScores } from '../../reviews/summary.ts';
import type { LogDatabase } from '../../watchlog/store/schema.ts';
import { toFilm } from './log-films.ts';
import { localizeNotes } from './score-notes.ts';
import type { CatalogueLookUp } from './catalogue-lookup.ts';

/** The catalogues' scores of films of the log, by row id; films without a score are left out. */
export async function findScoresOfFilms(
  db: LogDatabase,
  ids: readonly string[],
  lookUp: CatalogueLookUp,
): Promise<FilmScores[]> {
  const { store } = db.transaction('films');
  const rows = await Promise.all(ids.map((id) => store.get(id)));
  const films = rows.flatMap((row) => (row === undefined || row.deleted !== null ? [] : [row]));
  const answers = await lookUp.find(films.map(({ refs }) => refs));
  return films.flatMap((row, at) => {
    const film = toFilm(row);
    const scores = listScores((answers[at] ?? []).map((answer) => narrowAnswer(film, answer)));
    return scores.length === 0 ? [] : [{ filmId: row.id, scores: localizeNotes(scores) }];
  });
}
