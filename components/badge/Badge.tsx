import { useRef } from 'preact/hooks';
import type { BadgeState } from '../../lib/messaging/types.ts';
import { BadgeButton } from './BadgeButton.tsx';
import { Details } from './Details.tsx';
import type { ShownBadgeState } from './badge-text.ts';
import { useFloating } from './use-floating.ts';
import { useOpening } from './use-opening.ts';

export interface BadgeProps<State = BadgeState> {
  state: State;
  /** Light or dark, as the page around it is. */
  theme: 'light' | 'dark';
  /** Called when "Rate or log" (or "which one?") is pressed. */
  onRateOrLog: () => void;
  /** Which events count, since a page can make others up. Left out: those of the user. */
  accepts?: (event: Event) => boolean;
}

/** What stands beside a title, alone in a shadow root with `badge.css`. Nothing where there is nothing to say. */
export function Badge({ state, ...rest }: BadgeProps) {
  return state.kind === 'none' ? null : <ShownBadge state={state} {...rest} />;
}

const isTrusted = (event: Event): boolean => event.isTrusted;

/**
 * The badge with the details that open on hover, keyboard focus or a press. Escape closes and gives the focus
 * back; none of its events reaches the page's own handlers around it.
 */
function ShownBadge({ state, theme, onRateOrLog, accepts = isTrusted }: BadgeProps<ShownBadgeState>) {
  const frame = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const hasDetails = state.kind !== 'ambiguous';
  const { isOpen, handlers } = useOpening({ frame, button, panel, hasDetails, accepts, onRateOrLog });
  useFloating(isOpen, button, panel);
  return (
    <span ref={frame} class="mq" data-theme={theme} {...handlers}>
      <BadgeButton state={state} expanded={hasDetails ? isOpen : null} buttonRef={button} />
      {isOpen && state.kind !== 'ambiguous' && (
        <div ref={panel} class="details" role="dialog" aria-labelledby="title" popover="manual">
          <Details state={state} />
        </div>
      )}
    </span>
  );
}
