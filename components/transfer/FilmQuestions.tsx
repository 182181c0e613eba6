import { useState } from 'preact/hooks';
import type { Film } from '../../lib/films/types.ts';
import { formatList, formatPartialDate } from '../../lib/i18n/dates.ts';
import { formatNumber, t, tCount, type MessageKey } from '../../lib/i18n/messages.ts';
import { formatStarsName } from '../../lib/i18n/scores.ts';
import type { FilmSuggestion } from '../../lib/messaging/protocol.ts';
import type { FilmDecision, FilmQuestion } from '../../lib/transfer/plan/plan-types.ts';
import type { FilmInput } from '../../lib/watchlog/types.ts';
import { FilmSearch } from '../film/FilmSearch.tsx';
import { Button } from '../ui/Button.tsx';
import { AnswerCards, type AnswerCard } from './AnswerCards.tsx';

interface FilmQuestionsProps {
  questions: FilmQuestion[];
  /** The films that a text may mean, best first. */
  suggest: (text: string) => Promise<FilmSuggestion[]>;
  onDecide: (film: FilmInput, decision: FilmDecision) => void;
  /** Decides about all films without a decision. */
  onAll: (decision: FilmDecision) => void;
}

const shownAtOnce = 20;

const formatName = ({ title, year }: Pick<FilmInput, 'title' | 'year'>): string =>
  year === null ? title : t('logFilmAndYear', title, String(year));

const formatFacts = ({ year, directors }: Film): string =>
  [year === null ? '' : String(year), directors.length > 0 ? formatList(directors.slice(0, 2)) : '']
    .filter((part) => part !== '')
    .join(' · ');

function whyAsked({ length }: Film[]): MessageKey {
  if (length === 0) return 'undecidedUnknown';
  return length === 1 ? 'undecidedTitleAlone' : 'undecidedSeveral';
}

/** Why it is asked, where the film is in the files, and what they say of it. */
function formatHint({ film, candidates, rows, first: { from, watchedOn, rating } }: FilmQuestion): string {
  return [
    t(whyAsked(candidates)),
    t('planPlace', from.file, formatNumber(from.row)),
    watchedOn === null ? '' : t('readsAsWatched', formatPartialDate(watchedOn)),
    rating === null ? '' : formatStarsName(rating),
    film.year === null ? t('undecidedNoYear') : '',
    rows > 1 ? tCount('undecidedForRows', rows) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function Question({
  question,
  suggest,
  onDecide,
}: { question: FilmQuestion } & Pick<FilmQuestionsProps, 'suggest' | 'onDecide'>) {
  const { film, candidates, decision } = question;
  const [isSearching, setIsSearching] = useState(false);
  const decide = (chosen: FilmDecision): void => {
    setIsSearching(false);
    onDecide(film, chosen);
  };
  const chosen = decision?.kind === 'film' ? decision.film : null;
  const isOther = chosen !== null && !candidates.includes(chosen);
  const answers: AnswerCard[] = [
    ...[...candidates, ...(isOther ? [chosen] : [])].map((candidate) => ({
      name: candidate.title,
      more: formatFacts(candidate),
      isChosen: !isSearching && candidate === chosen,
      onChoose: () => decide({ kind: 'film', film: candidate }),
    })),
    { name: t('undecidedOther'), isChosen: isSearching, onChoose: () => setIsSearching(true) },
    {
      name: t('undecidedAsNamed'),
      isChosen: !isSearching && decision?.kind === 'as-named',
      onChoose: () => decide({ kind: 'as-named' }),
    },
    {
      name: t('undecidedSkip'),
      isChosen: !isSearching && decision?.kind === 'skip',
      onChoose: () => decide({ kind: 'skip' }),
    },
  ];
  return (
    <AnswerCards
      question={t('undecidedWhich', formatName(film))}
      hint={formatHint(question)}
      answers={answers}
      isAnswered={decision !== null}
    >
      {isSearching && (
        <FilmSearch
          suggest={suggest}
          initialText={film.title}
          onChoose={(found) => decide({ kind: 'film', film: found })}
        />
      )}
    </AnswerCards>
  );
}

/**
 * The films that several candidates match, or none. Their rows are not imported until the user decides. One answer serves
 * all rows of a film; an answered question stays and can be changed.
 */
export function FilmQuestions({ questions, onAll, ...rest }: FilmQuestionsProps) {
  const [shown, setShown] = useState(shownAtOnce);
  const open = questions.filter(({ decision }) => decision === null).length;
  return (
    <>
      {questions.slice(0, shown).map((question, index) => (
        <Question key={`${question.film.title} ${question.film.year} ${index}`} {...{ question }} {...rest} />
      ))}
      {questions.length > shown && (
        <button type="button" class="link" onClick={() => setShown(shown + shownAtOnce)}>
          {tCount('undecidedMore', questions.length - shown)}
        </button>
      )}
      {open > 1 && (
        <div class="form-actions">
          <Button onClick={() => onAll({ kind: 'as-named' })}>{t('undecidedAllAsNamed')}</Button>
          <Button onClick={() => onAll({ kind: 'skip' })}>{t('undecidedAllSkip')}</Button>
        </div>
      )}
    </>
  );
}
