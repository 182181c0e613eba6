import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/messages.ts';
import { formatStars } from '../../../lib/i18n/scores.ts';
import type { RatingValue } from '../../../lib/watchlog/types.ts';
import { StarRating } from '../../rating/StarRating.tsx';
import { Button } from '../../ui/Button.tsx';

interface CriteriaFormProps {
  /** The names in the user's own list. */
  criteria: string[];
  values: Record<string, RatingValue>;
  disabled: boolean;
  onRate: (values: Record<string, RatingValue>) => void;
  onNew: (name: string) => void;
}

const maxNameLength = 60;

/** Returns the ratings with one changed, or without it when `value` is null. */
function changeOne(
  values: Record<string, RatingValue>,
  name: string,
  value: RatingValue | null,
): Record<string, RatingValue> {
  const others = Object.entries(values).filter(([other]) => other !== name);
  return Object.fromEntries(value === null ? others : [...others, [name, value]]);
}

function NewCriterion({ disabled, onNew }: Pick<CriteriaFormProps, 'disabled' | 'onNew'>) {
  const [name, setName] = useState('');
  return (
    <form
      class="reason-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        onNew(name.trim());
        setName('');
      }}
    >
      <label class="field">
        {t('criteriaNew')}
        <input
          class="input"
          maxLength={maxNameLength}
          value={name}
          disabled={disabled}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <Button type="submit" disabled={disabled || name.trim() === ''}>
        {t('criteriaAdd')}
      </Button>
    </form>
  );
}

/** A rating for each criterion. Folded while there is no rating. */
export function CriteriaForm({ criteria, values, disabled, onRate, onNew }: CriteriaFormProps) {
  const names = [...new Set([...criteria, ...Object.keys(values)])];
  const given = Object.entries(values);
  return (
    <details class="block fold" open={given.length > 0}>
      <summary class="label">{t('criteriaTitle')}</summary>
      <p class="muted">{t('criteriaHow')}</p>
      <ul class="criteria">
        {names.map((name) => (
          <li key={name}>
            <span>{name}</span>
            <StarRating
              value={values[name] ?? null}
              label={t('criteriaRate', name)}
              disabled={disabled}
              onRate={(value) => onRate(changeOne(values, name, value))}
            />
            <span class="hidden-text">{values[name] ? formatStars(values[name]) : ''}</span>
          </li>
        ))}
      </ul>
      <NewCriterion disabled={disabled} onNew={onNew} />
    </details>
  );
}
