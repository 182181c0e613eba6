interface SwitchProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  /** Whether its action is running: the switch keeps the focus and ignores presses. */
  busy?: boolean;
  onChange: (on: boolean) => void;
}

/** A labelled switch that takes effect at once. */
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
