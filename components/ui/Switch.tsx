interface SwitchProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  /** Whether it works at what it was pressed for: it keeps the focus and takes no press meanwhile. */
  busy?: boolean;
  onChange: (on: boolean) => void;
}

/** A labelled choice of on or off that holds at once. */
export function Switch({ label, on, disabled, busy = false, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        disabled={disabled}
        aria-disabled={busy || undefined}
        onClick={(event) => busy && event.preventDefault()}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
