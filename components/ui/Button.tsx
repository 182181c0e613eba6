import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps {
  children?: ComponentChildren;
  icon?: IconName;
  look?: 'primary' | 'quiet' | 'danger';
  /** Given: a button that stays pressed or not. */
  pressed?: boolean;
  /** Given: a button that opens something, and whether it is open. */
  expanded?: boolean;
  /** The name where the button shows no words. */
  name?: string;
  type?: 'button' | 'submit';
  disabled?: boolean;
  /** Whether it works at what it was pressed for: it keeps the focus and takes no press meanwhile. */
  busy?: boolean;
  onClick?: () => void;
}

/** A button with an optional icon before its words. */
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
