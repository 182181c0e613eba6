import { useId } from 'preact/hooks';
import { listMonths } from '../../../lib/i18n/dates.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { type DatePrecision, type DraftDate } from './draft-date.ts';

interface PartialDateFieldProps {
  value: DraftDate;
  /** The latest day that can be chosen: today, `YYYY-MM-DD`. */
  today: string;
  onChange: (value: DraftDate) => void;
}

const precisionWords = {
  day: 'datePrecisionDay',
  month: 'datePrecisionMonth',
  year: 'datePrecisionYear',
  unknown: 'datePrecisionUnknown',
} as const;

const isPrecision = (text: string): text is DatePrecision => Object.hasOwn(precisionWords, text);

/** The fields for the chosen precision. */
function DateParts({ value, today, onChange }: PartialDateFieldProps) {
  const { precision } = value;
  return (
    <>
      {precision === 'day' && (
        <input
          class="input"
          type="date"
          required
          max={today}
          value={value.day}
          aria-label={t('formDay')}
          onInput={({ currentTarget }) => onChange({ ...value, day: currentTarget.value })}
        />
      )}
      {precision === 'month' && (
        <select
          class="input"
          value={value.month}
          aria-label={t('formMonth')}
          onChange={({ currentTarget }) => onChange({ ...value, month: currentTarget.value })}
        >
          {listMonths().map((name, index) => (
            <option key={name} value={String(index + 1).padStart(2, '0')}>
              {name}
            </option>
          ))}
        </select>
      )}
      {(precision === 'month' || precision === 'year') && (
        <input
          class="input year"
          type="number"
          required
          min="1888"
          max={today.slice(0, 4)}
          value={value.year}
          aria-label={t('formYear')}
          onInput={({ currentTarget }) => onChange({ ...value, year: currentTarget.value })}
        />
      )}
    </>
  );
}

/** A date with its precision: a day, a month, a year, or unknown. */
export function PartialDateField({ value, today, onChange }: PartialDateFieldProps) {
  const id = useId();
  return (
    <fieldset class="date-field">
      <label class="field" for={id}>
        {t('formWatched')}
      </label>
      <div class="date-parts">
        <select
          id={id}
          class="input"
          value={value.precision}
          onChange={({ currentTarget }) =>
            isPrecision(currentTarget.value) && onChange({ ...value, precision: currentTarget.value })
          }
        >
          {Object.entries(precisionWords).map(([key, words]) => (
            <option key={key} value={key}>
              {t(words)}
            </option>
          ))}
        </select>
        <DateParts value={value} today={today} onChange={onChange} />
      </div>
    </fieldset>
  );
}
