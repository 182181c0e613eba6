import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { formatNumber, t, type MessageKey } from '../../lib/i18n/messages.ts';
import type { DateOrder } from '../../lib/tables/types.ts';
import type { ReadOptions } from '../../lib/transfer/types.ts';
import { AnswerCards } from './AnswerCards.tsx';
import { answerTo, type ImportQuestion } from './import-questions.ts';

interface QuestionsProps {
  questions: ImportQuestion[];
  choices: Partial<ReadOptions>;
  onChoose: (choice: Partial<ReadOptions>) => void;
}

const orderWords: Record<DateOrder, MessageKey> = {
  dmy: 'dateOrderDay',
  mdy: 'dateOrderMonth',
  ymd: 'dateOrderYear',
};

/** The answers of a question: each with what it chooses, and its value among the choices. */
function listAnswers(
  question: ImportQuestion,
): { value: string | number; name: string; more?: string; choice: Partial<ReadOptions> }[] {
  if (question.kind === 'date-order')
    return question.days.map(({ order, day }) => ({
      value: order,
      name: formatPartialDate(day),
      more: t(orderWords[order]),
      choice: { dateOrder: order },
    }));
  if (question.kind === 'profile')
    return question.profiles.map((profile) => ({ value: profile, name: profile, choice: { profile } }));
  return question.bests.map((best) => ({
    value: best,
    name: t('questionOutOf', formatNumber(best)),
    choice: { scale: best },
  }));
}

function formatQuestion(question: ImportQuestion): string {
  if (question.kind === 'profile') return t('questionProfile');
  return question.kind === 'date-order'
    ? t('questionDay', question.text)
    : t('questionScale', question.column);
}

/** The questions that the files leave open. One answer serves all rows, and an answered question stays. */
export function ImportQuestions({ questions, choices, onChoose }: QuestionsProps) {
  return questions.map((question) => {
    const chosen = answerTo(question, choices);
    return (
      <AnswerCards
        key={question.kind}
        question={formatQuestion(question)}
        hint={t(question.kind === 'profile' ? 'questionProfileAll' : 'questionForAll')}
        answers={listAnswers(question).map(({ value, choice, ...words }) => ({
          ...words,
          isChosen: chosen === value,
          onChoose: () => onChoose(choice),
        }))}
      />
    );
  });
}
