import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { formatNumber, t, type MessageKey } from '../../lib/i18n/messages.ts';
import type { DateOrder } from '../../lib/tables/types.ts';
import type { ReadOptions } from '../../lib/transfer/types.ts';
import { Icon } from '../ui/Icon.tsx';
import { answerTo, type ImportQuestion } from './import-questions.ts';

interface QuestionsProps {
  questions: ImportQuestion[];
  choices: Partial<ReadOptions>;
  onChoose: (choice: Partial<ReadOptions>) => void;
}

/** An answer, with the words below it. */
interface Answer {
  value: string | number;
  name: string;
  more: string;
  choice: Partial<ReadOptions>;
}

const orderWords: Record<DateOrder, MessageKey> = {
  dmy: 'dateOrderDay',
  mdy: 'dateOrderMonth',
  ymd: 'dateOrderYear',
};

function listAnswers(question: ImportQuestion): Answer[] {
  if (question.kind === 'date-order')
    return question.days.map(({ order, day }) => ({
      value: order,
      name: formatPartialDate(day),
      more: t(orderWords[order]),
      choice: { dateOrder: order },
    }));
  if (question.kind === 'profile')
    return question.profiles.map((profile) => ({
      value: profile,
      name: profile,
      more: '',
      choice: { profile },
    }));
  return question.bests.map((best) => ({
    value: best,
    name: t('questionOutOf', formatNumber(best)),
    more: '',
    choice: { scale: best },
  }));
}

function formatQuestion(question: ImportQuestion): string {
  if (question.kind === 'profile') return t('questionProfile');
  return question.kind === 'date-order'
    ? t('questionDay', question.text)
    : t('questionScale', question.column);
}

function Question({
  question,
  choices,
  onChoose,
}: Omit<QuestionsProps, 'questions'> & { question: ImportQuestion }) {
  const answer = answerTo(question, choices);
  return (
    <fieldset class="panel import-question">
      <legend class="title">
        {formatQuestion(question)} {answer !== undefined && <Icon name="tick" />}
      </legend>
      <p class="muted">{t(question.kind === 'profile' ? 'questionProfileAll' : 'questionForAll')}</p>
      <div class="answers">
        {listAnswers(question).map(({ value, name, more, choice }) => (
          <label key={value} class="check answer">
            <input
              type="radio"
              name={question.kind}
              checked={answer === value}
              onChange={() => onChoose(choice)}
            />
            <span>
              {name}
              {more !== '' && <span class="muted line">{more}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The questions that the files leave open. One answer serves all rows, and an answered question stays. */
export function ImportQuestions({ questions, ...rest }: QuestionsProps) {
  return questions.map((question) => <Question key={question.kind} question={question} {...rest} />);
}
