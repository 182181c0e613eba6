import { useId } from 'preact/hooks';
import { t, type MessageKey } from '../../lib/i18n/messages.ts';
import { formatStarsName } from '../../lib/i18n/scores.ts';
import type { Filters } from '../../lib/watchlog/search/address.ts';
import type { FilterChoices } from '../../lib/watchlog/search/item-types.ts';

interface FilterPanelProps {
  values: Filters;
  choices: FilterChoices;
  onFilter: (changes: Partial<Filters>) => void;
  onClear: () => void;
}

interface ChoiceProps {
  label: string;
  value: string;
  options: { value: string; words: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label class="field">
      {label}
      <select class="input" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{t('filterAny')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TypedProps {
  label: string;
  value: string | null;
  options: string[];
  onChange: (value: string | null) => void;
}

/** A text field that suggests the existing words. */
function Typed({ label, value, options, onChange }: TypedProps) {
  const id = useId();
  return (
    <label class="field">
      {label}
      <input
        class="input"
        type="text"
        list={id}
        value={value ?? ''}
        placeholder={t('filterAny')}
        onChange={({ currentTarget }) => onChange(currentTarget.value.trim() || null)}
      />
      <datalist id={id}>
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </label>
  );
}

const toNumber = (text: string): number | null => (text === '' ? null : Number(text));
const years = (list: number[]) => list.map((year) => ({ value: String(year), words: String(year) }));
const flags: { name: 'rewatch' | 'unfinished' | 'liked'; words: MessageKey }[] = [
  { name: 'rewatch', words: 'filterRewatch' },
  { name: 'unfinished', words: 'filterUnfinished' },
  { name: 'liked', words: 'filterLiked' },
];

type PartProps = Pick<FilterPanelProps, 'values' | 'choices' | 'onFilter'>;

/** The filters with a short list of choices. */
function Choices({ values, choices, onFilter }: PartProps) {
  return (
    <>
      <Choice
        label={t('filterSeenIn')}
        value={String(values.seenIn ?? '')}
        options={years(choices.seenIn)}
        onChange={(text) => onFilter({ seenIn: toNumber(text) })}
      />
      <Choice
        label={t('filterDecade')}
        value={String(values.decade ?? '')}
        options={choices.decades.map((decade) => ({
          value: String(decade),
          words: t('decadeName', String(decade)),
        }))}
        onChange={(text) => onFilter({ decade: toNumber(text) })}
      />
      <Choice
        label={t('filterYear')}
        value={String(values.year ?? '')}
        options={years(choices.years)}
        onChange={(text) => onFilter({ year: toNumber(text) })}
      />
      <Choice
        label={t('filterRating')}
        value={String(values.rating ?? '')}
        options={[10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((halves) => ({
          value: String(halves),
          words: formatStarsName(halves),
        }))}
        onChange={(text) => onFilter({ rating: toNumber(text) })}
      />
    </>
  );
}

const words: {
  name: 'tag' | 'genre' | 'director';
  label: MessageKey;
  from: 'tags' | 'genres' | 'directors';
}[] = [
  { name: 'tag', label: 'filterTag', from: 'tags' },
  { name: 'genre', label: 'filterGenre', from: 'genres' },
  { name: 'director', label: 'filterDirector', from: 'directors' },
];

/** All filters. Each applies at once and is part of the page's address. */
export function FilterPanel({ values, choices, onFilter, onClear }: FilterPanelProps) {
  return (
    <section class="filters" aria-label={t('filterPanel')}>
      <Choices {...{ values, choices, onFilter }} />
      {words.map(({ name, label, from }) => (
        <Typed
          key={name}
          label={t(label)}
          value={values[name]}
          options={choices[from]}
          onChange={(word) => onFilter({ [name]: word })}
        />
      ))}
      <div class="filter-flags">
        {flags.map(({ name, words: label }) => (
          <label key={name} class="check">
            <input
              type="checkbox"
              checked={values[name]}
              onChange={({ currentTarget }) => onFilter({ [name]: currentTarget.checked })}
            />
            {t(label)}
          </label>
        ))}
        <button type="button" class="link" onClick={onClear}>
          {t('filterClear')}
        </button>
      </div>
    </section>
  );
}
