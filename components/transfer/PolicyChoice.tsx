import { t, tCount } from '../../lib/i18n/messages.ts';
import type { DuplicatePolicy } from '../../lib/transfer/plan/plan-types.ts';
import { AnswerCards } from './AnswerCards.tsx';

const policies = [
  { policy: 'keep-mine', words: 'policyMine', how: 'policyMineHow' },
  { policy: 'take-theirs', words: 'policyTheirs', how: 'policyTheirsHow' },
  { policy: 'keep-both', words: 'policyBoth', how: 'policyBothHow' },
] as const;

interface PolicyChoiceProps {
  policy: DuplicatePolicy;
  /** In how many films the log and the files differ. */
  conflicts: number;
  onPolicy: (policy: DuplicatePolicy) => void;
}

/** Chooses which values win where the log and the files differ; nothing if they do not. */
export function PolicyChoice({ policy, conflicts, onPolicy }: PolicyChoiceProps) {
  if (conflicts === 0) return null;
  return (
    <AnswerCards
      question={t('policyTitle')}
      hint={tCount('logFilms', conflicts)}
      answers={policies.map((one) => ({
        name: t(one.words),
        more: t(one.how),
        isChosen: policy === one.policy,
        onChoose: () => onPolicy(one.policy),
      }))}
    />
  );
}
