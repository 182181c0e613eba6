import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';

/** One answer of a question, with the words below it. */
export interface AnswerCard {
  name: string;
  more?: string;
  isChosen: boolean;
  onChoose: () => void;
}

interface AnswerCardsProps {
  question: string;
  hint: string;
  answers: AnswerCard[];
  /** Whether to show that the question is answered; by default, if an answer is chosen. */
  isAnswered?: boolean;
  /** Shown under the answers. */
  children?: ComponentChildren;
}

/** A question with its answers, of which one can be chosen. It is its own legend, and stays when it is answered. */
export function AnswerCards({ question, hint, answers, isAnswered, children }: AnswerCardsProps) {
  const group = useId();
  return (
    <fieldset class="panel import-question">
      <legend class="title">
        {question}
        {(isAnswered ?? answers.some(({ isChosen }) => isChosen)) && (
          <span class="answered">
            <Icon name="tick" />
            <span class="hidden-text">{t('questionAnswered')}</span>
          </span>
        )}
      </legend>
      <p class="muted">{hint}</p>
      <div class="answers">
        {answers.map(({ name, more = '', isChosen, onChoose }, index) => (
          <label key={index} class="check answer">
            <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
            <span>
              {name} {more !== '' && <span class="muted line">{more}</span>}
            </span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
