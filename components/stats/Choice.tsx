import { t, type MessageKey } from '../../lib/i18n/messages.ts';

interface ChoiceProps<Name extends string> {
  label: string;
  value: Name;
  names: readonly { name: Name; words: MessageKey }[];
  onChange: (name: Name) => void;
}

/** Chooses among a few views of one chart. */
export function Choice<Name extends string>({ label, value, names, onChange }: ChoiceProps<Name>) {
  return (
    <span class="segments words" role="group" aria-label={label}>
      {names.map(({ name, words }) => (
        <button
          key={name}
          type="button"
          class={name === value ? 'on' : ''}
          aria-pressed={name === value}
          onClick={() => onChange(name)}
        >
          {t(words)}
        </button>
      ))}
    </span>
  );
}
