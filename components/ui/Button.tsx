import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps {
  children?: ComponentChildren;
  icon?: IconName;
  look?: 'primary' | 'quiet' | 'danger';
  /** For a toggle button: whether it is pressed. */
  pressed?: boolean;
  /** For a button that opens something: whether it is open. */
  expanded?: boolean;
  /** The accessible name and tooltip, if the visible text is not enough. */
  name?: string;
  type?: 'button' | 'submit';
  disabled?: boolean;
  /** Whether its action is running: the button keeps the focus and ignores presses. */
  busy?: boolean;
  onClick?: () => void;
}

/** A button with an optional icon before its text. */
export function Button({ children, icon, look = 'quiet', pressed, expanded, name, ...rest }: ButtonProps) {
  const { type = 'button', disabled, busy = false, onClick } = rest;
  return (
    <button
      type={type}
      class={`button ${look} ${pressed ? 'on' : ''}`}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-label={name}
      title={name}
      disabled={disabled}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
