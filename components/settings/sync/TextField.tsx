import { useId } from 'preact/hooks';

interface TextFieldProps {
  label: string;
  value: string;
  example?: string;
  mode?: 'text' | 'url';
  /** Why the contents cannot be used, or null. */
  fault?: string | null;
  hint?: string;
  maxLength?: number;
  onInput: (value: string) => void;
}

/** A field of one line, with what is wrong with its contents below. */
export function TextField({
  label,
  value,
  example,
  mode = 'text',
  fault = null,
  hint = '',
  ...rest
}: TextFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="text"
        inputMode={mode}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={rest.maxLength ?? 2000}
        placeholder={example}
        value={value}
        aria-invalid={fault !== null || undefined}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => rest.onInput(currentTarget.value)}
      />
      <div id={`${id}-hint`}>
        {fault !== null && <p class="failed">{fault}</p>}
        {hint !== '' && <p class="muted">{hint}</p>}
      </div>
    </div>
  );
}
