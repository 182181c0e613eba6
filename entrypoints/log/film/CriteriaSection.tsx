import { CriteriaForm } from '../../../components/film/forms/CriteriaForm.tsx';
import { toFilmInput } from '../state/film-input.ts';
import { useCriteria } from '../dialogs/use-criteria.ts';
import type { FilmPartProps } from './film-part.ts';

/** The user's rating of the film by each criterion. */
export function CriteriaSection({ state, canWrite, listed }: FilmPartProps) {
  const { criteria, add } = useCriteria();
  return (
    <CriteriaForm
      criteria={criteria}
      values={listed.criteria}
      disabled={!canWrite}
      onRate={(values) => void state.rateCriteria(toFilmInput(listed), values)}
      onNew={(name) => void add(name)}
    />
  );
}
