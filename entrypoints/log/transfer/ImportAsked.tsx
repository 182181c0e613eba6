import { AnswerCards } from '../../../components/transfer/AnswerCards.tsx';
import { FilmQuestions } from '../../../components/transfer/FilmQuestions.tsx';
import { answerTo } from '../../../components/transfer/import-questions.ts';
import { ImportQuestions } from '../../../components/transfer/ImportQuestions.tsx';
import { ListChoice } from '../../../components/transfer/ListChoice.tsx';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import type { FilmQuestion } from '../../../lib/transfer/plan/plan-types.ts';
import type { ImportFlow } from './import-flow.ts';

/** Asks once about the films in no catalogue: import them under the files' titles, or skip them. */
function UnknownFilms({ flow }: { flow: ImportFlow }) {
  const films = flow.unknown.value;
  const [first] = films;
  if (!first) return null;
  const decision = flow.decisions.value.get(first)?.kind;
  const choose = (kind: 'as-named' | 'skip') => ({
    isChosen: decision === kind,
    onChoose: () => flow.decideAll(films, { kind }),
  });
  return (
    <AnswerCards
      question={tCount('importUnknown', films.length)}
      hint={t('questionForAll')}
      answers={[
        { name: t('undecidedAsNamed'), ...choose('as-named') },
        { name: t('undecidedSkip'), ...choose('skip') },
      ]}
    />
  );
}

/** The questions about films, without those that are asked about together. */
function listFilmQuestions({ plan, unknown }: ImportFlow): FilmQuestion[] {
  const together = new Set(unknown.value);
  return plan.value?.questions.filter(({ film }) => !together.has(film)) ?? [];
}

/** Everything that needs an answer, how much of it is open, and what happens without an answer. */
export function ImportAsked({ flow }: { flow: ImportFlow }) {
  const { questions, choices, reading, unknown } = flow;
  const films = listFilmQuestions(flow);
  const doubtfulLists = reading.value?.doubtfulLists ?? null;
  const open =
    films.filter(({ decision }) => decision === null).length +
    questions.value.filter((question) => answerTo(question, choices.value) === undefined).length;
  const isAny = films.length + questions.value.length + unknown.value.length > 0 || doubtfulLists !== null;
  if (!isAny) return null;
  return (
    <section class="asked" aria-labelledby="asked">
      <div class="asked-head">
        <h2 id="asked" class="title">
          {t(open > 0 ? 'askedTitle' : 'askedAnswered')}{' '}
          {open > 0 && <span class="muted">{tCount('askedOpen', open)}</span>}
        </h2>
        {open > 0 && <p class="muted">{t('askedLater')}</p>}
      </div>
      <ImportQuestions
        questions={questions.value}
        choices={choices.value}
        onChoose={(choice) => void flow.choose(choice)}
      />
      {doubtfulLists !== null && (
        <ListChoice use={doubtfulLists} onUse={(imdbLists) => void flow.choose({ imdbLists })} />
      )}
      <FilmQuestions
        questions={films}
        suggest={(text) => sendMessage('suggestFilms', { text })}
        onDecide={flow.decide}
        onAll={(decision) =>
          flow.decideAll(
            films.filter((each) => each.decision === null).map(({ film }) => film),
            decision,
          )
        }
      />
      <UnknownFilms flow={flow} />
    </section>
  );
}
