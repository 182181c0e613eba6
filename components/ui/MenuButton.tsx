import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './Icon.tsx';

/** One line of a menu. */
interface MenuItem {
  words: string;
  /** Shown at the end of the line, such as a date. */
  note?: string;
  onChoose: () => void;
}

interface MenuButtonProps {
  /** The accessible name of the button and of its menu. */
  name: string;
  icon: IconName;
  look?: 'primary' | 'quiet';
  disabled?: boolean;
  items: MenuItem[];
}

/** The line that a key moves to; null for any other key. */
function findLineForKey(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Opens and closes a menu: a press beside it closes it, and closing by key or choice returns the focus to the button. */
function useMenu() {
  const part = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const lines = (): HTMLElement[] => [
    ...(part.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
  ];
  const close = (): void => {
    part.current?.querySelector('button')?.focus();
    setOpen(false);
  };
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    lines()[0]?.focus();
    const onPress = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node && part.current?.contains(target))) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = lines();
    const next = findLineForKey(event.key, all.indexOf(document.activeElement as HTMLElement), all.length);
    if (event.key === 'Tab') setOpen(false);
    if (next === null && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (next === null) close();
    else all[next]?.focus();
  };
  return { part, isOpen, setOpen, close, onKeyDown };
}

/** A button that opens a menu below it. Arrows move in the menu, Escape and Tab close it. */
export function MenuButton({ name, icon, look = 'quiet', disabled, items }: MenuButtonProps) {
  const id = useId();
  const { part, isOpen, setOpen, close, onKeyDown } = useMenu();
  return (
    <div class="menu-button" ref={part}>
      <button
        type="button"
        class={`button ${look}`}
        aria-label={name}
        title={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        disabled={disabled}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isOpen) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon name={icon} />
      </button>
      {isOpen && (
        <ul id={id} class="menu" role="menu" aria-label={name} onKeyDown={onKeyDown}>
          {items.map(({ words, note, onChoose }) => (
            <li key={words} role="none">
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  close();
                  onChoose();
                }}
              >
                {words}
                {note !== undefined && <span class="muted">{note}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
