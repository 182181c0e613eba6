import { t } from '../../lib/i18n/messages.ts';
import type { DuplicatePolicy } from '../../lib/transfer/plan/plan-types.ts';

const policies = [
  { policy: 'keep-mine', words: 'policyMine', how: 'policyMineHow' },
  { policy: 'take-theirs', words: 'policyTheirs', how: 'policyTheirsHow' },
  { policy: 'keep-both', words: 'policyBoth', how: 'policyBothHow' },
] as const;

/** Chooses which values win where the log and the files differ. */
export function PolicyChoice({
  policy,
  onPolicy,
}: {
  policy: DuplicatePolicy;
  onPolicy: (policy: DuplicatePolicy) => void;
}) {
  return (
    <fieldset class="policies">
      <legend class="label">{t('policyTitle')}</legend>
      {policies.map((one) => (
        <label key={one.policy} class="check">
          <input
            type="radio"
            name="policy"
            checked={policy === one.policy}
            onChange={() => onPolicy(one.policy)}
          />
          <span>
            {t(one.words)} <span class="muted line">{t(one.how)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
